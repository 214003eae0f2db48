"""Documents made by hand, and stages that need no model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from newsnlp import pipeline
from newsnlp.model import Analysis, Article, DateExpression, Doc, Entity, Mention, Sentence, Token

Word = tuple[str, str, str]
Build = Callable[..., Doc]

UPOS = {"noun": "NOUN", "noun_prop": "PROPN", "adj": "ADJ", "verb": "VERB", "punc": "PUNCT"}


def analysis(lemma: str, pos: str, text: str = "", **more: object) -> Analysis:
    made = Analysis(lemma, lemma, pos, UPOS.get(pos, "X"), stem=text or lemma)
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.fixture
def word() -> Callable[..., Analysis]:
    """An analysis by lemma and part of speech; more fields by name."""
    return analysis


@pytest.fixture
def build() -> Build:
    """A document of sentences, each a line; a token is its text, lemma and part of speech.

    A lemma may be a whole `Analysis`. Layers are given by name.
    """

    def make(
        *sentences: list[tuple[str, str | Analysis, str]],
        source: str = "a.txt",
        day: date | None = None,
        **layers: object,
    ) -> Doc:
        lines = [" ".join(text for text, _, _ in sentence) for sentence in sentences]
        tokens: list[Token] = []
        spans = []
        offset = 0
        for number, (line, sentence) in enumerate(zip(lines, sentences, strict=True)):
            first = len(tokens)
            start = offset
            for text, lemma, pos in sentence:
                made = lemma if isinstance(lemma, Analysis) else analysis(lemma, pos, text)
                kind = "punct" if pos == "punc" else "word"
                tokens.append(Token(text, start, start + len(text), kind, made, 0.9))
                start += len(text) + 1
            spans.append(Sentence(number, offset, offset + len(line), first, len(tokens)))
            offset += len(line) + 1
        article = Article(source, "\n".join(lines), day)
        return Doc(article, tuple(tokens), tuple(spans), **layers)  # type: ignore[arg-type]

    return make


def fake_morphology(doc: Doc) -> Doc:
    """Every token is its own lemma, and a noun unless it is punctuation; one word breaks it."""
    if "عطل" in doc.text:
        raise RuntimeError("broken on purpose")
    tokens = tuple(
        replace(
            token,
            analysis=analysis(token.text, "punc" if token.kind == "punct" else "noun"),
            score=1.0,
        )
        for token in doc.tokens
    )
    return replace(doc, tokens=tokens)


def fake_entities(doc: Doc) -> Doc:
    """Beirut is a place, wherever it stands."""
    mentions = tuple(
        Mention("LOC", "بيروت", token.start, token.end, 0, "بيروت", "Beirut", "gazetteer", 0.75)
        for token in doc.tokens
        if token.text == "بيروت"
    )
    entity = Entity("LOC", "بيروت", "Beirut", "gazetteer", 0.75, mentions)
    return replace(doc, mentions=mentions, entities=(entity,) if mentions else ())


def fake_dates(doc: Doc) -> Doc:
    """Yesterday is the document's own date."""
    day = doc.article.date
    return replace(
        doc,
        dates=tuple(
            DateExpression(0, "أمس", token.start, token.end, str(day) if day else None, "day", "x")
            for token in doc.tokens
            if token.text == "أمس"
        ),
    )


@pytest.fixture
def fake_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pipelines of this process open these stages in place of the models."""
    monkeypatch.setattr(pipeline, "_open_morphology", lambda engine: fake_morphology)
    monkeypatch.setattr(pipeline, "_open_entities", lambda engine: fake_entities)
    monkeypatch.setattr(pipeline, "_open_dates", lambda: fake_dates)
