"""Our own sentences from every desk of a newspaper, each with all its dates and amounts."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from newsnlp.entities.amounts import amount_mentions
from newsnlp.entities.dates import annotate_dates, date_mentions
from newsnlp.model import Article, Doc
from newsnlp.text import annotate

HERE = Path(__file__).parent / "dates"


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def document(sentence: str, today: str = "") -> Doc:
    return annotate(Article("row", sentence, date.fromisoformat(today) if today else None))


def test_there_are_sentences_enough() -> None:
    assert len(rows("dates.tsv")) >= 150
    assert len(rows("amounts.tsv")) >= 45


@pytest.mark.parametrize("row", rows("dates.tsv"), ids=lambda row: row["sentence"])
def test_dates(row: dict[str, str]) -> None:
    doc = annotate_dates(document(row["sentence"], row["today"]))
    assert doc.dates is not None
    assert ";".join(f"{d.text}={d.value}" for d in doc.dates) == (row["dates"] or "")
    assert all(doc.text[d.start : d.end] == d.text for d in doc.dates)


@pytest.mark.parametrize("row", rows("dates.tsv"), ids=lambda row: row["sentence"])
def test_every_date_but_the_time_of_day_is_a_mention(row: dict[str, str]) -> None:
    doc = annotate_dates(document(row["sentence"], row["today"]))
    assert doc.dates is not None
    mentions = date_mentions(doc)
    assert [m.text for m in mentions] == [d.text for d in doc.dates if d.grain != "time"]
    assert all(m.name and m.english for m in mentions)


@pytest.mark.parametrize("row", rows("amounts.tsv"), ids=lambda row: row["sentence"])
def test_amounts(row: dict[str, str]) -> None:
    doc = document(row["sentence"])
    mentions = amount_mentions(doc)
    found = ";".join(f"{m.type} {m.text}={m.english}" for m in mentions)
    assert found == (row["amounts"] or "")
