"""What the suffixes of a file name say: how its content is laid out, and how it is compressed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

__all__ = ["KNOWN_SUFFIXES", "Layout", "layout_of"]

_FORMATS = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}
_COMPRESSIONS = {".gz": "gzip", ".xz": "xz", ".zst": "zstd"}

KNOWN_SUFFIXES = tuple(_FORMATS)


@dataclass(frozen=True, slots=True)
class Layout:
    """``format`` is None where the name does not tell; ``compression`` where there is none."""

    format: str | None
    compression: str | None


def layout_of(name: str) -> Layout:
    """The layout a file name promises, whatever its case.

    >>> layout_of("news/2024.CSV.gz")
    Layout(format='csv', compression='gzip')
    >>> layout_of("notes")
    Layout(format=None, compression=None)
    """
    path = PurePath(name)
    compression = _COMPRESSIONS.get(path.suffix.lower())
    if compression:
        path = path.with_suffix("")
    return Layout(_FORMATS.get(path.suffix.lower()), compression)
