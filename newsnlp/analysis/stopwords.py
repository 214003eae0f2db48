"""Words that say nothing of what a text is about: the closed classes, and a list of lemmas."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from newsnlp.model import Analysis

__all__ = ["is_content", "is_stop_word", "parse_stop_words", "stop_words"]

_CLOSED = frozenset([
    "prep", "conj", "conj_sub", "adv", "adv_interrog", "adv_rel", "verb_pseudo", "interj",
    "noun_quant", "noun_num", "adj_num", "punc", "punct", "digit",
])  # fmt: skip
_CLOSED_FAMILIES = ("part", "pron")
_CONTENT = frozenset(["noun", "noun_prop", "adj", "adj_comp", "verb", "foreign", "abbrev"])


@cache
def stop_words() -> frozenset[str]:
    """The bundled list, as lemmas without diacritics."""
    text = files("newsnlp.analysis").joinpath("stopwords.txt").read_text(encoding="utf-8")
    return parse_stop_words(text.splitlines())


def parse_stop_words(lines: Iterable[str]) -> frozenset[str]:
    """The lemmas of a list: parted by blanks or lines; ``#`` begins a comment.

    >>> sorted(parse_stop_words(["# verbs", "كان صار", "قال # said"]))
    ['صار', 'قال', 'كان']
    """
    return frozenset(word for line in lines for word in line.partition("#")[0].split())


def is_stop_word(analysis: Analysis, listed: frozenset[str]) -> bool:
    """Whether it is of a closed class, or its lemma is listed."""
    pos = analysis.pos
    return pos in _CLOSED or pos.startswith(_CLOSED_FAMILIES) or analysis.lemma in listed


def is_content(analysis: Analysis) -> bool:
    """Whether it is a name, noun, adjective or verb that the bundled list does not hold."""
    return analysis.pos in _CONTENT and not is_stop_word(analysis, stop_words())
