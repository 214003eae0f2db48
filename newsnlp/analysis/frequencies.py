"""Counts over a stream of documents: only the counts are held, never the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, TypeVar, get_args

from newsnlp.analysis.rows import analysis_of
from newsnlp.analysis.schema import Row
from newsnlp.analysis.stopwords import is_stop_word
from newsnlp.model import Doc, Token

__all__ = ["UNITS", "Frequencies", "Unit", "is_word"]

Unit = Literal["lemma", "form", "root", "pos", "ngram"]
UNITS: tuple[Unit, ...] = get_args(Unit)

_NOT_WORDS = frozenset(["punct", "emoji", "other"])
_MILLION = 1_000_000

_Key = tuple[str, ...]
_Unit = TypeVar("_Unit", str, tuple[str, ...])
_NAMES: Mapping[Unit, tuple[str, ...]] = {
    "lemma": ("lemma", "lemma_diac", "pos"),
    "form": ("form",),
    "root": ("root",),
    "pos": ("pos",),
    "ngram": ("ngram",),
}


def is_word(token: Token) -> bool:
    """Whether it is counted as a word: anything with letters or digits."""
    return token.kind not in _NOT_WORDS


@dataclass(slots=True)
class Frequencies:
    """A counter that documents are added to and rows are read from.

    ``by`` is the unit: ``lemma`` (one lemma with one part of speech), ``form`` (as it is written),
    ``root``, ``pos``, or ``ngram``: ``size`` neighbouring words as lemmas, none of them across
    punctuation. ``stop_words`` of ``None`` counts every word; a set leaves out the words of closed
    classes, the lemmas in it, and n-grams that begin or end with such. ``words`` is the number of
    running words, stop words included, that ``per_million`` refers to.
    """

    by: Unit = "lemma"
    size: int = 2
    stop_words: frozenset[str] | None = None
    words: int = 0
    _counts: Counter[_Key] = field(default_factory=Counter)
    _forms: dict[_Key, Counter[str]] = field(default_factory=dict)
    _glosses: dict[_Key, str | None] = field(default_factory=dict)

    def add(self, doc: Doc) -> None:
        """Count a document's words."""
        count = self._add_ngrams if self.by == "ngram" else self._add_words
        for _, tokens in doc.tokens_by_sentence():
            count(tokens)

    def rows(self, source: str) -> Iterator[Row]:
        """The units, commonest first, those of one count in the order of their spelling."""
        for key, count in sorted(self._counts.items(), key=_rank):
            row: dict[str, object] = {"source": source}
            row |= zip(_NAMES[self.by], key, strict=True)
            if self.by == "lemma":
                row["gloss"] = self._glosses[key]
            row["count"] = count
            row["per_million"] = round(count * _MILLION / self.words, 2)
            if key in self._forms:
                row["forms"] = [form for form, _ in sorted(self._forms[key].items(), key=_rank)]
            yield row

    def _add_words(self, tokens: tuple[Token, ...]) -> None:
        for token in tokens:
            if not is_word(token):
                continue
            self.words += 1
            key = _key(token, self.by)
            if key is None or self._is_stop_word(token):
                continue
            self._count(key, token.text)
            if self.by == "lemma":
                self._glosses.setdefault(key, analysis_of(token).gloss)

    def _add_ngrams(self, tokens: tuple[Token, ...]) -> None:
        for counted, run in groupby(tokens, key=is_word):
            if not counted:
                continue
            words = list(run)
            self.words += len(words)
            for start in range(len(words) - self.size + 1):
                gram = words[start : start + self.size]
                if not (self._is_stop_word(gram[0]) or self._is_stop_word(gram[-1])):
                    key = " ".join(analysis_of(token).lemma for token in gram)
                    self._count((key,), " ".join(token.text for token in gram))

    def _count(self, key: _Key, form: str) -> None:
        self._counts[key] += 1
        if self.by not in ("form", "pos"):  # one is the form, the other has all of them
            self._forms.setdefault(key, Counter())[form] += 1

    def _is_stop_word(self, token: Token) -> bool:
        return self.stop_words is not None and is_stop_word(analysis_of(token), self.stop_words)


def _key(token: Token, by: Unit) -> _Key | None:
    """What the token counts as; ``None`` where it has no root to be counted by."""
    if by == "form":
        return (token.text,)
    analysis = analysis_of(token)
    match by:
        case "root":
            return (analysis.root,) if analysis.root else None
        case "pos":
            return (analysis.pos,)
        case _:
            return analysis.lemma, analysis.lemma_diac, analysis.pos


def _rank(item: tuple[_Unit, int]) -> tuple[int, _Unit]:
    return -item[1], item[0]
