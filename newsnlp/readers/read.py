"""The one way in: what a person named, one article after another."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from newsnlp.errors import InputError, UnreadableInput
from newsnlp.model import Article
from newsnlp.readers.articles import make_article
from newsnlp.readers.decode import decode
from newsnlp.readers.delimited import read_delimited
from newsnlp.readers.formats import layout_of
from newsnlp.readers.html import declared_encoding, extract_text
from newsnlp.readers.jsonlines import read_jsonl
from newsnlp.readers.notices import Notices
from newsnlp.readers.options import ReadOptions
from newsnlp.readers.parquet import read_parquet
from newsnlp.readers.paths import Input, expand
from newsnlp.readers.streams import open_bytes, told_as_input_errors

__all__ = ["read"]

_DEFAULTS = ReadOptions()


def read(
    paths: Sequence[str],
    *,
    options: ReadOptions = _DEFAULTS,
    on_error: Callable[[InputError], None] | None = None,
    on_warning: Callable[[str, str], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article]:
    """The articles in files, folders (walked), globs and ``-`` (standard input, plain text).

    The suffix tells the format: ``.txt`` and ``.html`` hold one article each, ``.jsonl``,
    ``.csv``, ``.tsv`` and ``.parquet`` one a row; any of them may end in ``.gz``, ``.xz`` or
    ``.zst``. A file is opened when its turn comes, and rows are read one at a time.

    ``Article.source`` is the path as given, ``path#id`` for a row (``path#number``, from 1, where
    it has no id), or ``-``. ``Article.text`` is the decoded text with nothing changed but a
    byte-order mark removed: line ends stay as they are. Of an HTML page it is the main text, and
    offsets are into that.

    ``on_error`` is called with each input or row that cannot be read, and reading goes on; without
    it the first such error is raised. ``on_warning`` is called with a source and whatever was
    assumed about it or is odd in it.

    Raises:
        InputError: an input cannot be read and there is no ``on_error``.
    """
    notices = Notices(on_error, on_warning)
    names = [paths] if isinstance(paths, str) else paths
    for item in expand(map(os.fspath, names), notices):
        try:
            yield from _read_input(item, options, notices, stdin)
        except InputError as error:
            notices.error(error)


def _read_input(
    item: Input, options: ReadOptions, notices: Notices, stdin: BinaryIO | None
) -> Iterator[Article]:
    if item.path is None:
        text = decode(
            _standard_input(stdin), source=item.name, notices=notices, encoding=options.encoding
        )
        yield make_article(item.name, text, notices=notices)
        return
    layout = layout_of(item.path.name)
    with open_bytes(item.path, layout.compression, source=item.name) as stream:
        match layout.format:
            case "jsonl":
                yield from read_jsonl(stream, source=item.name, options=options, notices=notices)
            case "csv" | "tsv":
                yield from read_delimited(
                    stream,
                    delimiter="," if layout.format == "csv" else "\t",
                    source=item.name,
                    options=options,
                    notices=notices,
                )
            case "parquet":
                yield from read_parquet(stream, source=item.name, options=options, notices=notices)
            case _:
                data = stream.read()
                page = layout.format == "html"
                text = decode(
                    data,
                    source=item.name,
                    notices=notices,
                    encoding=options.encoding,
                    declared=declared_encoding(data) if page else None,
                )
                del data  # a large file need not be held twice while its article is worked on
                text = extract_text(text) if page else text
                yield make_article(item.name, text, notices=notices)


def _standard_input(stdin: BinaryIO | None) -> bytes:
    if stdin is None:
        if sys.stdin is None:
            raise UnreadableInput("-", "standard input is closed")
        stdin = sys.stdin.buffer
    with told_as_input_errors("-"):
        return stdin.read()
