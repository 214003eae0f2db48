"""Guesses for forms that no entry explains."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnlp.morphology.guesser import guess

KNOWN = frozenset(("زيلنسكا", "بوتينوف"))


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "proclitics"),
    [
        # the article is evidence enough; a first letter alone is none
        ("وبالزنبوقراطية", "زنبوقراطي", "adj", "و ب ال"),
        ("والزنبوقراطي", "زنبوقراطي", "adj", "و ال"),
        ("للزنبوقراطيين", "زنبوقراطي", "adj", "ل ال"),
        ("كالزنبوقراط", "زنبوقراط", "noun", "ك ال"),
        ("الزنابيق", "زنابيق", "noun", "ال"),
        ("زنبوقراط", "زنبوقراط", "noun_prop", ""),
        ("بلزنبيق", "بلزنبيق", "noun_prop", ""),
        ("لزنبوقراط", "لزنبوقراط", "noun_prop", ""),
        ("كزنبوقراط", "كزنبوقراط", "noun_prop", ""),
        # unless the rest stands as a word of its own in the corpora
        ("لبوتينوف", "بوتينوف", "noun_prop", "ل"),
        ("وبوتينوف", "بوتينوف", "noun_prop", "و"),
        ("ولزيلنسكا", "زيلنسكا", "noun_prop", "و ل"),
    ],
)
def test_first_guess(form: str, lemma: str, pos: str, proclitics: str) -> None:
    best, _ = guess(form, attested=KNOWN.__contains__)[0]
    analysis = best.analysis
    assert (analysis.lemma, analysis.pos, " ".join(analysis.proclitics)) == (lemma, pos, proclitics)


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "gender", "number"),
    [
        ("زنبوقية", "زنبوقي", "adj", "f", "s"),
        ("زنبوقيين", "زنبوقي", "adj", "m", "p"),
        ("زنبوقات", "زنبوقة", "noun", "f", "p"),
        ("زنبوقات", "زنبوق", "noun", "f", "p"),
        ("زنبوقة", "زنبوقة", "noun", "f", "s"),
        ("يزنبق", "زنبق", "verb", "m", "s"),
        ("تزنبق", "زنبق", "verb", "f", "s"),
    ],
)
def test_endings_offer_parts_of_speech(
    form: str, lemma: str, pos: str, gender: str, number: str
) -> None:
    offered = {
        (a.lemma, a.pos, a.features["gen"], a.features["num"])
        for a in (reading.analysis for reading, _ in guess(form, attested=KNOWN.__contains__))
    }
    assert (lemma, pos, gender, number) in offered


@pytest.mark.parametrize("form", ["ال", "وال", "لل", "و", "بال", "ك"])
def test_a_clitic_is_never_a_word_cut_to_nothing(form: str) -> None:
    assert all(r.analysis.proclitics == () for r, _ in guess(form, attested=lambda _: True))


@given(st.text(st.sampled_from("ابتةدرسعكلمنهويىأؤئء"), min_size=1, max_size=12), st.booleans())
def test_guesses_are_a_distribution_over_the_whole_form(form: str, everything: bool) -> None:
    guesses = guess(form, attested=lambda _: everything)
    assert sum(math.exp(logprob) for _, logprob in guesses) == pytest.approx(1.0)
    assert [p for _, p in guesses] == sorted((p for _, p in guesses), reverse=True)
    for reading, _ in guesses:
        analysis = reading.analysis
        written = "".join(analysis.proclitics).replace("لال", "لل")
        assert written + analysis.stem == form
        assert analysis.origin == "guess"
        assert reading.variants[0].diac == analysis.diac == form
