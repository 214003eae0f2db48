"""JSON as one document and as lines: UTF-8 as it is, one record a line in both."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping

from newsnlp.analysis.schema import RecordKind, Row
from newsnlp.cli.formats.hostile import escape_in_json

__all__ = ["dump", "write_json", "write_jsonl"]

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_COMPACT = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def write_json(kind: RecordKind, documents: Iterable[tuple[str, Iterable[Row]]]) -> Iterator[str]:
    """One JSON document, a record at a time."""
    yield f'{{"schema": {dump(kind.schema)}, "documents": ['
    before = "\n"
    for source, rows in documents:
        yield f'{before}{{"source": {dump(source)}, {dump(kind.command)}: ['
        before = "\n"
        for row in rows:
            yield before + dump(kind.record(source, row))
            before = ",\n"
        yield "\n]}"
        before = ",\n"
    yield "\n]}\n"


def write_jsonl(kind: RecordKind, documents: Iterable[tuple[str, Iterable[Row]]]) -> Iterator[str]:
    """A flat record a line, each with its source."""
    for source, rows in documents:
        for row in rows:
            yield dump(kind.record(source, row)) + "\n"


def dump(value: object, *, compact: bool = False) -> str:
    """One value as JSON; NaN and infinity, which JSON has no word for, are ``null``.

    >>> dump({"gen": "m"}, compact=True)
    '{"gen":"m"}'
    """
    encoder = _COMPACT if compact else _ENCODER
    try:
        encoded = encoder.encode(value)
    except ValueError:
        encoded = encoder.encode(_without_nan(value))
    return escape_in_json(encoded)


def _without_nan(value: object) -> object:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _without_nan(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(item) for item in value]
    return value
