from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnlp import arabic

ANY_TEXT = st.text(st.characters(codec=None) | st.sampled_from("اأإآٱىةيکﻻﷺًٰٔٓـ\u200c\u202e\ufeff"))


@pytest.mark.parametrize(
    ("function", "given_text", "expected"),
    [
        (arabic.strip_diacritics, "مُحَمَّدٌ", "محمد"),
        (arabic.strip_diacritics, "ٱلرَّحْمَٰنِ", "ٱلرحمن"),
        (arabic.strip_diacritics, "قرآنۖ", "قرآن"),
        (arabic.strip_diacritics, "العـرَاق ٢٠ abc é", "العـراق ٢٠ abc é"),
        (arabic.strip_tatweel, "لـ", "ل"),
        (arabic.strip_tatweel, "كِـتاب", "كِتاب"),
        (arabic.normalize, "إيـرانَ", "إيران"),
        (arabic.normalize, "أولى", "أولى"),
        (arabic.normalize, "مدرسة", "مدرسة"),
        (arabic.normalize, "ﺍﻟﻜﺘﺎﺏ", "الكتاب"),
        (arabic.normalize, "ﷲ", "الله"),
        (arabic.normalize, "ﹶ", ""),
        (arabic.normalize, "ایران", "ايران"),
        (arabic.normalize, "کتاب", "كتاب"),
        (arabic.normalize, "\u200fقال\u202c\ufeff", "قال"),
        (arabic.normalize, "می\u200cشود", "ميشود"),
        (arabic.normalize, "ا\u0653ن", "آن"),
        (arabic.normalize, "ا\u064e\u0654", "أ"),
        (arabic.normalize, "٢٠١٥ 2015 ۱۴", "٢٠١٥ 2015 ۱۴"),
        (arabic.normalize, "CNN ½ ﬁ", "CNN ½ ﬁ"),
        (arabic.fold, "أإآٱا", "ااااا"),
        (arabic.fold, "الأوْلى", "الاولي"),
        (arabic.fold, "جامعة", "جامعه"),
        (arabic.fold, "ﻵن", "لان"),
        (arabic.fold, "مسؤول رئيس", "مسؤول رئيس"),
        (arabic.western_digits, "٠١٢٣٤٥٦٧٨٩", "0123456789"),
        (arabic.western_digits, "۰۱۲۳۴۵۶۷۸۹", "0123456789"),
        (arabic.western_digits, "٣٫٥٪ 7 ² ६", "3٫5٪ 7 ² ६"),
        (arabic.safe_display, "سطر\nآخر\tهنا\u2028ثم", "سطر آخر هنا ثم"),
        (arabic.safe_display, "\x1b]0;x\x07", "\ufffd]0;x\ufffd"),
        (arabic.safe_display, "\x9b31m", "\ufffd31m"),
        (arabic.safe_display, "\u202eقلب\u2066عزل\u2069\u200f", "قلبعزل"),
        (arabic.safe_display, "👨\u200d👩 می\u200cشود", "👨👩 میشود"),
        (arabic.safe_display, "\ud83d", "\ufffd"),
        (arabic.safe_display, "\U000e0041", ""),
        (arabic.safe_display, "آية ۝١ كِتابٌ", "آية ۝١ كِتابٌ"),
    ],
)
def test_tables_of_spelling(function, given_text, expected):
    assert function(given_text) == expected


@pytest.mark.parametrize("char", ["ب", "ء", "گ", "ﻻ"])
def test_letters(char):
    assert arabic.is_arabic_letter(char)


@pytest.mark.parametrize("char", ["ـ", "ّ", "٣", "،", "a", "", "با"])
def test_other_characters_are_no_letters(char):
    assert not arabic.is_arabic_letter(char)


@pytest.mark.parametrize(
    ("text", "expected"), [("CNN بالعربية", True), ("٢٠١٥ ـ ،", False), ("", False)]
)
def test_has_arabic(text, expected):
    assert arabic.has_arabic(text) is expected


def test_letters_and_diacritics_are_those_of_the_unicode_database():
    blocks = [(0x600, 0x700), (0x750, 0x780), (0x870, 0x900), (0xFB50, 0xFE00), (0xFE70, 0xFF00)]
    for char in (chr(code) for block in blocks for code in range(*block)):
        category = unicodedata.category(char)
        if category == "Cn":  # a newer Unicode may have filled it
            continue
        is_letter = category in ("Lo", "Lm") and char != arabic.TATWEEL
        assert arabic.is_arabic_letter(char) is is_letter, unicodedata.name(char)
        if category == "Mn":
            assert arabic.normalize(char) == "", unicodedata.name(char)


@given(ANY_TEXT)
def test_folds_are_idempotent_and_nested(text):
    assert arabic.normalize(arabic.normalize(text)) == arabic.normalize(text)
    assert arabic.fold(arabic.fold(text)) == arabic.fold(text)
    assert arabic.fold(arabic.normalize(text)) == arabic.fold(text)


@given(ANY_TEXT)
def test_safe_display_leaves_nothing_a_terminal_could_obey(text):
    shown = arabic.safe_display(text)
    assert arabic.safe_display(shown) == shown
    shown.encode("utf-8")
    directions = {unicodedata.bidirectional(char) for char in shown}
    assert directions.isdisjoint({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
    assert not any(unicodedata.category(char) == "Cc" for char in shown)
    assert "\u200d" not in shown


def test_importing_fills_no_table():
    code = (
        "from newsnlp import arabic\n"
        "tables = [v for v in vars(arabic).values() if isinstance(v, arabic._Table)]\n"
        "print(len(tables), sum(map(len, tables)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["5", "0"]
