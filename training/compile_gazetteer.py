"""Compiles `data/gazetteer` into the trie that `newsnlp.entities.gazetteer` opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsnlp.arabic import fold
from training import gazetteer
from training.manifest import MODELS

__all__ = ["compile_gazetteer"]


def _keys(entry: gazetteer.Entry) -> Iterator[tuple[str, bytes]]:
    value = "\t".join([entry.kind, entry.name, entry.english, " ".join(sorted(entry.notes))])
    for name in (entry.name, *entry.aliases):
        # The tokenizer parts hyphens, dots and brackets from words; so do the keys.
        spaced = "".join(f" {c} " if c in "-/()&.!+" else c for c in fold(name))
        yield " ".join(spaced.split()) + " ", value.encode()


def compile_gazetteer(entries: Iterable[gazetteer.Entry] | None = None) -> None:
    """Write `data/models/gazetteer.marisa`."""
    import marisa_trie

    pairs = {pair for entry in entries or gazetteer.load() for pair in _keys(entry)}
    marisa_trie.BytesTrie(sorted(pairs)).save(str(MODELS / "gazetteer.marisa"))
