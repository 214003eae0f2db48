"""One file a command, each with an ``app`` that holds it; loaded when the command is called."""

from __future__ import annotations

__all__ = ["NAMES"]

NAMES = (
    "summary",
    "entities",
    "tokens",
    "frequencies",
    "dates",
    "analyze",
    "models",
    "doctor",
    "schema",
)
"""In the order of the help: reading a text first, looking after newsnlp last."""
