"""The morphology stage of CAMeL's own engines."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from newsnlp.arabic import normalize
from newsnlp.model import Doc, Token
from newsnlp.morphology.engines import CamelChoice, Disambiguator
from newsnlp.morphology.guesser import guess
from newsnlp.morphology.stage import rule_analysis

__all__ = ["CamelStage"]


@dataclass(frozen=True, slots=True)
class CamelStage:
    """Gives every token of a document the analysis that one of CAMeL's disambiguators chooses."""

    disambiguate: Disambiguator

    def __call__(self, doc: Doc) -> Doc:
        sentences = [tokens for _, tokens in doc.tokens_by_sentence()]
        words = [[normalize(token.text) or token.text for token in tokens] for tokens in sentences]
        analysed = [
            _analysed(token, choice)
            for tokens, choices in zip(sentences, self.disambiguate.sentences(words), strict=True)
            for token, choice in zip(tokens, choices, strict=True)
        ]
        return replace(doc, tokens=tuple(analysed))


def _analysed(token: Token, choice: CamelChoice | None) -> Token:
    """Digits and the like by rule, as with every engine; what the engine does not know, guessed."""
    fixed = rule_analysis(token)
    if fixed is not None:
        return replace(token, analysis=fixed, score=1.0)
    if choice is not None:
        return replace(token, analysis=choice.analysis, score=choice.score)
    # No table of forms stands behind these engines, so nothing attests that a letter is a clitic.
    form = normalize(token.text) or token.text
    reading, logprob = guess(form, attested=_never)[0]
    return replace(token, analysis=reading.analysis, score=math.exp(logprob))


def _never(_: str) -> bool:
    return False
