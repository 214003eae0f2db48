"""Sentences and form counts from the news corpora that models learn from (`SHARED` folder)."""

from __future__ import annotations

import collections
import lzma
from collections.abc import Iterator
from pathlib import Path

from newsnlp.arabic import normalize
from newsnlp.model import Article
from newsnlp.text import annotate

__all__ = ["SHARED", "articles", "form_counts", "sentences"]

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def articles(name: str, shared: Path = SHARED) -> Iterator[str]:
    """The texts of one corpus (``ant`` or ``alkhaleej``), in file order."""
    with lzma.open(shared / "corpora" / f"{name}.txt.xz", "rt", encoding="utf-8") as lines:
        paragraphs: list[str] = []
        for line in lines:
            if line.strip():
                paragraphs.append(line)
            elif paragraphs:
                yield "".join(paragraphs)
                paragraphs = []
        if paragraphs:
            yield "".join(paragraphs)


def sentences(name: str, *, words: int, every: int = 1) -> Iterator[list[tuple[str, str]]]:
    """Sentences of (normalised form, kind), from every n-th article, until so many words are seen."""
    seen = 0
    for number, text in enumerate(articles(name)):
        if number % every:
            continue
        doc = annotate(Article(str(number), text))
        for _, tokens in doc.tokens_by_sentence():
            yield [
                (normalize(token.text) if token.kind == "word" else token.text, token.kind)
                for token in tokens
            ]
            seen += len(tokens)
        if seen >= words:
            return


def form_counts(shared: Path = SHARED) -> collections.Counter[str]:
    """How often each undiacritised form of both corpora occurs (forms seen four times and more)."""
    counts: collections.Counter[str] = collections.Counter()
    with lzma.open(shared / "wordlists" / "news_forms.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            form, _, count = line.rstrip("\n").partition("\t")
            counts[normalize(form)] += int(count)
    return counts
