"""Reads text that someone else has cut already: one sentence a line, tokens parted by blanks."""

from __future__ import annotations

import re

from newsnlp.model import Sentence, Token
from newsnlp.text.tokens import kind_of

__all__ = ["read_pretokenized"]

_TOKEN_OR_LINE_END = re.compile(r"\S+|\n")


def read_pretokenized(text: str) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """Tokens as ``str.split`` gives them and a sentence for each line that holds any.

    >>> tokens, sentences = read_pretokenized("قال كوفيد-19 .\\n\\nانتهى .")
    >>> [t.text for t in tokens], [(s.index, s.first, s.last) for s in sentences]
    (['قال', 'كوفيد-19', '.', 'انتهى', '.'], [(0, 0, 3), (1, 3, 5)])
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []

    def close_sentence() -> None:
        first = sentences[-1].last if sentences else 0
        if first < len(tokens):
            span = tokens[first].start, tokens[-1].end
            sentences.append(Sentence(len(sentences), *span, first, len(tokens)))

    for match in _TOKEN_OR_LINE_END.finditer(text):
        surface = match[0]
        if surface == "\n":
            close_sentence()
        else:
            tokens.append(Token(surface, match.start(), match.end(), kind_of(surface)))
    close_sentence()
    return tuple(tokens), tuple(sentences)
