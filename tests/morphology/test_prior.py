from __future__ import annotations

import math
from dataclasses import replace

import pytest

from newsnlp.model import Analysis
from newsnlp.morphology.prior import (
    MISSPELLED,
    RARE,
    UNSEEN_LEMMA,
    inflection_key,
    lemma_key,
    rarity,
    score,
)
from newsnlp.morphology.readings import Reading, Variant, tag_of


def reading(analysis: Analysis, *, exact: bool = True, vox: str = "a") -> Reading:
    variant = Variant(analysis.lemma_diac, {"vox": vox} if analysis.pos == "verb" else {})
    return Reading(analysis, (variant,), tag_of(analysis), exact)


NOUN = Analysis("علم", "عِلْم", "noun", "NOUN", features={"gen": "m", "num": "s"})
FLAG = replace(NOUN, lemma_diac="عَلَم")
VERB = Analysis(
    "علم", "عَلِم", "verb", "VERB", features={"asp": "p", "per": "3", "gen": "m", "num": "s"}
)


def test_shares_sum_to_one_and_the_likelier_lemma_leads() -> None:
    weights = {"lemma noun عِلْم": -3.0, "lemma noun عَلَم": -5.0}
    readings = [reading(FLAG), reading(NOUN), reading(VERB)]
    scored = score(readings, weights.get)
    assert sum(math.exp(logprob) for _, logprob in scored) == pytest.approx(1.0)
    assert [r.analysis.lemma_diac for r, _ in scored] == ["عِلْم", "عَلَم", "عَلِم"]
    assert scored[0][1] - scored[1][1] == pytest.approx(2.0)
    assert scored[1][1] - scored[2][1] == pytest.approx(-5.0 - UNSEEN_LEMMA)


def test_a_reading_that_needs_another_spelling_is_less_likely() -> None:
    (_, right), (_, wrong) = score([reading(NOUN), reading(NOUN, exact=False)], lambda name: -1.0)
    assert right - wrong == pytest.approx(-MISSPELLED)


@pytest.mark.parametrize(
    ("analysis", "vox", "penalty"),
    [
        (NOUN, "a", 0.0),
        (replace(NOUN, proclitics=("أ",)), "a", RARE[">a"]),
        (VERB, "a", 0.0),
        (VERB, "p", RARE["passive"]),
        (replace(VERB, features={"asp": "c", "per": "2"}), "a", RARE["c"]),
        (replace(VERB, features={"asp": "i", "per": "2"}), "a", RARE["second person"]),
        (replace(VERB, proclitics=("ل",)), "a", RARE["la"]),
        (replace(VERB, proclitics=("ل",), features={"asp": "i", "mod": "s"}), "a", 0.0),
        (replace(VERB, features={"per": "3", "gen": "f", "num": "p"}), "a", RARE["fp"]),
    ],
)
def test_what_newspapers_hardly_print(analysis: Analysis, vox: str, penalty: float) -> None:
    assert rarity(reading(analysis, vox=vox)) == penalty


def test_keys_tell_lemmas_and_inflections_apart() -> None:
    joined = replace(NOUN, proclitics=("و", "ال"), enclitics=())
    assert lemma_key(reading(NOUN)) == lemma_key(reading(joined)) == "lemma noun عِلْم"
    assert lemma_key(reading(NOUN)) != lemma_key(reading(VERB))
    different = [NOUN, joined, VERB, replace(NOUN, enclitics=("ه",))]
    assert len({inflection_key(reading(one)) for one in different}) == len(different)
    assert inflection_key(reading(VERB)) != inflection_key(reading(VERB, vox="p"))
