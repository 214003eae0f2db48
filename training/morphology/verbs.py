"""The paradigm of an Arabic verb: every inflected form of a root, form and vowels, in its parts.

    lemma_of(root="كتب", form="I", vowels="a-u")        'كَتَب'
    paradigm(root="كتب", form="I", vowels="a-u")        Cells: كَتَبَ, كَتَبَتْ, ... اُكْتُبْنَ

The features follow the CAMeL Tools databases: the perfect says mod i, the imperative mod u, the
first person gen m, the second person dual, one for both genders, gen m.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from training.morphology.cells import Cell
from training.morphology.orthography import DAMMA, FATHA, KASRA
from training.morphology.roots import Verb
from training.morphology.verbs_endings import Shape, imperative, imperfect, perfect
from training.morphology.verbs_nominals import masdars, participles
from training.morphology.verbs_spelling import last_consonant, seated, spell
from training.morphology.verbs_stems import imperatives, stem

__all__ = [
    "Verb", "lemma_of", "masdars", "paradigm", "participles", "patterned_paradigm", "resolve",
]  # fmt: skip

_PREFIX_LETTERS = {
    "3ms": "ي", "3fs": "ت", "3md": "ي", "3fd": "ت", "3mp": "ي", "3fp": "ي", "2ms": "ت",
    "2fs": "ت", "2d": "ت", "2mp": "ت", "2fp": "ت", "1s": "ء", "1p": "ن",
}  # fmt: skip
_U_PREFIX_FORMS = frozenset(("II", "III", "IV", "Q1"))
# An intransitive verb's passive is impersonal: اُتُّفِقَ عَلَى, يُسافَرُ, سِيرَتْ.
_IMPERSONAL = frozenset(("3ms", "3fs"))


def lemma_of(*, root: str, form: str, vowels: str = "", strong: bool = False) -> str:
    """The dictionary form, third person masculine singular perfect without its final vowel.

    Raises:
        ValueError: no verb has this root, form and vowels.

    >>> lemma_of(root="دعو", form="VIII"), lemma_of(root="بدء", form="I", vowels="a-a")
    ('اِدَّعَى', 'بَدَأ')
    """
    return _lemma(Verb(root, form, vowels, strong))


def _lemma(verb: Verb) -> str:
    shape = next(perfect(stem(verb, aspect="p", voice="a"), ""))
    cell, _ = next(_cells(verb, shape, prefix="", joint="", features=()))
    return cell.form.removesuffix(FATHA).replace("ٱ", "ا")


def resolve(lemma: str, root: str, form: str, vowels: str = "") -> Verb | None:
    """The verb that a lexicon entry means: contracted, or with its second radical kept whole.

    None where the root and form make another lemma.

    Raises:
        ValueError: no verb has this root, form and vowels.

    >>> resolve("اِسْتَجْوَب", "جوب", "X").strong, resolve("اِسْتَجاب", "جوب", "X").strong
    (True, False)
    """
    refused: ValueError | None = None
    for strong in (False, True):
        try:
            verb = Verb(root, form, vowels, strong)
        except ValueError as error:
            refused = refused or error
            continue
        if _lemma(verb) == lemma:
            return verb
    if refused:
        raise refused
    return None


def paradigm(
    *, root: str, form: str, vowels: str = "", objects: str = "t", strong: bool = False
) -> Iterator[Cell]:
    """All inflected forms: perfect, imperfect in three moods, imperative; active and passive.

    ``objects`` is t, i or ti: only with a t have the active forms a joint for an object enclitic,
    and the passive all its persons. A form written in several ways gives a cell for each.

    Raises:
        ValueError: no verb has this root, form and vowels.
    """
    for cell, _ in patterned_paradigm(Verb(root, form, vowels, strong), objects=objects):
        yield cell


def patterned_paradigm(verb: Verb, *, objects: str = "t") -> Iterator[tuple[Cell, str]]:
    """`paradigm`, each cell with its stem's pattern.

    Radicals are digits (``1َ2َ3``); letters that took a radical's place stay as they are (``1ا3``).
    """
    transitive = "t" in objects
    for voice in ("a", "p"):
        if voice == "p" and not _has_passive(verb):
            continue
        for joint in ("", "c") if transitive and voice == "a" else ("",):
            whole = transitive or voice == "a"
            for cell, pattern in _finite(verb, voice, joint):
                if whole or _subject(cell) in _IMPERSONAL:
                    yield cell, pattern


def _has_passive(verb: Verb) -> bool:
    """Verbs of being or becoming something have none: كَبُر, اِحْمَرّ."""
    return verb.form != "IX" and verb.vowels not in ("u-u", "a-")


def _subject(cell: Cell) -> str:
    return "".join(value for _, value in cell.features[3:])


def _finite(verb: Verb, voice: str, joint: str) -> Iterator[tuple[Cell, str]]:
    for shape in perfect(stem(verb, aspect="p", voice=voice), joint):
        features = _features("p", voice, "i", shape.subject)
        yield from _cells(verb, shape, prefix="", joint=joint, features=features)
    if verb.vowels == "a-":
        return
    vowel = "u" if voice == "p" or verb.form in _U_PREFIX_FORMS else "a"
    for mood in "isj":
        for shape in imperfect(stem(verb, aspect="i", voice=voice), mood, joint):
            features = _features("i", voice, mood, shape.subject)
            prefix = _PREFIX_LETTERS[shape.subject] + vowel
            yield from _cells(verb, shape, prefix=prefix, joint=joint, features=features)
        if mood == "j" and verb.root == "كون" and verb.form == "I" and not joint and voice == "a":
            yield from _clipped_be(verb)
    if voice == "a":
        for begun in imperatives(verb):
            for shape in imperative(begun, joint):
                features = _features("c", voice, "u", shape.subject)
                yield from _cells(verb, shape, prefix="", joint=joint, features=features)


def _clipped_be(verb: Verb) -> Iterator[tuple[Cell, str]]:
    """The jussive of كان may lose its ن: لَمْ يَكُ."""
    for subject in ("3ms", "3fs", "2ms", "1s", "1p"):
        features = _features("i", "a", "j", subject)
        shape = Shape(subject, "1u", "")
        prefix = _PREFIX_LETTERS[subject] + "a"
        yield from _cells(verb, shape, prefix=prefix, joint="", features=features)


@cache
def _features(aspect: str, voice: str, mood: str, subject: str) -> tuple[tuple[str, str], ...]:
    person, gender, number = subject[0], subject[1:-1] or "m", subject[-1]
    values = (aspect, voice, mood, person, gender, number)
    return tuple(zip(("asp", "vox", "mod", "per", "gen", "num"), values, strict=True))


def _cells(
    verb: Verb, shape: Shape, *, prefix: str, joint: str, features: tuple[tuple[str, str], ...]
) -> Iterator[tuple[Cell, str]]:
    """The written form of one shape, and other spellings of its hamza."""
    text, last, pattern = _stem_text(shape.stem, verb.root, prefix[1:])
    parts = (spell(prefix, ""), text, spell(shape.ending, "", after=last))
    before, written, after = seated(parts, verb.root, joint=joint)
    yield Cell(before, written, after, joint, features), pattern
    other = _other_seat(verb, text, written, after)
    if other:
        yield Cell(before, other, after, joint, features), pattern


# Few shapes of a stem serve its many cells, so these need not hold more than a verb's.
@lru_cache(maxsize=64)
def _stem_text(sounds: str, root: str, before: str) -> tuple[str, str, str]:
    """A stem behind a prefix that ends in the vowel ``before``: text, last consonant, pattern."""
    (pattern,) = seated([spell(sounds, root, after=before, pattern=True)], "")
    text = spell(sounds, root, after=before)
    return text, last_consonant(sounds, root), pattern.replace("ٱ", "ا")


def _other_seat(verb: Verb, spelled: str, written: str, suffix: str) -> str:
    """The stem with its final hamza as it is without an ending, which newspapers also write; or "".

    بَدَأُوا beside بَدَؤُوا, يَقْرَأُهُ beside يَقْرَؤُهُ, جاءُوا beside جاؤُوا.
    """
    if verb.root[-1] != "ء" or written[-1] not in "ؤئ":
        return ""
    if spelled.endswith(FATHA + "ء") and suffix[:1] in (DAMMA, KASRA):
        return written[:-1] + "أ"
    if spelled.endswith("اء") and suffix[:1] == DAMMA:
        return written[:-1] + "ء"
    return ""
