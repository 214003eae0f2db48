"""Tables for a terminal: every line starts with a border or a blank, never with a control.

A cell that does not fit is folded, not cut off. Where there is no room for the columns side by
side, each record becomes a block of names and values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len
from rich.style import Style

from newsnlp.analysis.schema import RecordKind, Row
from newsnlp.arabic import safe_display
from newsnlp.cli.bidi import ResolvedMode, cell_lines, prepare
from newsnlp.cli.formats.reordering import base_direction
from newsnlp.cli.formats.sections import Column, Section, sections

__all__ = ["write_table"]

_HEADING = Style(bold=True)
_NUMBER = Style(color="cyan")
_TEXT = Style()
# A column of words narrower than this shows hardly one of them whole.
_LEAST_WIDTH = 6
_BLOCK = (Column("", "left"), Column("", "auto"))


@dataclass(frozen=True, slots=True)
class _Canvas:
    width: int
    bidi: ResolvedMode
    color: bool


def write_table(
    kind: RecordKind,
    documents: Iterable[tuple[str, Iterable[Row]]],
    *,
    width: int,
    bidi: ResolvedMode,
    color: bool,
) -> Iterator[str]:
    """One drawn section after another; each is held whole, for its widths, and no other is."""
    canvas = _Canvas(width, bidi, color)
    parted = False
    for section in sections(kind, documents):
        if parted:
            yield "\n"
        parted = True
        if section.heading:
            yield "".join(f"{line}\n" for line in _heading(section.heading, canvas))
        yield "".join(f"{line}\n" for line in _table(section, canvas))


def _heading(heading: str, canvas: _Canvas) -> Iterator[str]:
    text = prepare(safe_display(heading), canvas.bidi)
    for line, _ in cell_lines(text, canvas.width - 1, canvas.bidi):
        yield f" {_styled(line, _HEADING, canvas)}"


def _table(section: Section, canvas: _Canvas) -> Iterator[str]:
    columns = section.columns
    headings = [column.heading for column in columns]
    header = [headings] if any(headings) else []
    rows = [[prepare(safe_display(cell), canvas.bidi) for cell in row] for row in section.rows]
    natural = _natural_widths([headings, *rows])
    widths = _fit(natural, canvas.width)
    bodies = [rows] if rows else []
    if header and any(w < min(n, _LEAST_WIDTH) for w, n in zip(widths, natural, strict=True)):
        columns, header = _BLOCK, []
        bodies = [[list(pair) for pair in zip(headings, row, strict=True)] for row in rows]
        pairs = [pair for body in bodies for pair in body]
        widths = _fit(_natural_widths([["", ""], *pairs]), canvas.width)

    yield _rule("╭┬╮", widths)
    for row in header:
        yield from _row(row, columns, widths, [_HEADING] * len(columns), canvas)
    styles = [_NUMBER if column.numeric else _TEXT for column in columns]
    for index, body in enumerate(bodies):
        if header or index:
            yield _rule("├┼┤", widths)
        for row in body:
            yield from _row(row, columns, widths, styles, canvas)
    yield _rule("╰┴╯", widths)


def _natural_widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(cell_len, cells)) for cells in zip(*rows, strict=True)]


def _fit(natural: Sequence[int], width: int) -> list[int]:
    """Share the width out: narrow columns get what they need, wide ones part what is left.

    >>> _fit([3, 40, 60], 50)
    [3, 18, 19]
    """
    left = width - 3 * len(natural) - 1
    widths = list(natural)
    by_need = sorted(range(len(natural)), key=natural.__getitem__)
    for rank, column in enumerate(by_need):
        # Two cells, the width of the widest character, is the least that loses nothing.
        widths[column] = min(natural[column], max(left // (len(natural) - rank), 2))
        left -= widths[column]
    return widths


def _rule(corners: str, widths: Sequence[int]) -> str:
    return corners[0] + corners[1].join("─" * (width + 2) for width in widths) + corners[2]


def _row(
    cells: Sequence[str],
    columns: Sequence[Column],
    widths: Sequence[int],
    styles: Sequence[Style],
    canvas: _Canvas,
) -> Iterator[str]:
    at_right = [
        column.align == "right" or (column.align == "auto" and base_direction(cell) == "R")
        for column, cell in zip(columns, cells, strict=True)
    ]
    folded = [
        cell_lines(cell, width, canvas.bidi) for cell, width in zip(cells, widths, strict=True)
    ]
    for line in zip_longest(*folded, fillvalue=("", 0)):
        parts = []
        for (text, taken), width, right, style in zip(line, widths, at_right, styles, strict=True):
            gap = " " * (width - taken)
            shown = _styled(text, style, canvas)
            parts.append(gap + shown if right else shown + gap)
        yield f"│ {' │ '.join(parts)} │"


def _styled(text: str, style: Style, canvas: _Canvas) -> str:
    return style.render(text) if canvas.color else text
