"""Opens files, compressed or not, and turns what the system says of them into our errors."""

from __future__ import annotations

import gzip
import io
import lzma
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from newsnlp.errors import MissingInput, UnreadableInput

__all__ = ["Rejoined", "open_bytes", "told_as_input_errors"]

_CHUNK = 1 << 16


class _DamagedArchive(Exception):  # noqa: N818 - reads as what it is
    """A compressed stream that breaks its own rules; never leaves this module."""


@contextmanager
def told_as_input_errors(source: str) -> Iterator[None]:
    """Whatever the file system or a decompressor raises inside becomes an `InputError`."""
    try:
        yield
    except FileNotFoundError as error:
        raise MissingInput(source, "no such file or directory") from error
    except EOFError as error:
        raise UnreadableInput(
            source,
            "the compressed file is cut short",
            remedy="copy or download it again",
        ) from error
    except (gzip.BadGzipFile, zlib.error, lzma.LZMAError, _DamagedArchive) as error:
        raise UnreadableInput(
            source,
            "the compressed file is damaged, or its suffix does not say what it is",
            remedy="check it with gzip -t, xz -t or zstd -t",
        ) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableInput(source, reason) from error


@contextmanager
def open_bytes(path: Path, compression: str | None, *, source: str) -> Iterator[IO[bytes]]:
    """The decompressed bytes of a file, to be read inside the ``with`` block.

    Raises:
        MissingInput, UnreadableInput: on opening, and on any read inside the block.
    """
    with told_as_input_errors(source), path.open("rb") as file:
        if compression is None:
            yield file
            return
        if not file.peek(1):
            raise EOFError  # an archive of nothing still has a header
        with _decompressed(file, compression, source) as stream:
            yield cast(IO[bytes], stream)


def _decompressed(file: IO[bytes], compression: str, source: str) -> io.BufferedIOBase:
    if compression == "gzip":
        return gzip.GzipFile(fileobj=file)
    if compression == "xz":
        return lzma.LZMAFile(file)
    return io.BufferedReader(_ZstdFile(file, source), _CHUNK)


class _ZstdFile(io.RawIOBase):
    """Zstandard frames as one stream that, unlike the library's own, tells of a missing end."""

    def __init__(self, file: IO[bytes], source: str) -> None:
        try:
            import zstandard  # optional, so it may not be there
        except ImportError as error:
            raise UnreadableInput(
                source,
                "reading .zst files needs the zstandard package",
                remedy='pip install "newsnlp[zstd]"',
            ) from error
        self._library = zstandard
        self._file = file
        self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._frame.unused_data if self._frame.eof else b""
            data = data or self._file.read(_CHUNK)
            if not data:
                if not self._frame.eof:
                    raise EOFError
                return 0
            if self._frame.eof:
                self._frame = self._library.ZstdDecompressor().decompressobj()
            try:
                self._ready = memoryview(self._frame.decompress(data))
            except self._library.ZstdError as error:
                raise _DamagedArchive from error
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size


class Rejoined(io.RawIOBase):
    """A stream whose first bytes were looked at already, whole again."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data: bytes | memoryview
        if self._head:
            data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
