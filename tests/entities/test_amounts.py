"""Amounts: names, codes and what they are not; the sentences are in tests/entities/dates."""

from __future__ import annotations

import pytest

from newsnlp.entities.amounts import amount_mentions
from newsnlp.entities.amounts.currencies import CODES, CURRENCIES, SYMBOLS, name_of_code
from newsnlp.model import Article
from newsnlp.text import annotate


def amounts(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.name) for m in amount_mentions(annotate(Article("test", text)))]


def test_one_amount_has_one_name_however_it_is_written() -> None:
    found = amounts("5 ملايين دولار، خمسة ملايين دولار أمريكي، $5 مليون، ٥٠٠٠٠٠٠ دولار")
    assert {name for _, name in found} == {"5,000,000 دولار أمريكي"}
    assert len(found) == 4


def test_the_adjective_agrees_with_the_currency() -> None:
    assert amounts("50 ليرة سورية و50 ريالا سعوديا") == [
        ("50 ليرة سورية", "50 ليرة سورية"),
        ("50 ريالا سعوديا", "50 ريال سعودي"),
    ]


def test_proclitics_stay_outside() -> None:
    assert [text for text, _ in amounts("بخمسين دولارا ولكيلومترين")] == [
        "خمسين دولارا",
        "كيلومترين",
    ]


@pytest.mark.parametrize("text", ["كم عددهم 5", "بات يعرف", "ين يانغ", "الدولار يرتفع", "%"])
def test_no_amount(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize("code", sorted({*CODES, *SYMBOLS.values()}))
def test_every_code_has_an_arabic_name(code: str) -> None:
    assert name_of_code(code)


def test_plurals_and_duals_are_made_right() -> None:
    assert {"جنيهات", "جنيهين", "ليرات", "ليرتين", "دنانير", "دولاران"} <= CURRENCIES.keys()
    assert "جنيات" not in CURRENCIES
