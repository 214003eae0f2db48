"""A document at a glance: one row with its figures, its subjects and how it opens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from newsnlp.analysis.frequencies import is_word
from newsnlp.analysis.phrases import key_phrases
from newsnlp.analysis.rows import analysis_of, layer
from newsnlp.analysis.schema import Row
from newsnlp.analysis.stopwords import is_content
from newsnlp.model import Doc, Entity

__all__ = ["lead", "summary_row", "title"]

_TYPES = ("PER", "LOC", "ORG", "MISC", "NORP", "DATE", "MONEY", "PERCENT", "QUANTITY")
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_FULL_STOP = re.compile("[.。…][\"'»”’)\\]]*$")
_LONGEST_TITLE = 25  # words
_SHORTEST_OPENING = 20  # words
_LEAD_SENTENCES = 3


def summary_row(doc: Doc, *, top: int = 10) -> Row:
    """The one row of a document; ``top`` is how many lemmas, key phrases and entities of a type."""
    words = [token for token in doc.tokens if is_word(token)]
    date = doc.article.date
    return {
        "source": doc.source,
        "title": title(doc),
        "date": date.isoformat() if date else None,
        "words": len(words),
        "sentences": len(doc.sentences),
        "types": len({token.text for token in words}),
        "lemmas": len({analysis_of(token).lemma_diac for token in words}),
        "top_lemmas": _top_lemmas(doc, top),
        "entities": list(_top_entities(doc, top)),
        "key_phrases": [
            {"phrase": phrase.text, "score": phrase.score} for phrase in key_phrases(doc)[:top]
        ],
        "lead": lead(doc),
        "dates": [
            {"text": date.text, "value": date.value, "grain": date.grain}
            for date in layer(doc.dates, "dates")
        ],
        "quotes": None,
    }


def title(doc: Doc) -> str | None:
    """The headline: a first line that is short, unlike a sentence, and not all there is."""
    lines = list(_lines(doc.text))
    if len(lines) < 2:
        return None
    first = lines[0][2]
    return first if _is_heading(first) else None


def lead(doc: Doc) -> list[str]:
    """The sentences that open the story: the first of its first paragraph, three at most."""
    lines = list(_lines(doc.text))
    if not lines:
        return []
    # A headline is often followed by a second one, or by a dateline.
    start, stop, _ = next(
        (line for line in lines if not _is_heading(line[2]) or _is_long(line[2])), lines[-1]
    )
    inside = [s for s in doc.sentences if start <= s.start and s.end <= stop]
    return [doc.text[s.start : s.end] for s in inside[:_LEAD_SENTENCES]]


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """The lines that hold anything: start, end and the line itself, stripped."""
    for match in _LINE.finditer(text):
        if line := match[0].strip():
            yield match.start(), match.end(), line


def _is_heading(line: str) -> bool:
    return len(line.split()) <= _LONGEST_TITLE and not _FULL_STOP.search(line)


def _is_long(line: str) -> bool:
    return len(line.split()) >= _SHORTEST_OPENING


def _top_lemmas(doc: Doc, top: int) -> list[Row]:
    counts = Counter(
        (analysis.lemma, analysis.lemma_diac, analysis.pos, analysis.gloss)
        for analysis in map(analysis_of, doc.tokens)
        if is_content(analysis)
    )
    return [
        {"lemma": lemma, "lemma_diac": lemma_diac, "pos": pos, "gloss": gloss, "count": count}
        for (lemma, lemma_diac, pos, gloss), count in counts.most_common(top)
    ]


def _top_entities(doc: Doc, top: int) -> Iterator[Row]:
    entities = sorted(layer(doc.entities, "entities"), key=_entity_rank)
    taken: Counter[str] = Counter()
    for entity in entities:
        taken[entity.type] += 1
        if taken[entity.type] <= top:
            yield {
                "type": entity.type,
                "name": entity.name,
                "english": entity.english,
                "english_origin": entity.english_origin,
                "count": entity.count,
            }


def _entity_rank(entity: Entity) -> tuple[int, int]:
    place = _TYPES.index(entity.type) if entity.type in _TYPES else len(_TYPES)
    return place, -entity.count
