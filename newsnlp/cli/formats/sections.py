"""Records as a person reads them: headed sections of text cells, numbers first.

Tables in the terminal and in Markdown are both drawn from these.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from newsnlp.analysis.schema import Field, RecordKind, Row

__all__ = ["Column", "Section", "sections"]


@dataclass(frozen=True, slots=True)
class Column:
    """``align`` is ``auto`` where each cell stands at the side its own text starts from."""

    heading: str
    align: Literal["left", "right", "auto"]
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A table below its heading, which may be empty; ``level`` 1 is a document, 2 a part of it.

    Headings and cells are raw text: whoever draws them makes them safe. ``rows`` is read once.
    """

    heading: str
    level: Literal[1, 2]
    columns: tuple[Column, ...]
    rows: Iterable[list[str]]


def sections(kind: RecordKind, documents: Iterable[tuple[str, Iterable[Row]]]) -> Iterator[Section]:
    """The sections of each document; its source heads it when there is more than one."""
    waiting = iter(documents)
    first, second = next(waiting, None), next(waiting, None)
    for document in (first, second):
        if document:
            yield from _document(kind, *document, headed=second is not None)
    for source, rows in waiting:
        yield from _document(kind, source, rows, headed=True)


def _document(
    kind: RecordKind, source: str, rows: Iterable[Row], *, headed: bool
) -> Iterator[Section]:
    heading = source if headed else ""
    if kind.layout == "card":
        for row in rows:
            yield from _card(kind, row, heading)
    else:
        yield _table(heading, 1, kind.fields, rows)


def _table(
    heading: str, level: Literal[1, 2], fields: Sequence[Field], rows: Iterable[Row]
) -> Section:
    shown = [field for field in fields if field.column is not None]
    # Numbers first: they are short, so the names after them stand near the edge one reads along.
    shown.sort(key=_is_text)
    return Section(
        heading,
        level,
        tuple(Column(field.column or "", field.align, not _is_text(field)) for field in shown),
        ([_display(row.get(field.name)) for field in shown] for row in rows),
    )


def _is_text(field: Field) -> bool:
    return field.type not in ("integer", "number")


def _card(kind: RecordKind, row: Row, heading: str) -> Iterator[Section]:
    pairs = [
        [field.column, _display(row[field.name])]
        for field in kind.fields
        if field.column and field.type != "objects" and row.get(field.name) is not None
    ]
    yield Section(heading, 1, (Column("", "left"), Column("", "auto")), pairs)
    for field in kind.fields:
        parts = row.get(field.name)
        if field.column and field.type == "objects" and isinstance(parts, list | tuple) and parts:
            yield _table(field.column, 2, field.fields, parts)


def _display(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}" if math.isfinite(value) else ""
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
