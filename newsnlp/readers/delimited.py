"""CSV and TSV with a header line, row by row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain
from typing import IO

from newsnlp.errors import InputError
from newsnlp.model import Article
from newsnlp.readers.decode import text_lines
from newsnlp.readers.notices import Notices
from newsnlp.readers.options import ReadOptions
from newsnlp.readers.rows import article_of_row, choose_columns, refuse_broken

__all__ = ["read_delimited"]

# The module's own limit of 131,072 characters is less than a long report; this is the most that
# a C long holds everywhere. There is only one such limit for the whole process.
_FIELD_LIMIT = 2**31 - 1


def read_delimited(
    stream: IO[bytes], *, delimiter: str, source: str, options: ReadOptions, notices: Notices
) -> Iterator[Article]:
    """The articles of a table; blank lines are skipped and do not count as rows.

    Quoting is read strictly: a quotation mark out of place is an error that names its line,
    because reading on would put many rows into one cell. Semicolons and tabs in the place of
    commas, as spreadsheets write them in many countries, are noticed and told.

    Raises:
        InputError: a column is missing; errors in single rows go to ``notices``.
    """
    csv.field_size_limit(_FIELD_LIMIT)
    lines = text_lines(
        stream, source=source, notices=notices, encoding=options.encoding, newline=""
    )
    first = next(lines, None)
    if first is None:
        notices.warn(source, "empty")
        return
    if delimiter == ",":
        delimiter = _delimiter(first, source, notices)
    reader = csv.reader(chain([first], lines), delimiter=delimiter, strict=True)
    try:
        header = next(reader)
    except csv.Error as error:
        raise InputError(f"{source}:1", f"not a table header: {error}") from error
    refuse_broken("".join(header), where=f"{source}:1")
    columns = choose_columns(header, options, where=source)

    number = 0
    while True:
        where = f"{source}:{reader.line_num + 1}"
        try:
            cells = next(reader, None)
            if cells is None:
                break
            if not cells:
                continue
            number += 1
            refuse_broken("".join(cells), where=where)
            if len(cells) > len(header):
                notices.warn(where, f"{len(cells)} cells under {len(header)} columns")
            article = article_of_row(
                dict(zip(header, cells, strict=False)),
                columns,
                source=source,
                number=number,
                where=where,
                options=options,
                notices=notices,
            )
        except csv.Error as error:
            number += 1
            notices.error(InputError(where, f"not a table row: {error}"))
        except InputError as error:
            notices.error(error)
        else:
            yield article
    if number == 0:
        notices.warn(source, "empty")


def _delimiter(header: str, source: str, notices: Notices) -> str:
    """What parts the columns of a ``.csv`` file, told by its header line."""
    if "," in header:
        return ","
    for delimiter, name in ((";", "semicolons"), ("\t", "tabs")):
        if delimiter in header:
            notices.warn(source, f"columns parted by {name} (guessed)")
            return delimiter
    return ","
