from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnlp.analysis.frequencies import UNITS, Frequencies, Unit
from newsnlp.analysis.records import FREQUENCY_BY
from newsnlp.analysis.stopwords import stop_words
from newsnlp.model import Analysis, Article, Doc, Sentence, Token

Build = Callable[..., Doc]


@pytest.fixture
def doc(build: Build, word: Callable[..., Any]) -> Doc:
    book = word("كتاب", "noun", root="ك.ت.ب", gloss="book")
    wrote = word("كتب", "verb", root="ك.ت.ب")
    return build(
        [
            ("كتب", wrote, "verb"),
            ("الكتاب", book, "noun"),
            ("في", "في", "prep"),
            ("كتاب", book, "noun"),
            ("،", "،", "punc"),
            ("الكتاب", book, "noun"),
        ]
    )


def rows(doc: Doc, by: Unit = "lemma", **options: Any) -> list[dict[str, Any]]:
    counter = Frequencies(by, **options)
    counter.add(doc)
    return [dict(row) for row in counter.rows("all")]


@pytest.mark.parametrize("by", UNITS)
def test_fields_stand_in_the_order_of_their_record(doc: Doc, by: Unit) -> None:
    names = [field.name for field in FREQUENCY_BY[by].fields]
    assert [list(row) for row in rows(doc, by)] == [names] * len(rows(doc, by))


def test_lemmas_merge_their_forms_commonest_first(doc: Doc) -> None:
    assert rows(doc)[0] == {
        "source": "all",
        "lemma": "كتاب",
        "lemma_diac": "كتاب",
        "pos": "noun",
        "gloss": "book",
        "count": 3,
        "per_million": 600_000.0,
        "forms": ["الكتاب", "كتاب"],
    }


def test_punctuation_is_no_word(doc: Doc) -> None:
    assert sum(row["count"] for row in rows(doc, "form")) == 5
    assert "،" not in {row["form"] for row in rows(doc, "form")}


def test_roots_gather_lemmas_and_leave_out_words_without(doc: Doc) -> None:
    (row,) = rows(doc, "root")
    assert (row["root"], row["count"], row["forms"]) == ("ك.ت.ب", 4, ["الكتاب", "كتاب", "كتب"])


def test_parts_of_speech(doc: Doc) -> None:
    counts = {row["pos"]: row["count"] for row in rows(doc, "pos")}
    assert counts == {"noun": 3, "prep": 1, "verb": 1}


def test_ngrams_do_not_cross_punctuation(doc: Doc) -> None:
    assert {row["ngram"] for row in rows(doc, "ngram")} == {"كتب كتاب", "كتاب في", "في كتاب"}
    assert [row["ngram"] for row in rows(doc, "ngram", size=4)] == ["كتب كتاب في كتاب"]
    assert rows(doc, "ngram", size=5) == []


def test_stop_words_go_but_still_count_as_running_words(doc: Doc) -> None:
    left = rows(doc, stop_words=stop_words())
    assert [(row["lemma"], row["per_million"]) for row in left] == [
        ("كتاب", 600_000.0),
        ("كتب", 200_000.0),
    ]
    grams = rows(doc, "ngram", stop_words=stop_words())
    assert [row["ngram"] for row in grams] == ["كتب كتاب"]
    inside = rows(doc, "ngram", size=3, stop_words=stop_words())
    assert [row["ngram"] for row in inside] == ["كتاب في كتاب"]


def test_a_list_of_ones_own_comes_on_top_of_the_closed_classes(doc: Doc) -> None:
    left = rows(doc, stop_words=frozenset(["كتاب"]))
    assert [row["lemma"] for row in left] == ["كتب"]


def test_nothing_counted_is_no_rows() -> None:
    assert list(Frequencies().rows("all")) == []


@given(st.lists(st.lists(st.sampled_from("ابتث"), min_size=1, max_size=8), max_size=4))
def test_counts_add_up_whatever_comes(sentences: list[list[str]]) -> None:
    counter = Frequencies()
    for sentence in sentences:
        tokens = tuple(
            Token(letter, at, at + 1, "word", Analysis(letter, letter, "noun", "NOUN"))
            for at, letter in enumerate(sentence)
        )
        span = Sentence(0, 0, len(sentence), 0, len(tokens))
        counter.add(Doc(Article("s", "".join(sentence)), tokens, (span,)))
    made = list(counter.rows("all"))
    assert sum(row["count"] for row in made) == counter.words == sum(map(len, sentences))  # type: ignore[misc]
    assert [row["count"] for row in made] == sorted((r["count"] for r in made), reverse=True)  # type: ignore[type-var]
