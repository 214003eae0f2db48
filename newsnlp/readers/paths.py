"""From what a person typed to the inputs to read: files, folders, globs and ``-``."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsnlp.errors import MissingInput, UnreadableInput
from newsnlp.readers.formats import KNOWN_SUFFIXES, layout_of
from newsnlp.readers.notices import Notices

__all__ = ["Input", "expand"]


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read; ``name`` is what records call it, ``path`` is None for standard input."""

    name: str
    path: Path | None


def expand(paths: Iterable[str], notices: Notices) -> Iterator[Input]:
    """The inputs that the arguments name, in their order; folders and globs sorted by name.

    An argument that leads nowhere is told to ``notices`` and the next one follows.
    """
    for argument in paths:
        if argument == "-":
            yield Input("-", None)
        else:
            yield from _expand_one(argument, notices)


def _expand_one(argument: str, notices: Notices) -> Iterator[Input]:
    try:
        mode = Path(argument).stat().st_mode
    except OSError as error:
        matches = list(_glob(argument, notices))
        if matches:
            yield from matches
        elif isinstance(error, PermissionError):
            notices.error(UnreadableInput(_printable(argument), "permission denied"))
        else:
            notices.error(_nothing_at(argument))
    except ValueError:  # a NUL character in the name
        notices.error(_nothing_at(argument))
    else:
        if stat.S_ISDIR(mode):
            yield from _folder(argument, notices)
        else:
            yield Input(_printable(argument), Path(argument))


def _nothing_at(argument: str) -> MissingInput:
    if glob.has_magic(argument):
        return MissingInput(_printable(argument), "no file matches this pattern")
    remedy = "to read the words themselves, send them to standard input" if " " in argument else ""
    return MissingInput(_printable(argument), "no such file or directory", remedy=remedy)


def _glob(pattern: str, notices: Notices) -> Iterator[Input]:
    """The files a pattern matches, and the text files in the folders that it matches."""
    if not glob.has_magic(pattern):
        return
    # Not Path.glob, which drops a leading ./ from the names and shows hidden files.
    for match in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207
        if not Path(match).is_dir():
            yield Input(_printable(match), Path(match))
        elif "**" not in pattern:  # ** has already gone down into the folders by itself
            yield from _walk(match, notices)


def _folder(folder: str, notices: Notices) -> Iterator[Input]:
    empty = True
    for found in _walk(folder, notices):
        empty = False
        yield found
    if empty:
        suffixes = " ".join(KNOWN_SUFFIXES)
        notices.error(
            MissingInput(
                _printable(folder),
                "no text files in this directory",
                remedy=f"it is searched for {suffixes}; name other files one by one",
            )
        )


def _walk(folder: str, notices: Notices) -> Iterator[Input]:
    """Text files below a folder, each real folder once, so that links in a circle end."""
    seen: set[tuple[int, int]] = set()
    waiting = [Path(folder)]
    while waiting:
        path = waiting.pop()
        try:
            if not path.is_dir():
                yield Input(_printable(str(path)), path)
                continue
            status = path.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            children = sorted(child for child in path.iterdir() if _is_wanted(child))
        except OSError as error:
            reason = error.strerror or str(error)
            notices.error(UnreadableInput(_printable(str(path)), reason.lower()))
        else:
            waiting.extend(reversed(children))


def _is_wanted(path: Path) -> bool:
    if path.name.startswith("."):
        return False
    if path.is_dir():
        return True
    # A link that leads nowhere is kept, so that reading it tells; a pipe or socket would hang.
    return layout_of(path.name).format is not None and (path.is_file() or path.is_symlink())


def _printable(name: str) -> str:
    """The name as UTF-8 can carry it: a file system may hold bytes that are not text."""
    return os.fsencode(name).decode("utf-8", "replace")
