"""The one terminal object: talk goes to standard error, so that data has standard output alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TextIO, TypeVar

from newsnlp.arabic import safe_display
from newsnlp.errors import NewsnlpError

__all__ = ["ColorMode", "Console", "is_terminal", "use_utf8", "wants_color"]

ColorMode = Literal["auto", "always", "never"]
T = TypeVar("T")


def is_terminal(stream: TextIO) -> bool:
    """Whether a person reads the stream as it is written; a closed stream has no reader."""
    try:
        return stream.isatty()
    except ValueError:
        return False


def wants_color(mode: ColorMode, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """What ``auto`` means for a stream: colour on a terminal, unless ``NO_COLOR`` is set.

    See https://no-color.org. ``TERM=dumb`` and Windows consoles that show escape sequences as
    letters get none either; ``always`` overrides all of that.
    """
    if mode != "auto":
        return mode == "always"
    if environ.get("NO_COLOR") or environ.get("TERM") == "dumb" or not is_terminal(stream):
        return False
    from rich.console import detect_legacy_windows

    return not detect_legacy_windows()


def use_utf8() -> None:
    """Make both streams UTF-8 with plain line ends, whatever the locale or system says."""
    # Streams that stand in for the real ones, in tests and notebooks, may not know `reconfigure`.
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors=errors, newline="\n")


@dataclass(frozen=True, slots=True)
class Console:
    """What the program says besides its data: notes, warnings, errors and progress.

    ``quiet`` leaves only errors; ``verbose`` adds details.
    """

    color: ColorMode = "auto"
    quiet: bool = False
    verbose: bool = False

    def say(self, message: str) -> None:
        """A note that ``--quiet`` silences."""
        if not self.quiet:
            self._write(message)

    def detail(self, message: str) -> None:
        """A note for those who asked for ``--verbose``."""
        if self.verbose and not self.quiet:
            self._write(message)

    def warn(self, message: str) -> None:
        """Something the reader of the data has to know, silenced by ``--quiet``."""
        if not self.quiet:
            self._write(message, label="warning")

    def error(self, error: NewsnlpError) -> None:
        """What went wrong, and below it what to do about it; never silenced."""
        self._write(error.message, label="error")
        if error.remedy:
            self._write(f"  {error.remedy}")

    def track(
        self, items: Iterable[T], *, label: str, total: int | None = None, shared: bool = False
    ) -> Iterator[T]:
        """The items, with a progress bar on standard error where a person can see it.

        ``shared`` says that data is going to the same terminal: a bar would be torn by it.
        """
        if self.quiet or shared or not is_terminal(sys.stderr):
            yield from items
            return
        from rich.console import Console as RichConsole
        from rich.progress import Progress

        screen = RichConsole(
            stderr=True, no_color=not wants_color(self.color, sys.stderr, os.environ)
        )
        with Progress(console=screen, transient=True) as progress:
            yield from progress.track(items, total=total, description=safe_display(label))

    def _write(self, message: str, *, label: str = "") -> None:
        # Messages name files, and a file's name may hold anything.
        text = "\n".join(safe_display(line) for line in message.split("\n"))
        if label:
            prefix = f"{label}:"
            if wants_color(self.color, sys.stderr, os.environ):
                from rich.style import Style

                prefix = Style(bold=True, color="red" if label == "error" else "yellow").render(
                    prefix
                )
            text = f"{prefix} {text}"
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
