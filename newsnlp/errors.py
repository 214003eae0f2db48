"""Every exception that newsnlp raises on purpose, each with the exit status the command line gives it.

    NewsnlpError
    ├── InputError         1   an input cannot be read; the others still run
    │   ├── MissingInput       no such file, or a directory without text
    │   ├── UnreadableInput    no permission, a broken archive, a binary file
    │   └── EncodingError      the bytes are not text in the encoding given or guessed
    ├── UsageError         2   the call itself is wrong: an unknown column, engine, format
    └── ResourceError      3   a model or its data is missing or damaged

A message names the value that was wrong; ``remedy`` says what to do about it.
"""

from __future__ import annotations

__all__ = [
    "EncodingError",
    "InputError",
    "MissingInput",
    "NewsnlpError",
    "ResourceError",
    "UnreadableInput",
    "UsageError",
]


class NewsnlpError(Exception):
    """Base of all: a message for people, a remedy (may be empty) and an exit status."""

    exit_status = 1

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} ({self.remedy})" if self.remedy else self.message


class InputError(NewsnlpError):
    """One input cannot be read; ``source`` names it."""

    def __init__(self, source: str, message: str, *, remedy: str = "") -> None:
        super().__init__(f"{source}: {message}", remedy=remedy)
        self.source = source


class MissingInput(InputError):  # noqa: N818 - reads as what it is
    """The path does not exist, a glob matches nothing, or a directory holds no text."""


class UnreadableInput(InputError):  # noqa: N818
    """The file exists but cannot be read as text: permissions, a broken archive, binary content."""


class EncodingError(InputError):
    """The bytes do not decode in the encoding that was given or guessed."""


class UsageError(NewsnlpError):
    """The caller asked for something that does not exist or does not fit together."""

    exit_status = 2


class ResourceError(NewsnlpError):
    """A model or its data is missing or damaged; the remedy is the command that mends it."""

    exit_status = 3
