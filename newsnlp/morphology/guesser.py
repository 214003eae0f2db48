"""Readings for forms that no lexicon entry explains: mostly names, then new words.

Clitics are stripped only where what is left can be a word of its own; ending and pattern then say
which part of speech it is. Every guess is marked ``origin: guess``. The weights order the guesses
of one form; they are the shares such shapes have among the rarer half of the lexicon.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsnlp.model import Analysis
from newsnlp.morphology.readings import Reading, Variant, tag_of

__all__ = ["guess"]

_UPOS = {"noun": "NOUN", "noun_prop": "PROPN", "adj": "ADJ", "verb": "VERB", "foreign": "X"}
# Written onto the front of a word, in text order: conjunction, preposition, article.
_PROCLITICS = (
    ("وبال", ("و", "ب", "ال")), ("فبال", ("ف", "ب", "ال")), ("وال", ("و", "ال")),
    ("فال", ("ف", "ال")), ("بال", ("ب", "ال")), ("كال", ("ك", "ال")), ("ولل", ("و", "ل", "ال")),
    ("فلل", ("ف", "ل", "ال")), ("لل", ("ل", "ال")), ("ال", ("ال",)), ("وب", ("و", "ب")),
    ("ول", ("و", "ل")), ("و", ("و",)), ("ف", ("ف",)), ("ب", ("ب",)), ("ل", ("ل",)), ("ك", ("ك",)),
)  # fmt: skip
_ENCLITICS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ه", "ي")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Shape:
    pos: str
    lemma: str
    gender: str
    number: str
    weight: float


def guess(form: str, *, attested: Callable[[str], bool]) -> tuple[tuple[Reading, float], ...]:
    """Readings of an undiacritised form with log-probabilities that sum to one, best first.

    ``attested`` tells whether a string stands as a word of its own in the table of forms: the
    evidence that a first letter is a clitic.
    """
    found: dict[tuple[object, ...], tuple[Reading, float]] = {}
    for start, proclitics, clitic_weight in _splits(form, attested):
        rest = form[start:]
        for shape in _shapes(rest, definite="ال" in proclitics):
            analysis = Analysis(
                lemma=shape.lemma, lemma_diac=shape.lemma, pos=shape.pos, upos=_UPOS[shape.pos],
                proclitics=proclitics, stem=rest, diac=form, origin="guess",
                features={"gen": shape.gender, "num": shape.number, "rat": "y"},
            )  # fmt: skip
            reading = Reading(analysis, (Variant(form, {}),), tag_of(analysis), True)
            key = (shape.lemma, shape.pos, proclitics)
            found.setdefault(key, (reading, clitic_weight * shape.weight))
    total = sum(weight for _, weight in found.values())
    ordered = sorted(found.values(), key=lambda pair: -pair[1])
    return tuple((reading, math.log(weight / total)) for reading, weight in ordered)


def _splits(
    form: str, attested: Callable[[str], bool]
) -> Iterator[tuple[int, tuple[str, ...], float]]:
    """Where the word may begin: (offset, proclitics, weight)."""
    yield 0, (), 0.5
    for written, proclitics in _PROCLITICS:
        rest = form[len(written) :]
        if not form.startswith(written) or len(rest) < _SHORTEST:
            continue
        if proclitics[-1] == "ال":
            yield len(written), proclitics, 20.0  # few foreign names begin with these letters
        elif attested(rest):
            yield len(written), proclitics, 10.0
        elif written == "و" and len(rest) > _SHORTEST:
            yield len(written), proclitics, 1.5


def _shapes(word: str, *, definite: bool) -> Iterator[_Shape]:
    """What a bare word may be, by its ending and letters."""
    name = 1.0 if definite else 6.0
    if word.endswith("ية") and len(word) > 4:
        yield _Shape("adj", word[:-1], "f", "s", 5.0 if definite else 1.5)
        yield _Shape("noun", word, "f", "s", 2.0)
    elif word.endswith("ي") and len(word) > 3:
        yield _Shape("adj", word, "m", "s", 3.0 if definite else 1.0)
    elif word.endswith(("يين", "يون")):
        yield _Shape("adj", word[:-2], "m", "p", 4.0 if definite else 1.5)
    elif word.endswith("ات") and len(word) > 4:
        yield _Shape("noun", word[:-2] + "ة", "f", "p", 1.0)
        yield _Shape("noun", word[:-2], "f", "p", 2.0)
    elif word.endswith(("ون", "ين")) and len(word) > 5 and definite:
        yield _Shape("noun", word[:-2], "m", "p", 2.0)
    elif word.endswith("ة"):
        yield _Shape("noun", word, "f", "s", 2.0)
    else:
        yield _Shape("noun", word, "m", "s", 2.0 if definite else 0.7)
    if not definite and re.fullmatch("[يتن](?!.*ة)[^ى]{3,6}", word) and word[0] in "يت":
        yield _Shape("verb", word[1:], "m" if word[0] == "ي" else "f", "s", 0.7)
    yield _Shape("noun_prop", word, "m", "s", name)
