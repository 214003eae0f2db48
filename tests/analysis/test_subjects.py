"""What a text is about: stop words, key phrases, entities over documents, the summary."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from newsnlp.analysis.merging import merge_entities
from newsnlp.analysis.phrases import key_phrases
from newsnlp.analysis.records import ENTITY, SUMMARY
from newsnlp.analysis.stopwords import is_content, stop_words
from newsnlp.analysis.summary import lead, summary_row, title
from newsnlp.arabic import strip_diacritics
from newsnlp.model import Analysis, DateExpression, Doc, Entity, Mention

Build = Callable[..., Doc]


def definite(lemma: str, pos: str, *clitics: str) -> Analysis:
    return Analysis(lemma, lemma, pos, "X", proclitics=(*clitics, "ال"), stem=lemma)


NUCLEAR = ("النووي", definite("نووي", "adj"), "adj")
DEAL = [("الاتفاق", definite("اتفاق", "noun"), "noun"), NUCLEAR]
FOR_THE_DEAL = [("للاتفاق", definite("اتفاق", "noun", "ل"), "noun"), NUCLEAR]
COUNCIL = [
    ("مجلس", "مجلس", "noun"),
    ("الأمن", definite("أمن", "noun"), "noun"),
    ("القومي", definite("قومي", "adj"), "adj"),
]
STOP = (".", ".", "punc")


def mention(name: str, text: str, score: float = 1.0) -> Mention:
    return Mention("LOC", text, 0, len(text), 0, name, None, None, score)


def place(name: str, *texts: str, english: str | None = None, score: float = 1.0) -> Entity:
    mentions = tuple(mention(name, text, score) for text in texts)
    return Entity("LOC", name, english, "gazetteer" if english else None, score, mentions)


def test_listed_stop_words_are_lemmas_as_they_are_looked_up() -> None:
    assert {"كان", "قال", "كل"} <= stop_words()
    assert all(lemma == strip_diacritics(lemma) for lemma in stop_words())


@pytest.mark.parametrize(
    ("lemma", "pos", "content"),
    [
        ("حرب", "noun", True),
        ("إيران", "noun_prop", True),
        ("كان", "verb", False),
        ("من", "prep", False),
        ("هذا", "pron_dem", False),
        ("لم", "part_neg", False),
        ("ثلاثة", "noun_num", False),
        ("2015", "digit", False),
        (".", "punc", False),
    ],
)
def test_content_words(lemma: str, pos: str, content: bool, word: Callable[..., Any]) -> None:
    assert is_content(word(lemma, pos)) is content


def test_phrases_are_repeated_and_worded_without_clitics(build: Build) -> None:
    iranian = ("الإيراني", definite("إيراني", "adj"), "adj")
    cold_war = [
        ("الحرب", definite("حرب", "noun"), "noun"),
        ("الباردة", definite("بارد", "adj"), "adj"),
    ]
    doc = build([*DEAL, iranian, STOP], [*FOR_THE_DEAL, STOP], [*DEAL, STOP], [*cold_war, STOP])
    (phrase,) = key_phrases(doc)
    assert (phrase.text, phrase.count, phrase.score) == ("الاتفاق النووي", 3, 6.0)


def test_a_wording_only_seen_with_a_preposition_loses_it(build: Build) -> None:
    (phrase,) = key_phrases(build(FOR_THE_DEAL, FOR_THE_DEAL))
    assert phrase.text == "الاتفاق النووي"


def test_a_part_of_a_longer_phrase_counts_only_for_itself(build: Build) -> None:
    assert [p.text for p in key_phrases(build(COUNCIL, COUNCIL))] == ["مجلس الأمن القومي"]
    texts = [p.text for p in key_phrases(build(COUNCIL, COUNCIL, COUNCIL[:2]))]
    assert texts == ["مجلس الأمن القومي", "مجلس الأمن"]


@pytest.mark.parametrize(
    "pair",
    [
        [DEAL[0], ("والسلم", definite("سلم", "noun", "و"), "noun")],  # two things
        [DEAL[0], ("بلد", "بلد", "noun")],  # no construct after an article
        [DEAL[0], ("نووي", "نووي", "adj")],  # a statement
        [("إيران", "إيران", "noun_prop"), ("روسيا", "روسيا", "noun_prop")],  # subject, object
        [("حرب", "حرب", "noun"), ("في", "في", "prep")],
    ],
)
def test_neighbours_that_are_no_phrase(build: Build, pair: Any) -> None:
    assert key_phrases(build(pair, pair)) == ()


def test_entities_of_many_documents_are_one_list(build: Build) -> None:
    docs = [
        build(entities=(place("إيران", "إيران"), place("غزة", "غزة", "غزة"))),
        build(entities=(place("إيران", "إيران", "طهران", english="Iran", score=0.7),)),
    ]
    rows = [dict(row) for row in merge_entities(docs)]
    assert [list(row) for row in rows] == [[field.name for field in ENTITY.fields]] * 2
    assert [(row["name"], row["count"]) for row in rows] == [("إيران", 3), ("غزة", 2)]
    assert rows[0]["english"] == "Iran"
    assert rows[0]["score"] == 0.8
    assert rows[0]["forms"] == ["إيران", "طهران"]
    assert rows[0]["source"] == "*"


def test_merging_can_be_narrowed_to_types(build: Build) -> None:
    docs = [build(entities=(place("غزة", "غزة"),))]
    assert list(merge_entities(docs, types=frozenset(["PER"]))) == []


@pytest.fixture
def story(build: Build) -> Doc:
    return build(
        [("حرب", "حرب", "noun"), ("جديدة", "جديد", "adj")],
        [("مراسلنا", "مراسل", "noun")],
        [*DEAL, ("انتهى", "انتهى", "verb"), STOP],
        [*DEAL, ("بدأ", "بدأ", "verb"), STOP],
        day=date(2024, 1, 31),
        entities=(place("غزة", "غزة"), place("إيران", "إيران", "إيران", english="Iran")),
        dates=(DateExpression(2, "أمس", 0, 3, "2024-01-30", "day", "x"),),
    )


def test_a_summary_has_all_fields_in_order(story: Doc) -> None:
    row = summary_row(story)
    assert list(row) == [field.name for field in SUMMARY.fields]
    assert (row["title"], row["date"]) == ("حرب جديدة", "2024-01-31")
    assert (row["words"], row["sentences"], row["types"], row["lemmas"]) == (9, 4, 7, 7)
    assert row["key_phrases"] == [{"phrase": "الاتفاق النووي", "score": 4.0}]
    assert row["lead"] == ["الاتفاق النووي انتهى ."]
    assert row["dates"] == [{"text": "أمس", "value": "2024-01-30", "grain": "day"}]
    assert row["quotes"] is None


def test_top_is_how_many_of_each(story: Doc) -> None:
    row: Any = summary_row(story, top=1)
    assert [lemma["lemma"] for lemma in row["top_lemmas"]] == ["اتفاق"]
    assert [(entity["name"], entity["count"]) for entity in row["entities"]] == [("إيران", 2)]


def test_light_verbs_are_no_subjects(story: Doc) -> None:
    row: Any = summary_row(story)
    assert "بدأ" not in {lemma["lemma"] for lemma in row["top_lemmas"]}


def test_one_line_is_its_own_lead_and_has_no_title(build: Build) -> None:
    doc = build([("خبر", "خبر", "noun"), ("عاجل", "عاجل", "adj")])
    assert title(doc) is None
    assert lead(doc) == ["خبر عاجل"]


def test_a_text_that_opens_with_a_sentence_has_no_title(build: Build) -> None:
    doc = build([("خبر", "خبر", "noun"), STOP], [("آخر", "آخر", "adj"), STOP])
    assert title(doc) is None
    assert lead(doc) == ["خبر ."]


def test_an_empty_text_has_neither(build: Build) -> None:
    row = summary_row(build(entities=(), dates=()))
    assert (row["title"], row["lead"], row["words"]) == (None, [], 0)
