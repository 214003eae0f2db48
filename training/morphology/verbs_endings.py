"""The endings of the verb: which shape of the stem each person takes, and what follows it.

Noted in sounds (`verbs_spelling`). A weak last radical and the ending fuse; where the two cannot be
told apart the stem ends before them: رَم-َتْ, رَم-َوْا, يَ-رْم-ُونَ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from training.morphology.verbs_stems import Stem

__all__ = ["Shape", "imperative", "imperfect", "perfect"]

# Endings before nothing, and where they differ before an object enclitic.
_PERFECT = {
    "3ms": "a", "3fs": "aت°", "3md": "A", "3fd": "aتA", "3mp": "UX", "3fp": "نa",
    "2ms": "تa", "2fs": "تi", "2d": "تuمA", "2mp": "تuم°", "2fp": "تuننa", "1s": "تu", "1p": "نA",
}  # fmt: skip
_BEFORE_ENCLITIC = {"UX": "U", "تuم°": "تuمU", "aوX": "aو°"}
_SUBJECTS = {
    "bare": ("3ms", "3fs", "2ms", "1s", "1p"),
    "dual": ("3md", "3fd", "2d"),
    "men": ("3mp", "2mp"),
    "women": ("3fp", "2fp"),
    "fem": ("2fs",),
}
_GROUPS = {subject: group for group, subjects in _SUBJECTS.items() for subject in subjects}
_IMPERFECT = {
    "i": {"bare": "u", "dual": "Aنi", "men": "Uنa", "women": "نa", "fem": "Iنa"},
    "s": {"bare": "a", "dual": "A", "men": "UX", "women": "نa", "fem": "I"},
    "j": {"bare": "°", "dual": "A", "men": "UX", "women": "نa", "fem": "I"},
}
# Behind a weak a the vowels u and i of the ending become diphthongs: يَنْسَوْنَ, تَنْسَيْنَ.
_AFTER_A = {"UX": "aوX", "Uنa": "aونa", "I": "aي°", "Iنa": "aينa"}
_LONG = {"a": "Y", "i": "I", "u": "U"}


@dataclass(frozen=True, slots=True)
class Shape:
    """One person's stem and ending, in sounds."""

    subject: str
    stem: str
    ending: str


def perfect(stem: Stem, joint: str) -> Iterator[Shape]:
    for subject, ending in _PERFECT.items():
        if not stem.weak_vowel:
            yield _strong(subject, stem, ending, joint)
        elif stem.weak_vowel == "a" and subject == "3ms":
            yield Shape(subject, _final_a(stem, joint), "")
        elif stem.weak_vowel == "a" and ending.startswith("a"):
            yield Shape(subject, stem.before_vowel, ending)
        else:
            yield _weak(subject, stem, ending, joint)


def imperfect(stem: Stem, mood: str, joint: str) -> Iterator[Shape]:
    for subject in _GROUPS:
        yield from _present(subject, stem, mood, joint)


def imperative(stem: Stem, joint: str) -> Iterator[Shape]:
    for subject in ("2ms", "2fs", "2d", "2mp", "2fp"):
        yield from _present(subject, stem, "j", joint)


def _present(subject: str, stem: Stem, mood: str, joint: str) -> Iterator[Shape]:
    group = _GROUPS[subject]
    ending = _IMPERFECT[mood][group]
    if not stem.weak_vowel:
        if ending == "°" and stem.contracted:
            yield Shape(subject, stem.before_vowel, "a")
        yield _strong(subject, stem, ending, joint)
    elif group != "bare":
        yield _weak(subject, stem, ending, joint)
    elif mood == "j":
        yield Shape(subject, stem.before_vowel + stem.weak_vowel, "")
    elif stem.weak_vowel == "a":
        yield Shape(subject, _final_a(stem, joint), "")
    else:
        long = stem.before_vowel + _LONG[stem.weak_vowel]
        yield Shape(subject, long, ending if mood == "s" else "")


def _strong(subject: str, stem: Stem, ending: str, joint: str) -> Shape:
    shape = stem.before_vowel if ending[0] in "aiuAIU" else stem.before_consonant
    return Shape(subject, shape, _joined(ending, joint))


def _weak(subject: str, stem: Stem, ending: str, joint: str) -> Shape:
    """A weak stem before any ending but none: the radical falls before u and i, else comes out."""
    base = stem.before_vowel
    if ending[0] in "UI":
        ending = _AFTER_A[ending] if stem.weak_vowel == "a" else ending
        return Shape(subject, base, _joined(ending, joint))
    comes_out = "a" + stem.glide if stem.weak_vowel == "a" else _LONG[stem.weak_vowel]
    return Shape(subject, base + comes_out, _joined(ending, joint))


def _final_a(stem: Stem, joint: str) -> str:
    return stem.before_vowel + ("A" if joint else stem.final_a)


def _joined(ending: str, joint: str) -> str:
    return _BEFORE_ENCLITIC.get(ending, ending) if joint else ending
