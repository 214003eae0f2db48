"""The noun engine against paradigms written by hand, one noun of every inflection class."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.lexicon import parse
from training.morphology.nouns import paradigm
from training.morphology.orthography import tidy

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "nouns" / "paradigms.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
    if line and not line.startswith("#")
]


def lexeme(entry: str):
    lemma, pos, root, inflection = entry.split("|")
    found, faults = parse("\t".join([lemma, pos, root, inflection, "gloss"]), "test")
    assert not faults
    return found


@pytest.mark.parametrize(("entry", "cell", "form"), ROWS)
def test_the_cell_has_the_form(entry: str, cell: str, form: str) -> None:
    slot, _, joint = cell.partition("+")
    state, case, number, *gender = slot.split(".")
    word = lexeme(entry)
    wanted = gender[0] if gender else word.gender or "m"
    forms = {
        c.form
        for c in paradigm(word)
        if (f := dict(c.features))["stt"] == state
        and f["cas"] == case
        and f["num"] == number
        and f["gen"] == wanted
        and c.joint == joint
    }
    assert tidy(form) in forms


def test_every_row_was_read() -> None:
    assert len(ROWS) > 80


@pytest.mark.parametrize(
    ("entry", "absent"),
    [
        ("وَزِير|noun|وزر|m وُزَراء h", "وُزَراءً"),
        ("مَصْنَع|noun|صنع|m مَصانِع", "مَصانِعًا"),
        ("بَعْد|noun|بعد|m zarf", "بَعْدٌ"),
        ("عِراق|noun_prop|عرق|m al", "عِراقٌ"),
        ("أَحْمَر|adj|حمر|f=حَمْراء حُمْر", "أَحْمَرَةٌ"),
    ],
)
def test_what_grammar_forbids_is_not_made(entry: str, absent: str) -> None:
    assert absent not in {cell.form for cell in paradigm(lexeme(entry))}
