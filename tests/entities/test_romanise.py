from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnlp.entities.romanise import romanise


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("كوري شولمان", "Kuri Shulman"),
        ("بروكسل", "Bruksel"),
        ("كريستوفر", "Kristufer"),
        ("ترامب", "Tramb"),
        ("فرانك", "Frank"),
        ("برلين", "Barlin"),
        ("سترومبرغ", "Strumbergh"),
        ("محمد", "Mahmed"),
        ("النعيمي", "Al-Naimi"),
        ("سليمان", "Saliman"),
        ("فلاديمير", "Fladimir"),
        ("غادة", "Ghada"),
        ("يوسف", "Yusef"),
        ("ثابت", "Thabet"),
        ("خالد", "Khaled"),
        ("شيراز", "Shiraz"),
        ("", ""),
    ],
)
def test_names(arabic: str, latin: str) -> None:
    assert romanise(arabic) == latin


@given(
    st.lists(
        st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة"), min_size=1), max_size=4
    )
)
def test_nothing_arabic_is_left(words: list[str]) -> None:
    latin = romanise(" ".join(words))
    assert latin.isascii()
    assert len(latin.split()) == len(words)
