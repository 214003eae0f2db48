"""The layers of a document as rows, in the field order of their records.

Every function wants the layers it draws on: a layer that has not run is a `ValueError`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from newsnlp.analysis.schema import Row
from newsnlp.model import Analysis, DateExpression, Doc, Entity, Mention, Token
from newsnlp.morphology.readings import Reading

__all__ = [
    "analysis_of",
    "analysis_rows",
    "date_rows",
    "entity_row",
    "entity_rows",
    "layer",
    "mention_rows",
    "token_rows",
]

T = TypeVar("T")

# Scores are shown, compared and stored; digits beyond these are noise of the last addition.
_DIGITS = 4


def layer(found: Sequence[T] | None, name: str) -> Sequence[T]:
    """The layer itself, or a clear word where its stage has not run."""
    if found is None:
        raise ValueError(f"the document has no {name}: load the pipeline with that stage")
    return found


def analysis_of(token: Token) -> Analysis:
    """The token's analysis, or a clear word where morphology has not run."""
    if token.analysis is None:
        raise ValueError("the tokens have no analysis: load the pipeline with morphology")
    return token.analysis


def token_rows(doc: Doc) -> Iterator[Row]:
    """One row a token, punctuation included."""
    for sentence, tokens in doc.tokens_by_sentence():
        for index, token in enumerate(tokens):
            yield {
                "source": doc.source,
                "sentence": sentence.index,
                "index": index,
                "text": token.text,
                "start": token.start,
                "end": token.end,
                **_morphology(analysis_of(token)),
                "score": _rounded(token.score),
            }


def entity_rows(doc: Doc) -> Iterator[Row]:
    """One row an entity, with its mentions."""
    return (entity_row(doc.source, entity) for entity in layer(doc.entities, "entities"))


def entity_row(source: str, entity: Entity) -> Row:
    """One entity as a row."""
    return {
        "source": source,
        "type": entity.type,
        "name": entity.name,
        "english": entity.english,
        "english_origin": entity.english_origin,
        "count": entity.count,
        "score": _rounded(entity.score),
        "forms": list(entity.forms),
        "mentions": [
            {
                "text": mention.text,
                "start": mention.start,
                "end": mention.end,
                "sentence": mention.sentence,
                "score": _rounded(mention.score),
            }
            for mention in entity.mentions
        ],
    }


def mention_rows(doc: Doc) -> Iterator[Row]:
    """One row a mention, in text order."""
    return (_mention_row(doc.source, mention) for mention in layer(doc.mentions, "mentions"))


def _mention_row(source: str, mention: Mention) -> Row:
    return {
        "source": source,
        "type": mention.type,
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "sentence": mention.sentence,
        "name": mention.name,
        "english": mention.english,
        "english_origin": mention.english_origin,
        "score": _rounded(mention.score),
    }


def date_rows(doc: Doc) -> Iterator[Row]:
    """One row a date expression, in text order."""
    return (_date_row(doc.source, date) for date in layer(doc.dates, "dates"))


def _date_row(source: str, date: DateExpression) -> Row:
    return {
        "source": source,
        "sentence": date.sentence,
        "text": date.text,
        "start": date.start,
        "end": date.end,
        "value": date.value,
        "grain": date.grain,
        "rule": date.rule,
    }


def analysis_rows(
    source: str, word: str, scored: Sequence[tuple[Reading, float]], *, variants: bool = False
) -> Iterator[Row]:
    """One row a reading of a word, best first, from readings with their log-probabilities.

    ``score`` is a reading's share of the probability that all of them hold. With ``variants`` each
    case, mood and state of a reading has a row of its own, under the rank of the reading.
    """
    best = max((logprob for _, logprob in scored), default=0.0)
    weights = [math.exp(logprob - best) for _, logprob in scored]
    ranked = sorted(zip(weights, scored, strict=True), key=_weight, reverse=True)
    for rank, (weight, (reading, _)) in enumerate(ranked, start=1):
        for analysis in _variants(reading) if variants else (reading.analysis,):
            yield {
                "source": source,
                "word": word,
                "rank": rank,
                **_morphology(analysis),
                "score": _rounded(weight / sum(weights)),
            }


def _weight(ranked: tuple[float, object]) -> float:
    return ranked[0]


def _variants(reading: Reading) -> Iterator[Analysis]:
    if not reading.variants:
        yield reading.analysis
    for variant in reading.variants:
        features: Mapping[str, str] = {**reading.analysis.features, **variant.features}
        yield replace(reading.analysis, diac=variant.diac, features=features)


def _morphology(analysis: Analysis) -> Row:
    return {
        "lemma": analysis.lemma,
        "lemma_diac": analysis.lemma_diac,
        "pos": analysis.pos,
        "upos": analysis.upos,
        "root": analysis.root,
        "gloss": analysis.gloss,
        "proclitics": list(analysis.proclitics),
        "stem": analysis.stem,
        "enclitics": list(analysis.enclitics),
        "features": dict(analysis.features),
        "diac": analysis.diac,
        "origin": analysis.origin,
    }


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, _DIGITS)
