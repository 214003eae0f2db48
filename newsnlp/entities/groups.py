"""Nationalities, peoples, faiths and affiliations (NORP), by the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence

from newsnlp.entities.gazetteer import Gazetteer, Name
from newsnlp.entities.words import Word
from newsnlp.model import Mention

__all__ = ["group_mentions"]

_ADJECTIVES = frozenset(("adj", "noun", "noun_prop"))


def group_mentions(
    words: Sequence[Word], taken: Sequence[bool], sentence: int, gazetteer: Gazetteer
) -> list[Mention]:
    """A mention for every word that is a demonym or the like and stands in no other name."""
    found = []
    for word, busy in zip(words, taken, strict=True):
        token = word.token
        if busy or token.kind != "word" or (token.pos and token.pos not in _ADJECTIVES):
            continue
        name = _group_of(word, gazetteer)
        if name:
            start = token.start + word.cut
            text = token.text[word.cut :]
            found.append(
                Mention(
                    "NORP", text, start, token.end, sentence, name.name, name.english, "gazetteer"
                )
            )
    return found


def _group_of(word: Word, gazetteer: Gazetteer) -> Name | None:
    definite = word.base.startswith("ال")
    adjective = word.token.pos == "adj"
    for base in (word.base, word.base.removeprefix("ال")):
        for name in gazetteer.look_up(base):
            if name.type != "NORP":
                continue
            # An everyday word (حمر) is a people only with the article, and no adjective: what is
            # حربي is warlike, not of the tribe of Harb.
            ambiguous = name.kind != "nationality" and bool(name.notes & {"word", "person"})
            if not ambiguous or (definite and not adjective):
                return name
    return None
