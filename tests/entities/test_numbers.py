"""Numbers in words and digits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnlp.entities.numbers import NUMERALS, Number, parse_number, parse_ordinal


@pytest.mark.parametrize(
    ("text", "value", "taken"),
    [
        ("واحد", 1, 1),
        ("اثنتان", 2, 1),
        ("ثمانٍ", 8, 1),
        ("عشرة", 10, 1),
        ("أحد عشر", 11, 2),
        ("إحدى عشرة سنة", 11, 2),
        ("اثنا عشر", 12, 2),
        ("ثلاث عشرة", 13, 2),
        ("ثماني عشرة", 18, 2),
        ("عشرون", 20, 1),
        ("ثلاثة وعشرون", 23, 2),
        ("سبعا وتسعين", 97, 2),
        ("مِئَةٌ", 100, 1),
        ("مائة", 100, 1),
        ("مئتان", 200, 1),
        ("مائتي", 200, 1),
        ("ثلاثمئة", 300, 1),
        ("ثلاثمائة", 300, 1),
        ("ثلاث مئة", 300, 2),
        ("ثمانمائة", 800, 1),
        ("مئة وثلاثة", 103, 2),
        ("مئة وثلاثة وعشرين", 123, 3),
        ("ألف", 1000, 1),
        ("ألفان", 2000, 1),
        ("ألفي متر", 2000, 1),
        ("ألفا دولار", 2000, 1),
        ("ألفا", 1000, 1),
        ("خمسة آلاف", 5000, 2),
        ("خمسين ألفا", 50_000, 2),
        ("مئة وخمسون ألفا", 150_000, 3),
        ("ثلاثمائة وخمسة وعشرين ألفا وأربعمئة وثلاثة", 325_403, 6),
        ("ألف وتسعمئة وسبعة وستين", 1967, 4),
        ("ألفين وخمسة عشر", 2015, 3),
        ("مليون", 10**6, 1),
        ("مليونا دولار", 2 * 10**6, 1),
        ("واحد وعشرون مليونا", 21 * 10**6, 3),
        ("الثلاثة ملايين", 3 * 10**6, 2),
        ("مليون ونصف", 1_500_000, 2),
        ("مليون ونصف المليون", 1_500_000, 3),
        ("مليونان ونصف المليون", 2_500_000, 3),
        ("نصف مليون", 500_000, 2),
        ("ربع مليار", 250_000_000, 2),
        ("ألف مليار", 10**12, 2),
        ("خمسة ونصف", Decimal("5.5"), 2),
        ("خمسة وستة", 5, 1),
        ("100 ألف وخمسة ملايين", 100_000, 2),
        ("5 ملايين و300 ألف", 5_300_000, 4),
        ("20 ألفا و 500", 20_500, 4),
        ("1.5 مليون", 1_500_000, 2),
        ("1,234,567.8", Decimal("1234567.8"), 1),
        ("١٬٢٠٠", 1200, 1),
        ("٣٫٥", Decimal("3.5"), 1),
        ("2،945", 2945, 1),
        ("294،381 مليار", 294_381_000_000, 2),
        ("1ر5 مليون", 1_500_000, 2),
        ("25 000 دينار", 25_000, 2),
        ("1.234.567", 1_234_567, 1),
        ("-3", -3, 1),
        ("۱۲", 12, 1),
    ],
)
def test_numbers(text: str, value: Number, taken: int) -> None:
    words = text.split()
    if "و300" in words:  # the tokenizer parts letters from digits
        words = [*words[:2], "و", "300", "ألف"]
        taken = 5
    assert parse_number(words) == (value, taken)


@pytest.mark.parametrize(
    "text", ["", "مدينة", "ملايين الدولارات", "أحد الرجال", "نصف", "17/10/2022"]
)
def test_no_numbers(text: str) -> None:
    assert parse_number(text.split()) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("الأول", (1, 1)),
        ("الثانية", (2, 1)),
        ("الخامس عشر", (15, 2)),
        ("الحادية عشرة", (11, 2)),
        ("الحادي والعشرين", (21, 2)),
        ("الثلاثين", (30, 1)),
        ("الحادي", None),
        ("ثالث", None),
        ("", None),
    ],
)
def test_ordinals(text: str, found: tuple[int, int] | None) -> None:
    assert parse_ordinal(text.split()) == found


@given(st.integers(0, 10**40))
def test_digits_are_read_back(value: int) -> None:
    assert parse_number([str(value)]) == (value, 1)
    assert parse_number([f"{value:,}"]) == (value, 1)


WORDS = st.sampled_from([*sorted(NUMERALS), "و", "5", "1.5", "000", "من"])


@given(st.lists(st.one_of(WORDS, WORDS.map("و{}".format), WORDS.map("ال{}".format)), max_size=20))
def test_any_words_give_a_number_within_them(words: list[str]) -> None:
    found = parse_number(words)
    assert found is None or 1 <= found[1] <= len(words)
