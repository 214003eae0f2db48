"""Training on corpora small enough to see through."""

from __future__ import annotations

import math
import zlib

import pytest

from newsnlp.model import Analysis
from newsnlp.morphology.context import JOINED, START, Transitions
from newsnlp.morphology.readings import Reading, Variant, tag_of
from training.disambiguation import (
    collapse,
    context_matrix,
    prefer,
    train_sequences,
    train_words,
)


def reading(lemma: str, pos: str, *proclitics: str) -> Reading:
    analysis = Analysis(lemma, lemma, pos, "X", proclitics=proclitics, diac=lemma)
    return Reading(analysis, (Variant(lemma, {}),), tag_of(analysis), True)


SCIENCE, FLAG, KNEW = reading("عِلْم", "noun"), reading("عَلَم", "noun"), reading("عَلِم", "verb")


def test_unambiguous_forms_decide_for_the_ambiguous() -> None:
    readings = {"علم": [SCIENCE, FLAG], "علوم": [SCIENCE], "أعلام": [FLAG]}
    weights = train_words(readings, {"علم": 100, "علوم": 900, "أعلام": 9}, {}, {})
    assert weights["lemma noun عِلْم"] > weights["lemma noun عَلَم"]
    assert all(weight < 0.1 for weight in weights.values())


def test_preferences_and_doubts_outweigh_counts() -> None:
    readings = {"علم": [SCIENCE, FLAG]}
    counts = {"علم": 100}
    preferred = train_words(
        readings, counts, {"علم": {("عَلَم", "noun"): 0.95, ("عِلْم", "noun"): 0.05}}, {}
    )
    assert preferred["lemma noun عَلَم"] > preferred["lemma noun عِلْم"]
    doubted = train_words(readings, counts, {}, {("عَلَم", "noun"): -3.0})
    assert doubted["lemma noun عِلْم"] - doubted["lemma noun عَلَم"] >= 3.0


def test_prefer_gives_each_lemma_its_share() -> None:
    shares = [(SCIENCE, 0.2), (SCIENCE, 0.2), (FLAG, 0.5), (KNEW, 0.1)]
    written = {("عِلْم", "noun"): 0.7, ("عَلَم", "noun"): 0.2}
    rescaled = prefer(shares, written)
    assert sum(share for _, share in rescaled) == pytest.approx(1.0)
    (_, first), (_, second), (_, flag), (_, knew) = rescaled
    assert first == second
    assert (first + second) / flag == pytest.approx(0.7 / 0.2)
    assert 0 < knew < 0.03  # what is not written down keeps a little
    assert prefer(shares, None) == shares


def test_collapse_joins_readings_of_one_tag() -> None:
    numbers = {SCIENCE.tag: 3, KNEW.tag: 4}
    scored = ((SCIENCE, math.log(0.5)), (FLAG, math.log(0.3)), (KNEW, math.log(0.2)))
    assert [(round(s, 6), tag, joined) for s, tag, joined in collapse(scored, numbers)] == [
        (0.8, 3, False), (0.2, 4, False),
    ]  # fmt: skip


TAGS = [START, JOINED, "noun..ms", "prep:في.", "verb.p.3ms"]


def trained() -> tuple[list[list[float]], dict[str, list[float]], list[str]]:
    """A hundred sentences in which a noun follows the preposition, and a verb begins."""
    emissions = {
        "في": [(1.0, 3, False)],
        "بيت": [(1.0, 2, False)],
        "قال": [(1.0, 4, False)],
        "كتب": [(0.5, 2, False), (0.5, 4, False)],
    }
    sentences = [["قال", "في", "بيت"]] * 90 + [["قال", "في", "كتب"]] * 10
    said: list[str] = []
    transition, shares, prior = train_sequences(
        lambda: sentences, TAGS, emissions, report=said.append
    )
    assert sum(prior) == pytest.approx(1.0)
    return transition, shares, said


def test_sentences_teach_what_follows_what() -> None:
    transition, shares, said = trained()
    assert transition[3][2] > 1 > transition[3][4]
    assert shares["كتب"][0] > 0.7
    assert all(sum(offer) == pytest.approx(1.0) for offer in shares.values())
    likelihoods = [float(line.rsplit(" ", 1)[1]) for line in said]
    assert likelihoods == sorted(likelihoods)


def test_the_matrix_is_read_back_as_costs() -> None:
    same, likelier, rarer, never = zlib.decompress(
        context_matrix([[1.0, math.e], [1 / math.e, 1e-30]])
    )
    assert likelier < same == 128 < rarer < never
    assert same - likelier == rarer - same
    transition, _, _ = trained()
    transitions = Transitions.load([*TAGS, "noun_prop..ms"][:6], bytes(36))
    assert transitions.number("prep:في.") == 3
    assert len(zlib.decompress(context_matrix(transition))) == len(TAGS) ** 2
