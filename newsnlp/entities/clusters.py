"""Classes of words that occur in like surroundings, learnt from raw news (`training.clusters`).

A memory-mapped marisa-trie: folded form -> its class at four sizes (64, 256, 1024, 4096 classes).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

__all__ = ["Clusters"]

_NONE = ("", "", "", "")


class Clusters:
    """The open table of word classes."""

    def __init__(self, path: Path) -> None:
        import marisa_trie

        self._trie = marisa_trie.RecordTrie("<HHHH").mmap(str(path))
        self.classes = lru_cache(maxsize=100_000)(self._classes)

    def _classes(self, form: str) -> tuple[str, str, str, str]:
        """The form's four classes from coarse to fine; empty strings for a form never seen."""
        found = self._trie.get(form)
        if not found:
            return _NONE
        a, b, c, d = found[0]
        return (str(a), str(b), str(c), str(d))
