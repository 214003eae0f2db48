"""The records that flow through the pipeline: one article in, one `Doc` with layers out.

A stage takes a `Doc` and returns a new one with one more layer filled, by `dataclasses.replace`.
A layer that has not run is ``None``; a layer that ran and found nothing is ``()``.

Offsets (``start``, ``end``) are half-open, in code points, into ``Doc.text`` as it was read, so
``doc.text[x.start:x.end] == x.text`` for everything that carries them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

__all__ = [
    "Analysis",
    "Article",
    "DateExpression",
    "Doc",
    "Entity",
    "Mention",
    "Sentence",
    "Token",
]


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it came in: ``source`` names it in every record and message."""

    source: str
    text: str
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """What morphology says of one word form, shared by all tokens that carry that form and choice.

    ``features`` holds CAMeL Tools' inflection features that apply (asp, mod, vox, per, gen, num,
    stt, cas, ...). ``origin`` is ``lexicon``, ``rule`` or ``guess``.
    """

    lemma: str
    lemma_diac: str
    pos: str
    upos: str
    root: str | None = None
    gloss: str | None = None
    proclitics: tuple[str, ...] = ()
    stem: str = ""
    enclitics: tuple[str, ...] = ()
    features: Mapping[str, str] = field(default_factory=dict)
    diac: str | None = None
    origin: str = "lexicon"


@dataclass(frozen=True, slots=True)
class Token:
    """A surface token; ``kind`` is the tokenizer's word for its script class.

    Kinds: ``word`` (Arabic letters), ``latin`` (other letters), ``number``, ``punct``, ``url``,
    ``email``, ``mention`` (@name), ``hashtag``, ``emoji``, ``other``.
    ``score`` is the share of probability that the chosen analysis holds, 0 to 1.
    """

    text: str
    start: int
    end: int
    kind: str
    analysis: Analysis | None = None
    score: float | None = None

    @property
    def lemma(self) -> str | None:
        return self.analysis.lemma if self.analysis else None

    @property
    def lemma_diac(self) -> str | None:
        return self.analysis.lemma_diac if self.analysis else None

    @property
    def pos(self) -> str | None:
        return self.analysis.pos if self.analysis else None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span in the text, and the half-open range of ``Doc.tokens`` it holds."""

    index: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text that names an entity; proclitics are left out of its span.

    ``name`` is the canonical Arabic name that groups mentions; ``english`` its usual English name.
    ``english_origin`` is ``gazetteer`` or ``romanised``, ``None`` where there is no English.
    ``sentence`` is an index into ``Doc.sentences``; ``score`` runs from 0 to 1.
    """

    type: str
    text: str
    start: int
    end: int
    sentence: int
    name: str = ""
    english: str | None = None
    english_origin: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world with all its mentions in a document, in text order."""

    type: str
    name: str
    english: str | None
    english_origin: str | None
    score: float
    mentions: tuple[Mention, ...]

    @property
    def count(self) -> int:
        return len(self.mentions)

    @property
    def forms(self) -> tuple[str, ...]:
        """The distinct surface forms, in the order they first occur."""
        return tuple(dict.fromkeys(mention.text for mention in self.mentions))


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date or time expression and its ISO 8601 ``value`` (``None`` where it cannot be resolved).

    ``grain`` is ``day``, ``month``, ``year``, ``decade``, ``week``, ``time`` ...; ``rule`` names
    the rule that found it.
    """

    sentence: int
    text: str
    start: int
    end: int
    value: str | None
    grain: str
    rule: str


@dataclass(frozen=True, slots=True)
class Doc:
    """An article with the layers that have run."""

    article: Article
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] | None = None
    entities: tuple[Entity, ...] | None = None
    dates: tuple[DateExpression, ...] | None = None

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def source(self) -> str:
        return self.article.source

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        return self.tokens[sentence.first : sentence.last]

    def tokens_by_sentence(self) -> Iterator[tuple[Sentence, tuple[Token, ...]]]:
        for sentence in self.sentences:
            yield sentence, self.tokens[sentence.first : sentence.last]
