"""Every reading of a form, whichever way it is known."""

from __future__ import annotations

import math

import pytest

from newsnlp.morphology.lexicon import Lexicon

RARE = "فسيكتبونهما"  # a form no corpus holds often enough for the table


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


@pytest.mark.parametrize(
    ("form", "origin"),
    [("كتاب", "lexicon"), ("والكتاب", "lexicon"), (RARE, "lexicon"), ("زنبوقراط", "guess")],
)
def test_readings_know_where_they_come_from(lexicon: Lexicon, form: str, origin: str) -> None:
    assert {reading.analysis.origin for reading, _ in lexicon.readings(form)} == {origin}


def test_rare_forms_are_analysed_as_camel_tools_does(lexicon: Lexicon) -> None:
    assert lexicon.solutions.look_up(RARE) is None
    scored = lexicon.readings(RARE)
    best = scored[0][0].analysis
    assert (best.lemma_diac, best.pos) == ("كَتَب", "verb")
    assert (best.proclitics, best.stem, best.enclitics) == (("ف", "س"), "يكتبون", ("هما",))
    assert sum(math.exp(logprob) for _, logprob in scored) == pytest.approx(1.0)


def test_analyses_are_best_first_and_take_a_word_as_typed(lexicon: Lexicon) -> None:
    typed = lexicon.analyses("كِتَـــاب")
    assert typed == lexicon.analyses("كتاب")
    assert [p for _, p in typed] == sorted((p for _, p in typed), reverse=True)


@pytest.mark.parametrize("form", ["ك" * 5000, "ا", "ء", "\u0640", "پژوهش"])
def test_anything_has_a_reading(lexicon: Lexicon, form: str) -> None:
    readings = lexicon.readings(form)
    assert readings
    assert all(len(reading.analysis.lemma) <= 41 for reading, _ in readings)
