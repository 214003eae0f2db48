from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import newsnlp
from newsnlp.analysis import records
from newsnlp.model import Doc, Entity, Mention


@pytest.fixture
def doc(build: Callable[..., Doc]) -> Doc:
    mention = Mention("LOC", "بيروت", 0, 5, 0, "بيروت", "Beirut", "gazetteer", 1.0)
    return build(
        [("بيروت", "بيروت", "noun_prop"), ("بيروت", "بيروت", "noun_prop")],
        mentions=(mention,),
        entities=(Entity("LOC", "بيروت", "Beirut", "gazetteer", 1.0, (mention,)),),
        dates=(),
    )


@pytest.mark.parametrize(
    ("name", "kind", "length"),
    [
        ("tokens", records.TOKEN, 2),
        ("entities", records.ENTITY, 1),
        ("mentions", records.MENTION, 1),
        ("dates", records.DATE, 0),
        ("frequencies", records.FREQUENCY, 1),
    ],
)
def test_a_frame_has_the_columns_of_its_record(doc: Doc, name: str, kind: Any, length: int) -> None:
    frame = getattr(newsnlp.tables, name)(doc)
    assert list(frame.columns) == [field.name for field in kind.fields]
    assert len(frame) == length


def test_documents_follow_each_other(doc: Doc) -> None:
    assert len(newsnlp.tables.tokens(iter([doc, doc]))) == 4


def test_counts_are_over_all_documents(doc: Doc) -> None:
    frame = newsnlp.tables.frequencies([doc, doc], by="form")
    assert frame.loc[0, ["source", "form", "count"]].tolist() == ["*", "بيروت", 4]
    assert newsnlp.tables.frequencies(doc).loc[0, "source"] == "a.txt"
