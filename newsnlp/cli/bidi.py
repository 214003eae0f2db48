"""Arabic in table cells, so that columns keep their order on whatever terminal shows them.

By the Unicode algorithm a row is one paragraph: beside Arabic, its columns change places. Three
ways out:

- ``isolate``: each Arabic line of a cell stands between isolates; a terminal that reorders does so
  inside the cell only.
- ``visual``: letters are joined and put in the order in which they are seen, for a terminal that
  reorders nothing.
- ``off``: the text as it is. A pipe gets this, so that ``grep`` and ``cut`` find what they look
  for.

Data formats never pass through here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from rich.cells import cell_len

from newsnlp.cli.formats.reordering import base_direction, reorder
from newsnlp.cli.formats.shaping import shape

__all__ = ["BidiMode", "ResolvedMode", "cell_lines", "prepare", "resolve_mode", "wrap"]

BidiMode = Literal["auto", "isolate", "visual", "off"]
ResolvedMode = Literal["isolate", "visual", "off"]

_LEFT_TO_RIGHT_ISOLATE = "\u2066"
_RIGHT_TO_LEFT_ISOLATE = "\u2067"
_FIRST_STRONG_ISOLATE = "\u2068"
_POP_ISOLATE = "\u2069"

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

_PLAIN_VARIABLES = ("WT_SESSION", "ALACRITTY_WINDOW_ID", "XTERM_VERSION")


def resolve_mode(mode: BidiMode, *, is_terminal: bool, environ: Mapping[str, str]) -> ResolvedMode:
    """What ``auto`` means here: ``off`` in a pipe, else what the terminal is known to need.

    GNOME's VTE, Konsole, Apple's Terminal and mintty reorder; Windows Terminal, VS Code, Alacritty
    and xterm do not. Any other terminal is taken to reorder: isolates do no harm where it does not.
    """
    if mode != "auto":
        return mode
    if not is_terminal:
        return "off"
    # Variables outlive the terminal that set them: one started from another inherits its own. These
    # are asked first because VS Code and xterm are often started from a terminal that reorders.
    plain = (
        environ.get("TERM_PROGRAM") == "vscode"
        or environ.get("TERM") == "alacritty"
        or any(environ.get(name) for name in _PLAIN_VARIABLES)
    )
    # mintty and Apple's Terminal name themselves, also where a plain terminal started them.
    itself = environ.get("TERM_PROGRAM") in ("Apple_Terminal", "mintty")
    return "visual" if plain and not itself else "isolate"


def prepare(text: str, mode: ResolvedMode) -> str:
    """The text as its width is measured: joined letters are fewer, so they are joined first."""
    return shape(text) if mode == "visual" and _RIGHT_TO_LEFT.search(text) else text


def wrap(text: str, width: int) -> list[str]:
    """Fold text at blanks into lines of at most ``width`` cells; longer words are cut, none lost.

    >>> wrap("مجلس الأمن الدولي", 10)
    ['مجلس الأمن', 'الدولي']
    """
    if cell_len(text) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if cell_len(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _cut(word, width)
        lines.extend(full)
    return [*lines, line] if line or not lines else lines


def _cut(word: str, width: int) -> list[str]:
    """Pieces of at most ``width`` cells; a mark is never parted from its letter."""
    pieces = [""]
    for char in word:
        if pieces[-1] and cell_len(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def cell_lines(prepared: str, width: int, mode: ResolvedMode) -> list[tuple[str, int]]:
    """The lines of a cell as they are written, each with its width in cells.

    ``prepared`` comes from `prepare`. All lines of a cell run in the direction of its first letter.
    """
    lines = wrap(prepared, width)
    base = base_direction(prepared) if mode != "off" else "L"
    written = []
    for line in lines:
        shown = line
        if mode != "off" and _RIGHT_TO_LEFT.search(prepared):
            if mode == "visual":
                shown = reorder(line, base)
            elif len(lines) == 1:
                shown = f"{_FIRST_STRONG_ISOLATE}{line}{_POP_ISOLATE}"
            else:
                # A folded line may begin with a letter of the other direction than its cell.
                opening = _RIGHT_TO_LEFT_ISOLATE if base == "R" else _LEFT_TO_RIGHT_ISOLATE
                shown = f"{opening}{line}{_POP_ISOLATE}"
        written.append((shown, cell_len(line)))
    return written
