"""CSV by RFC 4180 and TSV: a header line, then a record a line.

Lists are joined by ``;``, objects are compact JSON, a missing value is an empty cell. In CSV a cell
may hold line breaks, between quotes; in TSV, which knows no quotes, a tab or line break in a cell
becomes a blank. CSV lines end in CR LF, as the RFC has it; TSV lines in LF.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Iterator

from newsnlp.analysis.schema import Field, RecordKind, Row
from newsnlp.cli.formats.hostile import guard_formula, tame
from newsnlp.cli.formats.structured import dump

__all__ = ["write_csv", "write_tsv"]

_BYTE_ORDER_MARK = "\ufeff"
_BREAKS = re.compile(r"\r\n|[\t\r\n]")


def write_csv(
    kind: RecordKind, documents: Iterable[tuple[str, Iterable[Row]]], *, excel: bool
) -> Iterator[str]:
    """CSV; ``excel`` begins with a byte-order mark and guards what would run as a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    for cells in _lines(kind, documents, excel=excel):
        writer.writerow(cells)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def write_tsv(
    kind: RecordKind, documents: Iterable[tuple[str, Iterable[Row]]], *, excel: bool
) -> Iterator[str]:
    """TSV; ``excel`` begins with a byte-order mark and guards what would run as a formula."""
    for cells in _lines(kind, documents, excel=excel):
        yield "\t".join(_BREAKS.sub(" ", cell) for cell in cells) + "\n"


def _lines(
    kind: RecordKind, documents: Iterable[tuple[str, Iterable[Row]]], *, excel: bool
) -> Iterator[list[str]]:
    names = [field.name for field in kind.fields]
    yield [_BYTE_ORDER_MARK + names[0], *names[1:]] if excel else names
    for source, rows in documents:
        for row in rows:
            record = kind.record(source, row)
            cells = []
            for field in kind.fields:
                value = record[field.name]
                cell = _flatten(field, value)
                guarded = excel and not isinstance(value, int | float)
                cells.append(guard_formula(cell) if guarded else cell)
            yield cells


def _flatten(field: Field, value: object) -> str:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, str):
        return tame(value)
    if field.type == "strings" and isinstance(value, list | tuple):
        return tame(";".join(value))
    return dump(value, compact=True)
