"""Readings: the analyses of a form, grouped by what a choice in context can tell apart.

CAMeL Tools gives a word one analysis per case, state, mood and voice. A `Reading` joins those that
share lemma, part of speech, clitics and person, and keeps them as `Variant`s: the sequence model
chooses a reading by its tag, and the sentence around it then chooses the variant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsnlp.arabic import normalize
from newsnlp.model import Analysis

__all__ = [
    "VARIANT_FEATURES",
    "Reading",
    "Variant",
    "agreeing",
    "group",
    "joined",
    "tag_of",
    "with_variant",
]

# The features in which the variants of one reading may differ.
VARIANT_FEATURES = ("stt", "cas", "mod", "vox")
_SHARED_FEATURES = ("asp", "per", "gen", "num", "form_gen", "form_num", "rat")
_NOMINAL = frozenset(["noun", "noun_prop", "noun_num", "noun_quant", "adj", "adj_comp", "adj_num"])


@dataclass(frozen=True, slots=True)
class Variant:
    """One vocalised form of a reading, with the features that only it has."""

    diac: str
    features: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A choice the sequence model can make for a form.

    ``analysis`` holds what all variants share, with the first variant's form and features;
    ``joined`` says that a conjunction (و ف) is written onto the word; ``exact`` that the form is
    spelled as the lexicon spells it (hamzas, final ya and ta marbuta included).
    """

    analysis: Analysis
    variants: tuple[Variant, ...]
    tag: str
    exact: bool

    @property
    def joined(self) -> bool:
        return joined(self.analysis.proclitics)


def joined(proclitics: Sequence[str]) -> bool:
    """Whether a word begins with a conjunction that is written onto it."""
    return bool(proclitics) and proclitics[0] in ("و", "ف")


def tag_of(analysis: Analysis) -> str:
    """The sequence model's name for what an analysis is, conjunctions aside.

    Function words are tags of their own: what follows لَمْ is not what follows أَنَّ.
    """
    pos, features = analysis.pos, analysis.features
    before = [clitic for clitic in analysis.proclitics if clitic not in ("و", "ف")]
    clitics = ("+" if analysis.enclitics else "") + ("d" if "ال" in before else "")
    preposition = "p" if before and before[0] in ("ب", "ل", "ك") else ""
    if pos in _NOMINAL:
        shape = features.get("gen", "m") + features.get("num", "s")
        if features.get("num") == "p" and features.get("rat") == "n":
            shape = "fs"  # plurals of things agree as feminine singular
        return f"{pos}.{preposition}{clitics}.{shape}"
    if pos == "verb":
        particle = before[0] if before else ""
        person = features.get("per", "3")
        agreement = features.get("gen", "m") + features.get("num", "s") if person == "3" else "x"
        return f"verb.{features.get('asp', '')}{particle}{clitics}.{person}{agreement}"
    return f"{pos}:{analysis.lemma_diac}.{preposition}{clitics}"


def group(analyses: Iterable[tuple[Analysis, bool]]) -> tuple[Reading, ...]:
    """The readings of one form from its analyses, each with whether its spelling is exact."""
    groups: dict[tuple[object, ...], list[Analysis]] = {}
    exact: dict[tuple[object, ...], bool] = {}
    for analysis, spelled in analyses:
        shared = tuple(analysis.features.get(name) for name in _SHARED_FEATURES)
        key: tuple[object, ...] = (
            analysis.lemma_diac,
            analysis.pos,
            analysis.proclitics,
            analysis.enclitics,
            shared,
            spelled,
        )
        groups.setdefault(key, []).append(analysis)
        exact[key] = spelled
    readings = []
    for key, members in groups.items():
        variants = dict.fromkeys(
            (a.diac or "", tuple((n, a.features[n]) for n in VARIANT_FEATURES if n in a.features))
            for a in members
        )
        ordered = tuple(
            Variant(diac, dict(features))
            for diac, features in sorted(variants, key=lambda v: _rank(dict(v[1])))
        )
        readings.append(
            Reading(
                analysis=with_variant(members[0], ordered[0]),
                variants=ordered,
                tag=tag_of(members[0]),
                exact=exact[key],
            )
        )
    return tuple(readings)


def _rank(features: Mapping[str, str]) -> tuple[int, int, int, int]:
    """The commoner variant first: active, indicative, construct before indefinite, genitive.

    In running news more than half of all noun tokens are genitive (they follow a preposition or
    another noun).
    """
    return (
        "ap".find(features.get("vox", "a")),
        "isj".find(features.get("mod", "i")),
        "dci".find(features.get("stt", "d")),
        "gna".find(features.get("cas", "g")),
    )


def with_variant(analysis: Analysis, variant: Variant) -> Analysis:
    """The analysis as one of its reading's variants says it."""
    kept = {k: v for k, v in analysis.features.items() if k not in VARIANT_FEATURES}
    return replace(analysis, diac=variant.diac, features={**kept, **variant.features})


_FATHA, _SHADDA, _SUKUN = "\u064e", "\u0651", "\u0652"
_MARKS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670")
# How badly a letter's marks disagree: with what is typed, or with a shadda that is left out there.
_WRONG, _LACKING = 2, 1

Scored = tuple[tuple[Reading, float], ...]


def agreeing(typed: str, scored: Scored) -> Scored:
    """Of scored readings those whose vocalised forms disagree least with the marks of a typed word.

    Marks that no one typed count for nothing: مدرّسة leaves مُدَرِّسَة in every case, and not مَدْرَسَة.
    A reading keeps the variants that disagree least.
    """
    letters = list(_spelled(typed))
    judged = [
        [(_disagreement(letters, variant.diac), variant) for variant in reading.variants]
        for reading, _ in scored
    ]
    least = min((cost for variants in judged for cost, _ in variants), default=0)
    kept = []
    for (reading, logprob), costs in zip(scored, judged, strict=True):
        variants = tuple(variant for cost, variant in costs if cost == least)
        if variants:
            analysis = with_variant(reading.analysis, variants[0])
            kept.append((replace(reading, analysis=analysis, variants=variants), logprob))
    return tuple(kept)


def _spelled(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each letter with its marks; dagger alef counts as fatha, an alef's tanween as its neighbour's."""
    found: list[tuple[str, set[str]]] = []
    for char in text:
        if char in _MARKS:
            if found:
                at = -2 if char == "\u064b" and found[-1][0] in "اى" and len(found) > 1 else -1
                found[at][1].add(_FATHA if char == "\u0670" else char)
        else:
            found += ((letter, set()) for letter in normalize(char))
    return ((letter, frozenset(marks)) for letter, marks in found)


def _disagreement(typed: Sequence[tuple[str, frozenset[str]]], diac: str) -> int:
    """How far the typed marks are from a vocalised form; an unvocalised one fits any."""
    given = list(_spelled(diac))
    if not any(marks for _, marks in given):
        return 0
    if len(given) != len(typed):
        return _LACKING
    cost = 0
    for at, ((letter, own), (_, marks)) in enumerate(zip(given, typed, strict=True)):
        if marks:
            after = given[at + 1][0] if at + 1 < len(given) else ""
            cost += _clash(letter, own, marks, after)
    return cost


def _clash(letter: str, own: frozenset[str], typed: frozenset[str], after: str) -> int:
    vowel, wanted = own - {_SHADDA}, typed - {_SHADDA}
    cost = 0
    if _SHADDA in typed and _SHADDA not in own:
        cost += _WRONG
    elif _SHADDA in own and _SHADDA not in typed:
        cost += _LACKING
    if wanted and not vowel:
        # Written without a mark: a long vowel, or the fatha before an alef.
        implied = {_FATHA} if after in ("ا", "ى", "ة") else {_SUKUN} if letter in "اويى" else wanted
        cost += 0 if wanted <= implied else _WRONG
    elif wanted and wanted != vowel:
        cost += _WRONG
    return cost
