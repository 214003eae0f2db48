from __future__ import annotations

from collections.abc import Callable

import pytest

from newsnlp import resources
from newsnlp.entities.gazetteer import Gazetteer
from newsnlp.entities.groups import group_mentions
from newsnlp.entities.words import words_of
from newsnlp.model import Analysis, Doc, Mention


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(resources.model_path("gazetteer.marisa"))


def found(doc: Doc, gazetteer: Gazetteer, taken: tuple[int, ...] = ()) -> list[Mention]:
    words = words_of(doc.tokens)
    return group_mentions(words, [at in taken for at in range(len(words))], 3, gazetteer)


def test_demonyms_with_and_without_article(build: Callable[..., Doc], gazetteer: Gazetteer) -> None:
    doc = build(
        [("الاتفاق", "اتفاق", "noun"), ("الإيراني", "إيراني", "adj"), ("روسي", "روسي", "adj")]
    )
    first, second = found(doc, gazetteer)
    assert (first.type, first.text, first.name, first.english) == (
        "NORP",
        "الإيراني",
        "إيراني",
        "Iranian",
    )
    assert (second.text, second.english, second.sentence) == ("روسي", "Russian", 3)
    assert all(doc.text[m.start : m.end] == m.text for m in (first, second))


def test_proclitics_stay_outside(
    build: Callable[..., Doc], word: Callable[..., Analysis], gazetteer: Gazetteer
) -> None:
    doc = build([("وإيراني", word("إيراني", "adj", proclitics=("و",)), "adj")])
    (mention,) = found(doc, gazetteer)
    assert (mention.text, mention.start) == ("إيراني", 1)


def test_a_word_inside_another_name_is_no_group(
    build: Callable[..., Doc], gazetteer: Gazetteer
) -> None:
    doc = build([("الحرس", "حرس", "noun"), ("الإيراني", "إيراني", "adj")])
    assert found(doc, gazetteer, taken=(0, 1)) == []
    assert len(found(doc, gazetteer)) == 1


@pytest.mark.parametrize("pos", ["verb", "prep", "punc"])
def test_other_parts_of_speech_are_no_groups(
    build: Callable[..., Doc], gazetteer: Gazetteer, pos: str
) -> None:
    assert found(build([("روسي", "روسي", pos)]), gazetteer) == []
