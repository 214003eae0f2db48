from __future__ import annotations

import pytest

from training.grammar import start
from training.morphology.orthography import tidy


@pytest.mark.parametrize(
    ("before", "likely", "unlikely"),
    [
        ("conj_sub:أَنْ.", "verb.i.3ms", "noun.d.ms"),
        ("part_neg:لَمْ.", "verb.i.3ms", "noun..ms"),
        ("prep:فِي.", "noun.d.ms", "verb.p.3ms"),
        ("conj_sub:أَنَّ.", "noun.d.ms", "verb.i.3ms"),
        ("noun.d.ms", "adj.d.ms", "adj..ms"),
        ("noun..ms", "adj..ms", "adj.d.ms"),
    ],
)
def test_syntax_gives_a_lead(before: str, likely: str, unlikely: str) -> None:
    before = tidy(before)  # as the tags are spelled
    assert start(before, likely) > start(before, unlikely)


@pytest.mark.parametrize("before", ["prep:فِي.+", "conj_sub:أَنَّ.+"])
def test_a_pronoun_takes_the_nouns_place(before: str) -> None:
    assert start(before, "verb.p.3ms") == start(before, "noun..ms") == 1.0


def test_what_it_does_not_know_it_leaves_to_the_texts() -> None:
    assert start("adv:أَمْس.", "verb.p.3ms") == 1.0
