"""The entities of many documents as one list, under the name and type they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newsnlp.analysis.rows import layer
from newsnlp.analysis.schema import Row
from newsnlp.model import Doc, Entity

__all__ = ["MERGED", "merge_entities"]

MERGED = "*"
"""The source of what was counted over all documents together."""


@dataclass(slots=True)
class _Tally:
    english: str | None = None
    english_origin: str | None = None
    score: float = 0.0
    forms: Counter[str] = field(default_factory=Counter)

    def add(self, entity: Entity) -> None:
        if self.english is None:
            self.english, self.english_origin = entity.english, entity.english_origin
        self.score += entity.score * entity.count
        self.forms.update(mention.text for mention in entity.mentions)


def merge_entities(docs: Iterable[Doc], *, types: frozenset[str] | None = None) -> Iterator[Row]:
    """One row an entity, commonest first, of the ``types`` wanted; its documents are not held.

    ``score`` is the mean over mentions; ``mentions`` is empty, as offsets mean nothing without
    their document.
    """
    tallies: dict[tuple[str, str], _Tally] = {}
    for doc in docs:
        for entity in layer(doc.entities, "entities"):
            if types is None or entity.type in types:
                tallies.setdefault((entity.type, entity.name), _Tally()).add(entity)
    totals = {key: tally.forms.total() for key, tally in tallies.items()}
    for key, total in sorted(totals.items(), key=_rank):
        tally = tallies[key]
        yield {
            "source": MERGED,
            "type": key[0],
            "name": key[1],
            "english": tally.english,
            "english_origin": tally.english_origin,
            "count": total,
            "score": round(tally.score / total, 4),
            "forms": [form for form, _ in tally.forms.most_common()],
            "mentions": [],
        }


def _rank(item: tuple[tuple[str, str], int]) -> tuple[int, tuple[str, str]]:
    return -item[1], item[0]
