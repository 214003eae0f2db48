"""The compiled gazetteer: which names begin at a word, what they are, and their English.

One marisa-trie file, memory-mapped: keys are folded names, their words parted and ended by a blank;
a value is ``kind␉canonical name␉English␉notes``. Names are looked up by the longest prefix of the
rest of the sentence, so a look-up costs the length of the match, whatever the size of the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from newsnlp.errors import ResourceError

__all__ = ["TYPE_OF_KIND", "Gazetteer", "Match", "Name"]

TYPE_OF_KIND = {
    kind: type_
    for type_, kinds in {
        "PER": "person given_m given_f family",
        "LOC": "country capital city town district province region continent water terrain site",
        "ORG": "government military party armed international ngo media company bank university "
        "club league",
        "MISC": "product weapon event agreement work language award religion law currency",
        "NORP": "nationality ethnic faith affiliation",
    }.items()
    for kind in kinds.split()
}
"""The kinds of `data/gazetteer/README.md`, each with the entity type it belongs to."""


@dataclass(frozen=True, slots=True)
class Name:
    """What the gazetteer says of a name: ``notes`` holds its ambiguities (``word``, ``place`` ...)."""

    kind: str
    name: str
    english: str
    notes: frozenset[str]

    @property
    def type(self) -> str:
        return TYPE_OF_KIND[self.kind]


@dataclass(frozen=True, slots=True)
class Match:
    """A gazetteer name over the words ``first`` up to ``last`` (not included)."""

    first: int
    last: int
    names: tuple[Name, ...]


class Gazetteer:
    """The open gazetteer.

    Raises:
        ResourceError: the file is no gazetteer.
    """

    def __init__(self, path: Path) -> None:
        import marisa_trie

        try:
            self._trie = marisa_trie.BytesTrie().mmap(str(path))
        except RuntimeError as error:
            raise ResourceError(
                f"the gazetteer {path.name} is damaged: {error}",
                remedy="reinstall newsnlp, or in a checkout run: python -m training.build",
            ) from error
        self._names = lru_cache(maxsize=50_000)(self._read)

    def look_up(self, folded: str) -> tuple[Name, ...]:
        """Everything called exactly this (folded, words parted by one blank); empty if nothing."""
        return self._names(folded + " ")

    def matches(self, words: Sequence[str]) -> Iterator[Match]:
        """For each word of a sentence (folded, without proclitics) every name that begins there."""
        text = " ".join(words) + " "
        at = 0
        for first, word in enumerate(words):
            for found in self._trie.prefixes(text[at : at + 80]):
                names = self._names(found)
                if names:
                    yield Match(first, first + found.count(" "), names)
            at += len(word) + 1

    def _read(self, key: str) -> tuple[Name, ...]:
        return tuple(
            Name(kind, name, english, frozenset(notes.split()))
            for kind, name, english, notes in (
                value.decode().split("\t") for value in self._trie.get(key, ())
            )
        )
