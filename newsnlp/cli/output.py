"""Writes records where they are wanted, in the form they are wanted, as they come.

Nothing is held but one document of a table. A file appears whole or not at all; a reader that
leaves early (``| head``) ends the writing quietly.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal, TextIO

from newsnlp.analysis.schema import RecordKind, Row
from newsnlp.cli.bidi import BidiMode, resolve_mode
from newsnlp.cli.console import ColorMode, is_terminal, use_utf8, wants_color
from newsnlp.cli.formats.delimited import write_csv, write_tsv
from newsnlp.cli.formats.markdown import write_markdown
from newsnlp.cli.formats.structured import write_json, write_jsonl
from newsnlp.cli.formats.table import write_table
from newsnlp.errors import NewsnlpError, UsageError

__all__ = ["Format", "OutputOptions", "quiet_pipe", "write"]

Format = Literal["table", "json", "jsonl", "csv", "tsv", "md"]
Documents = Iterable[tuple[str, Iterable[Row]]]

# As wide as a table grows where no terminal sets a limit.
_PIPE_WIDTH = 120
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """How and where to write. ``limit`` counts records of each document; ``width`` is in cells.

    ``output`` of ``None`` or ``-`` is standard output. ``width`` of ``None`` is the terminal's, or
    ``COLUMNS``, or 120 in a pipe or file. ``excel`` goes with csv and tsv.
    """

    format: Format = "table"
    output: Path | None = None
    excel: bool = False
    color: ColorMode = "auto"
    bidi: BidiMode = "auto"
    limit: int | None = None
    width: int | None = None


def write(kind: RecordKind, documents: Documents, *, options: OutputOptions) -> None:
    """Write each document's records; ``documents`` gives sources and their rows, both read once.

    Raises:
        UsageError: the options do not fit together, or the output file cannot be made.
        NewsnlpError: the disk is full, or the like.
    """
    if options.excel and options.format not in ("csv", "tsv"):
        raise UsageError(
            f"--excel does not go with --format {options.format}",
            remedy="choose --format csv or --format tsv",
        )
    with suppress(_ReaderGone), _destination(options.output) as sink:
        for piece in _pieces(kind, _flushing(documents, sink, options.limit), options, sink):
            sink.write(piece)
        sink.flush()


@contextmanager
def quiet_pipe() -> Iterator[None]:
    """Around all of a program: whatever it still prints to a reader who left is not an error."""
    try:
        yield
    except BrokenPipeError:
        _silence_stdout()
    finally:  # also on the way out with an exit status, which stays what it is
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            _silence_stdout()


def _flushing(documents: Documents, sink: _Sink, limit: int | None) -> Documents:
    """The documents, limited; what is written of one is sent off before the next is asked for."""
    for source, rows in documents:
        yield source, islice(rows, limit)
        sink.flush()


def _pieces(
    kind: RecordKind, documents: Documents, options: OutputOptions, sink: _Sink
) -> Iterator[str]:
    match options.format:
        case "json":
            return write_json(kind, documents)
        case "jsonl":
            return write_jsonl(kind, documents)
        case "csv":
            return write_csv(kind, documents, excel=options.excel)
        case "tsv":
            return write_tsv(kind, documents, excel=options.excel)
        case "md":
            return write_markdown(kind, documents)
        case "table":
            on_terminal = is_terminal(sink.stream)
            return write_table(
                kind,
                documents,
                width=options.width or _width(on_terminal),
                bidi=resolve_mode(options.bidi, is_terminal=on_terminal, environ=os.environ),
                color=wants_color(options.color, sink.stream, os.environ),
            )


def _width(on_terminal: bool) -> int:
    if on_terminal:
        return shutil.get_terminal_size().columns
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) else _PIPE_WIDTH


@contextmanager
def _destination(output: Path | None) -> Iterator[_Sink]:
    if output is None or str(output) == "-":
        use_utf8()
        try:
            yield _Sink(sys.stdout, "standard output")
        except _ReaderGone:
            _silence_stdout()
            raise
        return
    path = Path(os.path.realpath(output))  # through a link, so that it goes on being one
    # A device or a named pipe cannot be replaced by a file: it is written as it stands.
    in_place = path.exists() and not path.is_file()
    opened = path if in_place else path.with_name(f".newsnlp-{os.getpid()}.part")
    try:
        stream = opened.open("w" if in_place else "x", encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(
            f"cannot write to {output}: {error.strerror}", remedy="choose another --output"
        ) from error
    sink = _Sink(stream, str(output))
    try:
        try:
            yield sink
        finally:
            sink.close()
        if not in_place:
            _put_in_place(opened, path)
    except BaseException:
        if not in_place:
            opened.unlink(missing_ok=True)
        raise


def _put_in_place(finished: Path, path: Path) -> None:
    try:
        if path.exists():
            shutil.copymode(path, finished)
        finished.replace(path)
    except OSError as error:
        raise NewsnlpError(f"cannot write {path}: {error.strerror}") from error


def _silence_stdout() -> None:
    """Send what is still buffered nowhere, or Python complains of the closed pipe as it exits."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


class _ReaderGone(BrokenPipeError):  # noqa: N818 - reads as what it is
    """The reader of our own output left: not to be taken for a broken pipe anywhere else."""


@dataclass(frozen=True, slots=True)
class _Sink:
    """A text stream that takes any string, and whose failures are told apart from an input's."""

    stream: TextIO
    name: str

    def write(self, text: str) -> None:
        with self._failures():
            try:
                self.stream.write(text)
            except UnicodeEncodeError:
                self.stream.write(_LONE_SURROGATE.sub("\ufffd", text))

    def flush(self) -> None:
        with self._failures():
            self.stream.flush()

    def close(self) -> None:
        with self._failures():
            self.stream.close()

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if _is_broken_pipe(error):
                raise _ReaderGone from error
            raise NewsnlpError(f"cannot write {self.name}: {error.strerror}") from error


def _is_broken_pipe(error: OSError) -> bool:
    # Windows has no EPIPE: a pipe whose reader left answers "invalid argument".
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)
