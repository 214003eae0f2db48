from __future__ import annotations

import pytest

from newsnlp.morphology.camel.features import ENCLITICS, PROCLITICS
from training.morphology.clitics import enclitics, nominal, own, verbal
from training.morphology.header import header


def test_nominal_proclitics_are_all_there() -> None:
    strings = {"".join(p.parts) for p in nominal()}
    assert len(strings) == 27  # [و ف] x [ب ل ك] x [ال], and أ x [و ف]
    assert {"", "وَ", "فَبِال", "وَكَ", "ال", "لِ"} <= strings
    assert not {"وَفَ", "بِلِ", "الوَ"} & strings


def test_verbal_proclitics_say_what_they_ask_of_the_verb() -> None:
    asks = {("".join(p.parts), p.asks) for p in verbal()}
    assert {
        ("سَ", "future"),
        ("لِ", "li"),
        ("وَلْ", "li_jus"),
        ("لَ", "emphatic"),
        ("أَفَ", "question"),
    } <= asks
    assert ("وَلِ", "li_jus") not in asks  # the command drops its vowel after و and ف


def test_every_clitic_has_the_name_that_camel_tools_gives_it() -> None:
    defined = {value for line in header() if line.startswith("DEFINE") for value in line.split()}
    for proclitics in (*nominal(), *verbal()):
        assert len(proclitics.parts) == len(proclitics.tags) == len(proclitics.features)
        for name, value in proclitics.features.items():
            assert f"{name}:{value}" in defined
            assert value in PROCLITICS
    for kind in ("poss", "dobj", "pron"):
        for enclitic in enclitics(kind, ""):
            assert f"enc0:{enclitic.feature}" in defined
            assert enclitic.feature in ENCLITICS


@pytest.mark.parametrize(
    ("before", "person", "surface"),
    [
        ("ُ", "3ms", "هُ"), ("ِ", "3ms", "هِ"), ("َيْ", "3mp", "هِمْ"), ("ُو", "3mp", "هُمْ"),
        ("ِ", "3fs", "ها"), ("ي", "3d", "هِما"), ("ِ", "2mp", "كُمْ"), ("ا", "1p", "نا"),
    ],
)  # fmt: skip
def test_ha_turns_to_i_after_i_and_y(before: str, person: str, surface: str) -> None:
    found = {enclitic.feature: enclitic.surface for enclitic in enclitics("poss", before)}
    assert found[f"{person}_poss"] == surface


def test_me_is_ni_after_verbs_and_my_is_i_after_nouns() -> None:
    assert "نِي" in {enclitic.surface for enclitic in enclitics("dobj", "")}
    assert "نِي" not in {enclitic.surface for enclitic in enclitics("poss", "")}
    assert [own("poss", before).surface for before in ("", "ا", "ي")] == ["ِي", "يَ", "يَ"]
