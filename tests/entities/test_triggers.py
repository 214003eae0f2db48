from __future__ import annotations

import pytest

from newsnlp.entities import triggers
from newsnlp.entities.triggers import trigger_class
from newsnlp.morphology.lexicon import Lexicon


@pytest.mark.parametrize(
    ("lemma", "letter"),
    [("وزير", "T"), ("شركة", "G"), ("مدينة", "P"), ("كأس", "E"), ("كتب", ""), ("", "")],
)
def test_classes(lemma: str, letter: str) -> None:
    assert trigger_class(lemma) == letter


def test_words_are_lemmas_of_the_lexicon() -> None:
    """A trigger that no analysis has as its lemma never fires; a few plurals are there for the eye."""
    lexicon = Lexicon()
    words = triggers.OFFICES | triggers.ORGANISATIONS | triggers.PLACES | triggers.EVENTS
    strangers = {
        word for word in words if word not in {r.analysis.lemma for r, _ in lexicon.readings(word)}
    }
    assert len(strangers) < 0.06 * len(words), strangers
