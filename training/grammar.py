"""What grammar says of neighbouring words before any text is read: where training starts from.

Expectation maximisation finds a nearby optimum; two readings that start alike stay alike (أَنَّ
and أَنْ are one written word, before nouns and verbs alike). A few rules of syntax part them:
Ryding (2005) chapters 12 (prepositions), 19 (subjunctive and jussive particles), 35-37 (أَنَّ and her sisters).
"""

from __future__ import annotations

from training.morphology.orthography import tidy

__all__ = ["start"]

# Function words that stand only before a verb, and those that never do.
_BEFORE_VERBS = tuple(
    tidy(tag)
    for tag in (
        "conj_sub:أَنْ.",
        "part_neg:لَمْ.",
        "part_neg:لَنْ.",
        "part_fut:سَوْفَ.",
        "conj_sub:كَيْ.",
        "part_verb:قَدْ.",
    )
)
_BEFORE_NOUNS = (tidy("conj_sub:أَنَّ."), "verb_pseudo:", "prep:")
LIKELY, UNLIKELY, RARE = 4.0, 0.15, 0.03


def start(before: str, tag: str) -> float:
    """How much likelier than chance one tag follows another: a factor to start training from."""
    verb = tag.startswith("verb.")
    if before.startswith(_BEFORE_VERBS):
        return LIKELY if verb else UNLIKELY
    if before.startswith(_BEFORE_NOUNS):
        # A pronoun written onto أَنَّ or a preposition takes the noun's place: أَنَّهُ قالَ.
        if before.endswith("+"):
            return 1.0
        return RARE if verb else 1.0
    noun = before.startswith("noun.")
    if noun and tag.startswith("adj."):
        definite = "d" in before.split(".")[1]
        return LIKELY if definite == ("d" in tag.split(".")[1]) else 1.0
    return 1.0
