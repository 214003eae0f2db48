"""Tells files that are not text apart, so that the message can say what they are.

Signatures: the file formats' own specifications, as collected in the `file(1)` database.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BinaryKind", "binary_kind", "control_share"]

_SAMPLE = 1 << 16
# White space and ESC occur in text files; every other C0 control and DEL does not.
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b") | {0x7F})
_NO_CONTROLS = dict.fromkeys(_CONTROLS)


@dataclass(frozen=True, slots=True)
class BinaryKind:
    """What a file looks like, with its article, and how to get text out of it."""

    name: str
    remedy: str


_OFFICE = "save it as plain text or HTML: soffice --headless --convert-to html FILE"
_ARCHIVE = "unpack it and name the folder"
_IMAGE = "get its text by optical character recognition first: tesseract FILE out -l ara"

_SIGNATURES = (
    (b"%PDF-", BinaryKind("a PDF", "extract its text first: pdftotext -enc UTF-8 FILE out.txt")),
    (b"\x89PNG\r\n\x1a\n", BinaryKind("a PNG image", _IMAGE)),
    (b"\xff\xd8\xff", BinaryKind("a JPEG image", _IMAGE)),
    (b"GIF87a", BinaryKind("a GIF image", _IMAGE)),
    (b"GIF89a", BinaryKind("a GIF image", _IMAGE)),
    (b"II*\0", BinaryKind("a TIFF image", _IMAGE)),
    (b"MM\0*", BinaryKind("a TIFF image", _IMAGE)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", BinaryKind("an old Office document", _OFFICE)),
    (b"{\\rtf", BinaryKind("an RTF document", _OFFICE)),
    (b"\x1f\x8b", BinaryKind("gzip data", "give the file the suffix .gz, or pipe it through zcat")),
    (
        b"\xfd7zXZ\0",
        BinaryKind("xz data", "give the file the suffix .xz, or pipe it through xzcat"),
    ),
    (b"\x28\xb5\x2f\xfd", BinaryKind("Zstandard data", "give the file the suffix .zst")),
    (b"BZh", BinaryKind("bzip2 data", "unpack it first: bunzip2 FILE")),
    (b"7z\xbc\xaf\x27\x1c", BinaryKind("a 7-Zip archive", _ARCHIVE)),
    (b"Rar!\x1a\x07", BinaryKind("a RAR archive", _ARCHIVE)),
    (b"PAR1", BinaryKind("Parquet data", "give the file the suffix .parquet")),
    (b"SQLite format 3\0", BinaryKind("an SQLite database", "export the table of articles as CSV")),
    (b"\x7fELF", BinaryKind("a program", "")),
)
# Letters alone could begin an article, so these count only where control characters follow.
_NEED_CONTROLS = (b"BZh", b"PAR1")


def binary_kind(head: bytes) -> BinaryKind | None:
    """What the first bytes of a file show it to be, or None where they may be text."""
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) and (
            signature not in _NEED_CONTROLS or control_share(head) > 0
        ):
            return kind
    if head.startswith(b"PK\x03\x04"):
        office = any(mark in head for mark in (b"word/", b"xl/", b"ppt/", b"opendocument", b"epub"))
        if office:
            return BinaryKind("an Office document", _OFFICE)
        return BinaryKind("a zip archive", _ARCHIVE)
    if head[257:262] == b"ustar":
        return BinaryKind("a tar archive", _ARCHIVE)
    return None


def control_share(data: bytes | str) -> float:
    """The share of control characters, white space aside, in the beginning of ``data``: 0 to 1."""
    sample = data[:_SAMPLE]
    if isinstance(sample, bytes):
        kept = len(sample.translate(None, _CONTROLS))
    else:
        kept = len(sample.translate(_NO_CONTROLS))
    return 1 - kept / len(sample) if sample else 0.0
