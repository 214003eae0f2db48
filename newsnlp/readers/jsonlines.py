"""JSON Lines: one object a line, one article an object; a bad line does not stop the next."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO

from newsnlp.errors import InputError
from newsnlp.model import Article
from newsnlp.readers.decode import text_lines
from newsnlp.readers.notices import Notices
from newsnlp.readers.options import ReadOptions
from newsnlp.readers.rows import article_of_row, choose_columns, refuse_broken

__all__ = ["read_jsonl"]


def read_jsonl(
    stream: IO[bytes], *, source: str, options: ReadOptions, notices: Notices
) -> Iterator[Article]:
    """The articles of a JSON Lines stream; blank lines count as lines but are no articles.

    Raises:
        InputError: the file is one JSON array; errors in single lines go to ``notices``.
    """
    blank = True
    lines = text_lines(
        stream, source=source, notices=notices, encoding=options.encoding, newline="\n"
    )
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if blank and line.lstrip().startswith("["):
            raise InputError(
                source,
                "a JSON array, not one object a line",
                remedy="rewrite it: jq -c '.[]' FILE",
            )
        blank = False
        try:
            article = _article(line, source, number, options, notices)
        except InputError as error:
            notices.error(error)
        else:
            yield article
    if blank:
        notices.warn(source, "empty")


def _article(
    line: str, source: str, number: int, options: ReadOptions, notices: Notices
) -> Article:
    where = f"{source}:{number}"
    refuse_broken(line, where=where)
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(where, f"not JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        raise InputError(where, f"JSON beyond what can be read: {error}") from error
    if not isinstance(row, dict):
        raise InputError(where, f"a JSON {type(row).__name__}, not an object")
    columns = choose_columns(tuple(row), options, where=where, ragged=True)
    return article_of_row(
        row,
        columns,
        source=source,
        number=number,
        where=where,
        options=options,
        notices=notices,
    )
