"""Tables in GitHub's Markdown, each record a row, streamed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsnlp.analysis.schema import RecordKind, Row
from newsnlp.cli.formats.hostile import tame
from newsnlp.cli.formats.sections import sections

__all__ = ["write_markdown"]

_BREAKS = re.compile(r"\s+")
# Whatever opens a link, an image, code, emphasis or the next cell; an underscore within a word
# (noun_prop) opens nothing.
_SYNTAX = re.compile(r"[\\`*\[\]~|]|(?<!\w)_|_(?!\w)")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def write_markdown(
    kind: RecordKind, documents: Iterable[tuple[str, Iterable[Row]]]
) -> Iterator[str]:
    """The columns of the table format; no cell's text is read as Markdown or HTML."""
    parted = False
    for section in sections(kind, documents):
        if parted:
            yield "\n"
        parted = True
        if section.heading:
            yield f"{'#' * (section.level + 1)} {_escape(section.heading)}\n\n"
        yield _line(_escape(column.heading) for column in section.columns)
        yield _line("---:" if column.align == "right" else ":---" for column in section.columns)
        for row in section.rows:
            yield _line(_escape(cell) for cell in row)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _escape(text: str) -> str:
    """
    >>> _escape("[a](b) | <i>")
    '\\\\[a\\\\](b) \\\\| &lt;i&gt;'
    """
    plain = tame(_BREAKS.sub(" ", text).strip())
    return _SYNTAX.sub(r"\\\g<0>", plain).translate(_HTML)
