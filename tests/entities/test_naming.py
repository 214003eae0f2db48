"""One thing, one name."""

from __future__ import annotations

import pytest

from newsnlp import resources
from newsnlp.arabic import fold
from newsnlp.entities.gazetteer import Gazetteer
from newsnlp.entities.naming import entities_of, name_mentions
from newsnlp.model import Entity, Mention


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(resources.model_path("gazetteer.marisa"))


def named(gazetteer: Gazetteer, *mentions: tuple[str, str]) -> tuple[Entity, ...]:
    """Entities of mentions (type, text), which stand one after the other."""
    found, at = [], 0
    for type_, text in mentions:
        found.append((Mention(type_, text, at, at + len(text), 0), fold(text)))
        at += len(text) + 1
    return entities_of(name_mentions(found, gazetteer))


def test_a_last_name_is_the_person_named_in_full(gazetteer: Gazetteer) -> None:
    (kirby,) = named(gazetteer, ("PER", "كيربي"), ("PER", "جون كيربي"), ("PER", "كيربي"))
    assert (kirby.name, kirby.english, kirby.count) == ("جون كيربي", "John Kirby", 3)
    assert kirby.forms == ("كيربي", "جون كيربي")


def test_the_document_knows_better_than_the_list(gazetteer: Gazetteer) -> None:
    (trump,) = named(gazetteer, ("PER", "ماري ترامب"), ("PER", "ترامب"))
    assert trump.name == "ماري ترامب"
    (president,) = named(gazetteer, ("PER", "دونالد ترامب"), ("PER", "ترامب"))
    assert president.english == "Donald Trump"


def test_aliases_are_one_place(gazetteer: Gazetteer) -> None:
    (usa,) = named(
        gazetteer,
        ("LOC", "أمريكا"),
        ("LOC", "الولايات المتحدة"),
        ("LOC", "الولايات المتحدة الأميركية"),
    )
    assert (usa.english, usa.english_origin, usa.count) == ("United States", "gazetteer", 3)


def test_a_short_organisation_is_the_longer_that_begins_with_it(gazetteer: Gazetteer) -> None:
    (firm,) = named(gazetteer, ("ORG", "زنبوق"), ("ORG", "زنبوق للاتصالات"))
    assert (firm.name, firm.count) == ("زنبوق للاتصالات", 2)
    # but not if two could be meant
    firms = named(gazetteer, ("ORG", "زنبوق"), ("ORG", "زنبوق للاتصالات"), ("ORG", "زنبوق للنفط"))
    assert len(firms) == 3


def test_types_are_not_mixed(gazetteer: Gazetteer) -> None:
    entities = named(gazetteer, ("PER", "زنبوق"), ("ORG", "زنبوق"))
    assert [(entity.type, entity.count) for entity in entities] == [("PER", 1), ("ORG", 1)]


def test_people_no_list_holds_are_spelled_word_by_word(gazetteer: Gazetteer) -> None:
    (known,) = named(gazetteer, ("PER", "محمد أحمد"))
    assert known.english_origin == "gazetteer"
    (unknown,) = named(gazetteer, ("PER", "محمد الزنبوقي"))
    assert unknown.english_origin == "romanised"
    assert unknown.english is not None and unknown.english.endswith("Al-Zanbuqi")
    (particle,) = named(gazetteer, ("PER", "زنبوق بن زنبيق"))
    assert particle.english is not None and " bin " in particle.english


def test_what_is_named_already_stays(gazetteer: Gazetteer) -> None:
    date = Mention("DATE", "2015", 0, 4, 0, name="2015")
    assert name_mentions([(date, "")], gazetteer) == (date,)


def test_entities_stand_by_count_then_in_text_order(gazetteer: Gazetteer) -> None:
    found = named(
        gazetteer, ("LOC", "موسكو"), ("LOC", "طهران"), ("LOC", "واشنطن"), ("LOC", "طهران")
    )
    assert [entity.english for entity in found] == ["Tehran", "Moscow", "Washington"]
    starts = [m.start for m in found[0].mentions]
    assert starts == sorted(starts)
