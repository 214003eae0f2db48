"""What a form's readings are worth before the sentence is looked at.

    log P(reading | form) = log P(lemma) + log P(inflection | part of speech) + spelling, normalised

The two weights come from the corpora, by expectation maximisation over all forms
(`training.disambiguation`); the same formula serves the forms of the table when they are trained
and, at run time, the forms that are not in the table.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from newsnlp.morphology.readings import Reading
from newsnlp.morphology.solutions import Scored

__all__ = ["MISSPELLED", "inflection_key", "lemma_key", "rarity", "score"]

# Newspapers leave out hamzas and dots now and then; a reading that needs that is this much less
# likely (natural logarithm; 3.0 is one word in twenty).
MISSPELLED = -3.0
UNSEEN_LEMMA = -15.0
UNSEEN_INFLECTION = -9.0

# What newspapers hardly ever print, whatever the lemma: commands, the question أ, the emphatic لَ,
# and speech to a woman, to two people or to several women (natural logarithm).
RARE = {"c": -4.0, ">a": -5.0, "la": -4.0, "second person": -3.0, "fp": -2.0, "passive": -1.5}

Weight = Callable[[str], float | None]


def lemma_key(reading: Reading) -> str:
    """The name under which a lemma's weight is kept."""
    return f"lemma {reading.analysis.pos} {reading.analysis.lemma_diac}"


def inflection_key(reading: Reading) -> str:
    """The name under which the weight of an inflection within its part of speech is kept."""
    analysis = reading.analysis
    joined = analysis.proclitics[0] if reading.joined else ""
    person = analysis.features.get("per", "")
    number = analysis.features.get("gen", "") + analysis.features.get("num", "")
    voice = min((v.features.get("vox", "a") for v in reading.variants), default="a")
    enclitic = "+" + analysis.enclitics[0] if analysis.enclitics else ""
    return f"inflection {joined} {reading.tag} {person}{number}{voice} {enclitic}"


def rarity(reading: Reading) -> float:
    """The penalty of a reading's inflection, before any corpus is counted."""
    analysis = reading.analysis
    features, before = analysis.features, analysis.proclitics
    if analysis.pos != "verb":
        return RARE[">a"] if before[:1] == ("أ",) else 0.0
    penalty = 0.0
    if features.get("asp") == "c":
        penalty += RARE["c"]
    elif features.get("per") == "2":
        penalty += RARE["second person"]
    if before[:1] == ("أ",):
        penalty += RARE[">a"]
    if "ل" in before and (features.get("asp") == "p" or features.get("mod") == "i"):
        penalty += RARE["la"]
    if features.get("gen") == "f" and features.get("num") in ("p", "d"):
        penalty += RARE["fp"]
    if all(variant.features.get("vox") == "p" for variant in reading.variants):
        penalty += RARE["passive"]
    return penalty


def score(readings: Sequence[Reading], weight: Weight) -> Scored:
    """The readings with natural log-probabilities that sum to one, best first."""
    logs = []
    for reading in readings:
        lemma, inflection = weight(lemma_key(reading)), weight(inflection_key(reading))
        logs.append(
            (UNSEEN_LEMMA if lemma is None else lemma)
            + (UNSEEN_INFLECTION if inflection is None else inflection)
            + (0.0 if reading.exact else MISSPELLED)
            + rarity(reading)
        )
    top = max(logs)
    total = top + math.log(sum(math.exp(value - top) for value in logs))
    scored = [(reading, value - total) for reading, value in zip(readings, logs, strict=True)]
    return tuple(sorted(scored, key=lambda pair: -pair[1]))
