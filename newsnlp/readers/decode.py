"""Bytes to text, whole or as a stream, with every assumption told and every failure named."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO

from newsnlp.errors import EncodingError, UnreadableInput
from newsnlp.readers.binary import binary_kind, control_share
from newsnlp.readers.detect import Guess, guess_encoding
from newsnlp.readers.notices import Notices
from newsnlp.readers.streams import Rejoined

__all__ = ["broken_byte", "decode", "text_lines"]

_HEAD = 1 << 20
_BOM = "\ufeff"
_OTHERS = "try --encoding with windows-1256, iso-8859-6, utf-16, windows-1252, cp720 or mac_arabic"


def decode(
    data: bytes,
    *,
    source: str,
    notices: Notices,
    encoding: str | None = None,
    declared: str | None = None,
) -> str:
    """The text of a whole file, nothing changed but a byte-order mark removed.

    ``encoding`` forces one; ``declared`` is a hint from the file itself.

    Raises:
        EncodingError: the bytes are not text in the encoding given, or in any likely one.
        UnreadableInput: the bytes are not text at all.
    """
    _refuse_binary(data, source)
    name = encoding or _guess(data, source, notices, complete=True, declared=declared).encoding
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise _not_decodable(error, source, name, forced=encoding is not None) from error
    except UnicodeError as error:  # codecs such as utf-16 may complain without a position
        raise EncodingError(source, f"not {name}: {error}", remedy=_OTHERS) from error
    _refuse_controls(text, source)
    return text.removeprefix(_BOM)


def text_lines(
    stream: IO[bytes], *, source: str, notices: Notices, encoding: str | None, newline: str
) -> Iterator[str]:
    """The lines of a stream with their ends, one in memory at a time; ``newline`` as in `open`.

    A byte that does not decode becomes a lone surrogate, for `broken_byte` to find: a damaged
    line need not cost the lines after it.

    Raises:
        EncodingError, UnreadableInput: as `decode`, from the first mebibyte.
    """
    head = _read_fully(stream, _HEAD)
    _refuse_binary(head, source)
    complete = len(head) < _HEAD
    name = encoding or _guess(head, source, notices, complete=complete).encoding
    _refuse_controls(head.decode(name, "replace"), source)
    joined = io.BufferedReader(Rejoined(head, stream), _HEAD)
    lines = io.TextIOWrapper(joined, encoding=name, errors="surrogateescape", newline=newline)
    try:
        for number, line in enumerate(lines):
            yield line if number else line.removeprefix(_BOM)
    except UnicodeError as error:  # UTF-16 has no way to carry a broken byte along
        raise EncodingError(source, f"not {name}: {error}", remedy=_OTHERS) from error


def broken_byte(text: str) -> int | None:
    """The first byte that `text_lines` could not decode in a line or a part of it."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return ord(text[error.start]) & 0xFF
    return None


def _guess(
    data: bytes, source: str, notices: Notices, *, complete: bool, declared: str | None = None
) -> Guess:
    guess = guess_encoding(data, complete=complete, declared=declared)
    if guess is None:
        if control_share(data) > 0.02:
            raise UnreadableInput(source, "a binary file, not text")
        raise EncodingError(source, "not UTF-8 and no Arabic encoding fits", remedy=_OTHERS)
    if guess.evidence:
        notices.warn(source, f"decoded as {guess.encoding} ({guess.evidence})")
    return guess


def _not_decodable(
    error: UnicodeDecodeError, source: str, name: str, *, forced: bool
) -> EncodingError:
    byte = error.object[error.start]
    remedy = _OTHERS
    if not forced and name == "UTF-8":
        remedy = "nearly all of it is UTF-8; drop the rest: iconv -f UTF-8 -t UTF-8 -c FILE"
    return EncodingError(source, f"not {name}: 0x{byte:02X} at byte {error.start}", remedy=remedy)


def _refuse_binary(head: bytes, source: str) -> None:
    kind = binary_kind(head[:4096])
    if kind is not None:
        raise UnreadableInput(source, f"{kind.name}, not text", remedy=kind.remedy)


def _refuse_controls(text: str, source: str) -> None:
    if control_share(text) > 0.3:
        raise UnreadableInput(source, "a binary file, not text: it is full of control characters")


def _read_fully(stream: IO[bytes], size: int) -> bytes:
    """Up to ``size`` bytes; a single read of a pipe or an archive may give fewer."""
    parts = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
