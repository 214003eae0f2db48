"""Proclitics and enclitics of modern standard Arabic, with their CAMeL Tools names and shapes.

Inventory after Ryding (2005) chapters 12, 16-18; feature values are those of CAMeL Tools'
documentation (`camel_morphology_features`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from training.morphology.orthography import DAMMA, FATHA, KASRA, SHADDA, SUKUN

__all__ = ["Enclitic", "Proclitics", "enclitics", "nominal", "verbal"]


@dataclass(frozen=True, slots=True)
class Proclitics:
    """A string of proclitics: its parts in text order, their features, and what it asks of the rest.

    ``asks`` is a word that the category tables understand: ``plain``, ``prep``, ``article``,
    ``prep+article``, ``future``, ``li``, ``question``.
    """

    parts: tuple[str, ...]
    features: dict[str, str] = field(default_factory=dict)
    asks: str = "plain"
    tags: tuple[str, ...] = ()


_CONJUNCTIONS = (
    ((), {}, ()),
    (("و" + FATHA,), {"prc2": "wa_conj"}, ("CONJ",)),
    (("ف" + FATHA,), {"prc2": "fa_conj"}, ("CONJ",)),
)
_PREPOSITIONS = (
    ("ب" + KASRA, "bi_prep"),
    ("ل" + KASRA, "li_prep"),
    ("ك" + FATHA, "ka_prep"),
)
ARTICLE = "ال"


def nominal() -> Iterator[Proclitics]:
    """[و ف] [ب ل ك] [ال] before nouns, adjectives and names, or the question أ before [و ف]."""
    for parts, features, tags in _CONJUNCTIONS:
        yield Proclitics(parts, features, "plain", tags)
        asking = features | {"prc3": ">a_ques"}
        yield Proclitics(("أ" + FATHA, *parts), asking, "plain", ("INTERROG_PART", *tags))
        yield Proclitics(
            (*parts, ARTICLE), features | {"prc0": "Al_det"}, "article", (*tags, "DET")
        )
        for letter, name in _PREPOSITIONS:
            with_prep = features | {"prc1": name}
            yield Proclitics((*parts, letter), with_prep, "prep", (*tags, "PREP"))
            yield Proclitics(
                (*parts, letter, ARTICLE),
                with_prep | {"prc0": "Al_det"},
                "prep+article",
                (*tags, "PREP", "DET"),
            )


def verbal() -> Iterator[Proclitics]:
    """[أ] [و ف] [س ل] before verbs."""
    for parts, features, tags in _CONJUNCTIONS:
        yield Proclitics(parts, features, "plain", tags)
        asking = features | {"prc3": ">a_ques"}
        yield Proclitics(("أ" + FATHA, *parts), asking, "question", ("INTERROG_PART", *tags))
        future = features | {"prc1": "sa_fut"}
        yield Proclitics((*parts, "س" + FATHA), future, "future", (*tags, "FUT_PART"))
        # لِيَفْعَلَ "in order to", and the command وَلْيَفْعَلْ, which drops its vowel after و ف.
        yield Proclitics(
            (*parts, "ل" + KASRA), features | {"prc1": "li_sub"}, "li", (*tags, "PREP")
        )
        jussive = "ل" + (SUKUN if parts else KASRA)
        yield Proclitics(
            (*parts, jussive), features | {"prc1": "li_jus"}, "li_jus", (*tags, "JUS_PART")
        )
        yield Proclitics(
            (*parts, "ل" + FATHA),
            features | {"prc1": "la_emph"},
            "emphatic",
            (*tags, "EMPHATIC_PART"),
        )


@dataclass(frozen=True, slots=True)
class Enclitic:
    """A pronoun written onto its word; ``surface`` fits the sound before it."""

    surface: str
    feature: str
    tag: str


# Person, gender and number, and the pronoun's shape; those in ه turn to i after i and y.
_PRONOUNS = (
    ("3ms", "ه" + DAMMA),
    ("3fs", "ها"),
    ("3d", "ه" + DAMMA + "ما"),
    ("3mp", "ه" + DAMMA + "م" + SUKUN),
    ("3fp", "ه" + DAMMA + "ن" + SHADDA + FATHA),
    ("2ms", "ك" + FATHA),
    ("2fs", "ك" + KASRA),
    ("2d", "ك" + DAMMA + "ما"),
    ("2mp", "ك" + DAMMA + "م" + SUKUN),
    ("2fp", "ك" + DAMMA + "ن" + SHADDA + FATHA),
    ("1p", "نا"),
)


def enclitics(kind: str, before: str) -> Iterator[Enclitic]:
    """The pronouns of a kind (``poss``, ``dobj``, ``pron``) after a word that ends in ``before``."""
    tag = {"poss": "POSS_PRON", "dobj": "DO_PRON", "pron": "PRON"}[kind]
    after_i = before.endswith((KASRA, "ي", "ي" + SUKUN))
    for person, surface in _PRONOUNS:
        if after_i and surface.startswith("ه" + DAMMA):
            surface = "ه" + KASRA + surface[2:]
        yield Enclitic(surface, f"{person}_{kind}", f"{tag}_{person.upper()}")
    if kind == "dobj":
        yield Enclitic("ن" + KASRA + "ي", "1s_dobj", f"{tag}_1S")
    if kind == "pron":
        yield Enclitic("ن" + KASRA + "ي", "1s_pron", f"{tag}_1S")


def own(kind: str, before: str) -> Enclitic:
    """The first person singular ي of nouns, which takes the place of the case vowel."""
    vowel_before = before.endswith(("ا", "ي", "و"))
    surface = "ي" + FATHA if vowel_before else KASRA + "ي"
    return Enclitic(surface, f"1s_{kind}", "POSS_PRON_1S")
