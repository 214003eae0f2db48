from __future__ import annotations

from pathlib import Path

import marisa_trie
import pytest

from newsnlp.entities.gazetteer import TYPE_OF_KIND, Gazetteer
from newsnlp.errors import ResourceError
from training.gazetteer import load as entries

ROWS = {
    "ايران ": ["country\tإيران\tIran\t"],
    "الولايات المتحده ": ["country\tالولايات المتحدة\tUnited States\t"],
    "الولايات المتحده الاميركيه ": ["country\tالولايات المتحدة\tUnited States\t"],
    "احمد ": ["given_m\tأحمد\tAhmad\t", "family\tأحمد\tAhmad\tword"],
}


@pytest.fixture
def gazetteer(tmp_path: Path) -> Gazetteer:
    pairs = [(key, value.encode()) for key, values in ROWS.items() for value in values]
    path = tmp_path / "gazetteer.marisa"
    marisa_trie.BytesTrie(pairs).save(str(path))
    return Gazetteer(path)


def test_a_look_up_is_exact(gazetteer: Gazetteer) -> None:
    (iran,) = gazetteer.look_up("ايران")
    assert (iran.kind, iran.name, iran.english, iran.type) == ("country", "إيران", "Iran", "LOC")
    assert gazetteer.look_up("اير") == gazetteer.look_up("ايراني") == ()
    assert {(n.kind, "word" in n.notes) for n in gazetteer.look_up("احمد")} == {
        ("given_m", False), ("family", True),
    }  # fmt: skip


def test_matches_are_all_names_that_begin_at_a_word(gazetteer: Gazetteer) -> None:
    words = "وفي الولايات المتحده الاميركيه ايران ايرانيون احمد".split()
    assert [(m.first, m.last) for m in gazetteer.matches(words)] == [(1, 3), (1, 4), (4, 5), (6, 7)]
    assert list(gazetteer.matches([])) == []


def test_a_match_never_ends_within_a_word(gazetteer: Gazetteer) -> None:
    assert list(gazetteer.matches(["الولايات", "المتحدهه"])) == []


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.marisa"
    path.write_bytes(b"no trie at all")
    with pytest.raises(ResourceError, match=r"gazetteer\.marisa is damaged"):
        Gazetteer(path)


def test_every_kind_has_a_type() -> None:
    assert {entry.kind for entry in entries()} <= TYPE_OF_KIND.keys()
    assert set(TYPE_OF_KIND.values()) == {"PER", "LOC", "ORG", "MISC", "NORP"}
