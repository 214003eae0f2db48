"""Chooses case, state and mood once the readings of a sentence are known.

A few rules of Arabic syntax that hold whatever the words mean (Ryding 2005, chapters 5, 8, 34-35):
a preposition or a noun in the construct asks for the genitive, لَمْ for the jussive, أَنْ and لَنْ for
the subjunctive, إِنَّ and her sisters for the accusative; an adjective agrees with its noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsnlp.model import Analysis
from newsnlp.morphology.readings import Reading, with_variant

__all__ = ["Wanted", "in_variant", "wanted"]

Wanted = tuple[tuple[str, str], ...]
"""The features that a word's neighbours ask of it, with their values."""

_NOUNS = frozenset("noun noun_num noun_quant adj_comp".split())
_ADJECTIVES = frozenset("adj adj_num".split())
_SUBJUNCTIVE = frozenset(("أن", "لن", "كي", "حتى", "لكي"))
_JUSSIVE = frozenset(("لم",))
_ACCUSATIVE = frozenset(("verb_pseudo",))
_PREPOSITIONS = frozenset(("ب", "ل", "ك"))
_NAMED = _NOUNS | {"noun_prop"}


def wanted(readings: Sequence[Reading]) -> Iterator[Wanted]:
    """For each reading of a sentence what its neighbours ask; nothing where it has one variant."""
    last = len(readings) - 1
    for at, reading in enumerate(readings):
        if len(reading.variants) < 2:
            yield ()
        else:
            before = readings[at - 1].analysis if at else None
            after = readings[at + 1].analysis if at < last else None
            yield _wanted(reading.analysis, before, after)


def in_variant(reading: Reading, asked: Wanted) -> Analysis:
    """The analysis of a reading in the variant that has most of what is asked, the first of equals."""
    if len(reading.variants) < 2:
        return reading.analysis
    variant = max(
        reading.variants,
        key=lambda v: sum(v.features.get(name) == value for name, value in asked),
    )
    return with_variant(reading.analysis, variant)


def _wanted(word: Analysis, before: Analysis | None, after: Analysis | None) -> Wanted:
    if word.pos == "verb":
        lemma = before.lemma if before else ""
        if lemma in _JUSSIVE:
            return (("mod", "j"),)
        return (("mod", "s" if lemma in _SUBJUNCTIVE else "i"), ("vox", "a"))
    case = ("cas", _case(word, before))
    if "ال" in word.proclitics or word.enclitics:
        return (case,)
    construct = after is not None and after.pos in _NAMED
    free = after is not None and bool(after.proclitics) and "ال" not in after.proclitics
    return (("stt", "c" if construct and not free and word.pos in _NOUNS else "i"), case)


def _case(word: Analysis, before: Analysis | None) -> str:
    if before is None or not _PREPOSITIONS.isdisjoint(word.proclitics):
        return "g" if word.proclitics else "n"
    if before.pos == "prep" or (before.pos in _NOUNS and "ال" not in before.proclitics):
        return "g"
    if before.pos in _ACCUSATIVE or before.lemma == "أن":
        return "a"
    return "n" if before.pos == "verb" else "g"
