"""Mends label sequences where the words themselves forbid what the tagger says."""

from __future__ import annotations

from collections.abc import Sequence

from newsnlp.entities.gazetteer import Gazetteer
from newsnlp.entities.words import Word

__all__ = ["part_joined_names"]

_CONJUNCTIONS = ("و", "ف")


def part_joined_names(
    words: Sequence[Word], labels: Sequence[str], gazetteer: Gazetteer
) -> list[str]:
    """A person or place does not go on over a written conjunction: أوروبا | والولايات المتحدة.

    Unless the gazetteer knows the whole as one name (البوسنة والهرسك); organisations may
    (وزارة التربية والتعليم).
    """
    mended = list(labels)
    first = 0
    for at, label in enumerate(labels):
        if label[:1] == "B":
            first = at
        elif (
            label in ("I-LOC", "I-PER")
            and words[at].clitics.startswith(_CONJUNCTIONS)
            and not _one_name(words, first, at, gazetteer)
        ):
            mended[at] = "B" + label[1:]
            first = at
    return mended


def _one_name(words: Sequence[Word], first: int, at: int, gazetteer: Gazetteer) -> bool:
    before = " ".join(word.base for word in words[first:at])
    joined = words[at].clitics + words[at].base
    return bool(gazetteer.look_up(f"{before} {joined}"))
