"""Ambiguous words keep all their readings, whatever is added to or mended in the lexicon."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsnlp.morphology.lexicon import Lexicon

TABLE = Path(__file__).parent / "ambiguous.tsv"
ROWS = [
    line.split("\t")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


@pytest.mark.parametrize(("form", "expected"), ROWS)
def test_every_reading_is_there(lexicon: Lexicon, form: str, expected: str) -> None:
    found = {
        f"{reading.analysis.lemma_diac}/{reading.analysis.pos}"
        for reading, _ in lexicon.analyses(form)
    }
    assert set(expected.split()) - found == set()
