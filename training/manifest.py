"""The manifest of `data/models`: what each artefact is, its hash, and the hash of its sources.

A test holds the artefacts against it, so that nothing compiled can drift from what it was made of
without being noticed.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

__all__ = ["MODELS", "read", "source_hash", "write"]

DATA = Path(__file__).resolve().parent.parent / "data"
MODELS = DATA / "models"

# Which folders of data/ each artefact is made from.
SOURCES = {
    "morphology.db.xz": ("lexicon", "gazetteer"),
    "morphology.cdb": ("lexicon", "gazetteer"),
    "solutions.sqlite": ("lexicon", "gazetteer"),
    "gazetteer.marisa": ("gazetteer",),
    "entities.crfsuite": ("gazetteer", "annotated"),
    "clusters.marisa": (),
}


def source_hash(folders: tuple[str, ...]) -> str:
    """SHA-256 over the names and contents of the folders' tables and sentences, in order."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(p for p in (DATA / folder).rglob("*") if p.suffix in (".tsv", ".txt")):
            digest.update(path.relative_to(DATA).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def write() -> None:
    """Record the artefacts that are there."""
    artefacts = {
        path.name: {
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "bytes": path.stat().st_size,
            "sources": list(SOURCES.get(path.name, ())),
            "sources_sha256": source_hash(SOURCES.get(path.name, ())),
        }
        for path in sorted(MODELS.iterdir())
        if path.name not in ("manifest.json", "MODEL_CARD.md")
    }
    text = json.dumps(artefacts, indent=2, ensure_ascii=False)
    (MODELS / "manifest.json").write_text(text + "\n", encoding="utf-8")


def read() -> dict[str, dict[str, object]]:
    manifest: dict[str, dict[str, object]] = json.loads(
        (MODELS / "manifest.json").read_text(encoding="utf-8")
    )
    return manifest
