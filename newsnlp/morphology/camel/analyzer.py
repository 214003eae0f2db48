"""Every analysis of a word, from CAMeL Tools' analyzer, with its two habits mended."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from newsnlp.morphology.camel.gateway import camel

__all__ = ["MAX_LETTERS", "CamelAnalyzer"]

MAX_LETTERS = 100
"""Longer strings are no words: the longest vocalised form in news has under 40 characters."""


class CamelAnalyzer:
    """CAMeL's ``Analyzer`` over an open database, for words of any shape.

    Args:
        db: what `load_database` returns.
        backoff: CAMeL's way with a word the lexicon does not explain: ``NONE`` or one of
            ``NOAN_ALL``, ``NOAN_PROP``, ``ADD_ALL``, ``ADD_PROP``.
        cache_size: how many words' analyses are kept. CAMeL's own disambiguators look into their
            cache but never fill it.
    """

    def __init__(self, db: Any, *, backoff: str = "NONE", cache_size: int = 50_000) -> None:
        self._analyzer = camel("morphology.analyzer").Analyzer(db, backoff)
        self._cached = lru_cache(maxsize=cache_size)(self._analyze)

    def analyze(self, word: str) -> list[dict[str, Any]]:
        """All analyses of the word, as CAMeL's feature dictionaries; read them, do not write.

        An empty list means that nothing is known, and is also the answer to what is no word at
        all: nothing but blanks or marks, letters joined to punctuation, more than `MAX_LETTERS`
        characters, or a string that trips CAMeL Tools up (its issue 114). It never raises.
        """
        return list(self._cached(word)) if len(word) <= MAX_LETTERS else []

    def _analyze(self, word: str) -> tuple[dict[str, Any], ...]:
        try:
            return tuple(self._analyzer.analyze(word))
        except (LookupError, TypeError, ValueError):
            # a category or default that this database does not define
            return ()
