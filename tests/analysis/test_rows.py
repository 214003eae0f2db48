from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from newsnlp.analysis.records import ANALYSIS, DATE, ENTITY, MENTION, TOKEN
from newsnlp.analysis.rows import (
    analysis_rows,
    date_rows,
    entity_rows,
    mention_rows,
    token_rows,
)
from newsnlp.analysis.schema import RecordKind
from newsnlp.model import DateExpression, Doc, Entity, Mention
from newsnlp.morphology.readings import Reading, Variant

Build = Callable[..., Doc]

FIRST = Mention("LOC", "إيران", 1, 6, 0, "إيران", "Iran", "gazetteer", 0.98765)
SECOND = Mention("LOC", "إيران", 7, 12, 0, "إيران", "Iran", "gazetteer", 0.5)
IRAN = Entity("LOC", "إيران", "Iran", "gazetteer", 0.7, (FIRST, SECOND))
YESTERDAY = DateExpression(0, "أمس", 0, 3, "2024-01-30", "day", "relative")


def names(kind: RecordKind) -> list[str]:
    return [field.name for field in kind.fields]


@pytest.fixture
def doc(build: Build, word: Callable[..., Any]) -> Doc:
    to_iran = word("إيران", "noun_prop", "إيران", proclitics=("ل",), features={"gen": "f"})
    return build(
        [("لإيران", to_iran, "noun_prop"), ("إيران", "إيران", "noun_prop")],
        [(".", ".", "punc")],
        mentions=(FIRST, SECOND),
        entities=(IRAN,),
        dates=(YESTERDAY,),
    )


def test_fields_stand_in_the_order_of_their_records(doc: Doc) -> None:
    assert list(next(iter(token_rows(doc)))) == names(TOKEN)
    assert list(next(iter(entity_rows(doc)))) == names(ENTITY)
    assert list(next(iter(mention_rows(doc)))) == names(MENTION)
    assert list(next(iter(date_rows(doc)))) == names(DATE)


def test_tokens_are_numbered_in_their_sentence(doc: Doc) -> None:
    rows = list(token_rows(doc))
    assert [(row["sentence"], row["index"]) for row in rows] == [(0, 0), (0, 1), (1, 0)]
    assert rows[0]["proclitics"] == ["ل"]
    assert rows[0]["features"] == {"gen": "f"}
    assert all(doc.text[row["start"] : row["end"]] == row["text"] for row in rows)  # type: ignore[misc]


def test_an_entity_carries_its_mentions_and_forms(doc: Doc) -> None:
    (row,) = entity_rows(doc)
    assert (row["count"], row["forms"]) == (2, ["إيران"])
    assert row["mentions"] == [
        {"text": "إيران", "start": 1, "end": 6, "sentence": 0, "score": 0.9877},
        {"text": "إيران", "start": 7, "end": 12, "sentence": 0, "score": 0.5},
    ]


@pytest.mark.parametrize("rows_of", [entity_rows, mention_rows, date_rows])
def test_a_stage_that_did_not_run_is_no_empty_list(rows_of: Any, build: Build) -> None:
    with pytest.raises(ValueError, match="load the pipeline with that stage"):
        list(rows_of(build([("خبر", "خبر", "noun")])))


def test_tokens_without_morphology_are_no_rows(doc: Doc) -> None:
    from dataclasses import replace

    bare = replace(doc, tokens=tuple(replace(token, analysis=None) for token in doc.tokens))
    with pytest.raises(ValueError, match="morphology"):
        list(token_rows(bare))


def test_readings_share_out_the_probability_best_first(word: Callable[..., Any]) -> None:
    rare = Reading(word("كتب", "noun"), (), "", True)
    common = Reading(word("كتب", "verb"), (), "", True)
    rows = list(analysis_rows("s", "كتب", [(rare, -700.0 + math.log(0.25)), (common, -700.0)]))
    assert [list(row) for row in rows] == [names(ANALYSIS)] * 2
    assert [(row["rank"], row["pos"], row["score"]) for row in rows] == [
        (1, "verb", 0.8),
        (2, "noun", 0.2),
    ]


def test_variants_have_the_rank_of_their_reading(word: Callable[..., Any]) -> None:
    variants = (Variant("كِتابٌ", {"cas": "n"}), Variant("كِتابٍ", {"cas": "g"}))
    book = Reading(word("كتاب", "noun", features={"gen": "m"}), variants, "", True)
    other = Reading(word("كتاب", "adj"), (), "", True)
    rows = list(analysis_rows("s", "كتاب", [(book, 0.0), (other, -1.0)], variants=True))
    assert [(row["rank"], row["diac"], row["features"]) for row in rows] == [
        (1, "كِتابٌ", {"gen": "m", "cas": "n"}),
        (1, "كِتابٍ", {"gen": "m", "cas": "g"}),
        (2, None, {}),
    ]


def test_no_readings_are_no_rows() -> None:
    assert list(analysis_rows("s", "x", [])) == []
