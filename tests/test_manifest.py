"""The compiled artefacts are those of the manifest, made from the sources that are there now."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from training import manifest

REBUILD = "mend it with: python -m training.build"
ARTEFACTS = manifest.read()


def test_everything_shipped_is_in_the_manifest() -> None:
    shipped = {path.name for path in manifest.MODELS.iterdir()}
    assert shipped - {"manifest.json", "MODEL_CARD.md"} == set(ARTEFACTS), REBUILD
    assert set(ARTEFACTS) == set(manifest.SOURCES), REBUILD


@pytest.mark.parametrize("name", ARTEFACTS)
def test_artefacts_are_the_ones_that_were_built(name: str) -> None:
    content = (manifest.MODELS / name).read_bytes()
    assert len(content) == ARTEFACTS[name]["bytes"], f"{name} was replaced; {REBUILD}"
    found = hashlib.sha256(content).hexdigest()
    assert found == ARTEFACTS[name]["sha256"], f"{name} was replaced; {REBUILD}"


@pytest.mark.parametrize("name", ARTEFACTS)
def test_artefacts_are_as_new_as_their_sources(name: str) -> None:
    folders = manifest.SOURCES[name]
    assert ARTEFACTS[name]["sources"] == list(folders), REBUILD
    assert ARTEFACTS[name]["sources_sha256"] == manifest.source_hash(folders), (
        f"{' or '.join(f'data/{folder}' for folder in folders)} changed since {name} was built; "
        f"{REBUILD}"
    )


def test_any_change_of_a_source_shows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(manifest, "DATA", tmp_path)
    words = tmp_path / "lexicon" / "a.tsv"
    words.parent.mkdir()
    words.write_text("كتاب\n", encoding="utf-8")
    before = manifest.source_hash(("lexicon",))
    assert manifest.source_hash(("lexicon",)) == before
    words.write_text("كتب\n", encoding="utf-8")
    changed = manifest.source_hash(("lexicon",))
    words.rename(words.with_name("b.tsv"))
    renamed = manifest.source_hash(("lexicon",))
    assert len({before, changed, renamed}) == 3
