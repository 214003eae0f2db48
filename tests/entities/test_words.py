from __future__ import annotations

import pytest

from newsnlp.entities.words import words_of
from newsnlp.model import Analysis, Token


def word(text: str, *proclitics: str, kind: str = "word"):  # type: ignore[no-untyped-def]
    analysis = Analysis(text, text, "noun_prop", "PROPN", proclitics=proclitics)
    (found,) = words_of([Token(text, 0, len(text), kind, analysis)])
    return found


@pytest.mark.parametrize(
    ("text", "proclitics", "base", "left"),
    [
        ("إيران", "", "ايران", "إيران"),
        ("لإيران", "ل", "ايران", "إيران"),
        ("ولإيران", "و ل", "ايران", "إيران"),
        ("بالقاهرة", "ب ال", "القاهره", "القاهرة"),
        ("القاهرة", "ال", "القاهره", "القاهرة"),
        ("وللأمم", "و ل ال", "الامم", "أمم"),
        ("للعراق", "ل ال", "العراق", "عراق"),
        ("للبنان", "ل", "لبنان", "لبنان"),
        ("وَلِإيران", "و ل", "ايران", "إيران"),
        ("ولـــلأمم", "و ل ال", "الامم", "أمم"),
        # what the analysis says but the token does not show stays whole
        ("إيران", "ل", "ايران", "إيران"),
        ("و", "و", "و", "و"),
    ],
)
def test_proclitics_are_cut(text: str, proclitics: str, base: str, left: str) -> None:
    found = word(text, *proclitics.split())
    assert (found.base, text[found.cut :]) == (base, left)


def test_clitics_are_named_without_the_article() -> None:
    assert word("وللأمم", "و", "ل", "ال").clitics == "ول"
    assert word("القاهرة", "ال").clitics == ""


def test_only_words_with_an_analysis_are_cut() -> None:
    assert word("بCNN", "ب", kind="latin").cut == 0
    (bare,) = words_of([Token("لإيران", 0, 6, "word")])
    assert (bare.base, bare.cut) == ("لايران", 0)
