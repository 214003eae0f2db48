"""The seed article: what it names must be found, with its type and its English name."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsnlp
from newsnlp.model import Article, Doc

(SEED,) = (Path(__file__).parents[2] / "seeds").glob("000_*.txt")


@pytest.fixture(scope="module")
def doc() -> Doc:
    return newsnlp.load()(Article(SEED.name, SEED.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("type_", "english", "count"),
    [
        ("LOC", "Iran", 14),
        ("LOC", "Russia", 13),
        ("LOC", "Ukraine", 6),
        ("LOC", "United States", 2),
        ("LOC", "Moscow", 2),
        ("LOC", "Tehran", 2),
        ("LOC", "Washington", 2),
        ("LOC", "Europe", 1),
        ("LOC", "China", 1),
        ("PER", "John Kirby", 1),
        ("PER", "Donald Trump", 1),
    ],
)
def test_places_and_people(doc: Doc, type_: str, english: str, count: int) -> None:
    found = {(e.type, e.english): e.count for e in doc.entities or ()}
    assert found.get((type_, english)) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("مجلس الأمن القومي", "National Security Council"),
        ("الحرس الثوري", "Revolutionary Guard"),
        ("الغرفة التجارية الإيرانية", "Chamber of Commerce"),
    ],
)
def test_organisations(doc: Doc, text: str, words: str) -> None:
    found = {
        entity.english
        for entity in doc.entities or ()
        if entity.type == "ORG" and any(text in form for form in entity.forms)
    }
    assert any(words.lower() in (english or "").lower() for english in found), found


@pytest.mark.parametrize("text", ["17 أكتوبر", "٢٠١٥", "2018"])
def test_dates(doc: Doc, text: str) -> None:
    assert any(m.type == "DATE" and text in m.text for m in doc.mentions or ())


def test_adjacent_countries_are_two(doc: Doc) -> None:
    start = doc.text.index("إيران روسيا")
    found = [(m.text, m.english) for m in doc.mentions or () if start <= m.start < start + 11]
    assert found == [("إيران", "Iran"), ("روسيا", "Russia")]
