"""Where a reader says what went wrong and what it assumed, without printing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsnlp.errors import InputError

__all__ = ["Notices"]


@dataclass(frozen=True, slots=True)
class Notices:
    """The caller's two ears; without ``on_error`` the first error is raised."""

    on_error: Callable[[InputError], None] | None = None
    on_warning: Callable[[str, str], None] | None = None

    def error(self, error: InputError) -> None:
        if self.on_error is None:
            raise error
        self.on_error(error)

    def warn(self, source: str, message: str) -> None:
        if self.on_warning is not None:
            self.on_warning(source, message)
