"""Participles of every verb, and the verbal nouns that follow from form and root (II-X, Q1-Q4).

Wright, *A Grammar of the Arabic Language*, I §§ 195-217, 229-236.
"""

from __future__ import annotations

from typing import NamedTuple

from training.morphology.roots import Verb
from training.morphology.verbs_spelling import seated, spell
from training.morphology.verbs_stems import assimilated, stem

__all__ = ["Participles", "masdars", "participles"]


class Participles(NamedTuple):
    """Lemmas of the active and passive participle; empty where the verb forms none."""

    active: str
    passive: str


# The plain verbal noun of each form; weak roots change it below.
_MASDARS = {
    "II": "تa12I3", "III": "مu1A2a3aة", "IV": "ءi12A3", "V": "تa1a22u3", "VI": "تa1A2u3",
    "VII": "ٱiن1i2A3", "VIII": "ٱi1تi2A3", "IX": "ٱi12i3A3", "X": "ٱiستi12A3",
    "Q1": "1a23a4aة", "Q2": "تa1a23u4", "Q4": "ٱi12i34A4",
}  # fmt: skip


def participles(*, root: str, form: str, vowels: str = "", strong: bool = False) -> Participles:
    """The active and the passive participle in the lexicon's spelling.

    Raises:
        ValueError: no verb has this root, form and vowels.

    >>> participles(root="قول", form="I", vowels="a-u")
    Participles(active='قائِل', passive='مَقُول')
    """
    verb = Verb(root, form, vowels, strong)
    if verb.form == "I":
        if verb.vowels == "u-u":
            return Participles("", "")  # adjectives take their place: كَبِير, not كابِر
        return Participles(
            _write(_form_one_active(verb), verb), _write(_form_one_passive(verb), verb)
        )
    active = stem(verb, aspect="i", voice="a")
    passive = stem(verb, aspect="i", voice="p")
    if verb.defective:
        acting, acted = active.before_vowel + "I", passive.before_vowel + passive.final_a
    else:
        acting, acted = active.before_vowel, passive.before_vowel
        if acting[-2] == "a":  # يَتَحَدَّث but مُتَحَدِّث
            acting = acting[:-2] + "i" + acting[-1]
    return Participles(
        _write("مu" + acting, verb), "" if form == "IX" else _write("مu" + acted, verb)
    )


def _form_one_active(verb: Verb) -> str:
    if verb.defective:
        return "1A2I"
    if verb.hollow:
        return "1AءI" if verb.root[2] == "ء" else "1Aءi3"  # جائِي, قائِل
    return "1A23" if verb.doubled else "1A2i3"


def _form_one_passive(verb: Verb) -> str:
    if verb.defective:
        keeps = verb.root[2] == "و" and verb.perfect_vowel == "a"
        return "مa12u33" if keeps else "مa12iيي"  # مَدْعُوّ; مَرْمِيّ, مَرْضِيّ
    if verb.hollow:
        return "مa1U3" if verb.root[1] == "و" else "مa1I3"
    return "مa12U3"


def masdars(*, root: str, form: str, strong: bool = False) -> tuple[str, ...]:
    """The regular verbal nouns of a derived form; none for form I, whose nouns the lexicon lists.

    Raises:
        ValueError: no verb has this root and form.

    >>> masdars(root="قيل", form="X"), masdars(root="حدي", form="V")
    (('اِسْتِقالَة',), ('تَحَدِّي',))
    """
    if form == "I":
        return ()
    verb = Verb(root, form, "", strong)
    return (_write(_masdar(verb), verb),)


def _masdar(verb: Verb) -> str:
    form = verb.form
    sounds = assimilated(_MASDARS[form], verb)
    if form == "II" and verb.root[1:] == "يي":
        return "تa1i23aة"  # تَحِيَّة
    if form == "II" and (verb.defective or verb.root[2] == "ء"):
        return "تa12iيaة" if verb.defective else "تa12i3aة"  # تَزْكِيَة, تَهْنِئَة
    if form == "IV" and verb.root == "رءي":
        return "ءi1Aءaة"
    if verb.hollow:
        if form in ("IV", "X"):
            return sounds.replace("2", "") + "aة"  # إِقامَة, اِسْتِقالَة
        return sounds.replace("2", "ي")  # اِنْقِياد, اِخْتِيار
    if verb.defective:
        return _defective_masdar(form, sounds)
    if verb.doubled and form in ("III", "VI"):
        return {"III": "مu1A23aة", "VI": "تa1A23"}[form]  # مُحاجَّة, تَضادّ
    return sounds


def _defective_masdar(form: str, sounds: str) -> str:
    if form in ("III", "Q1"):
        return sounds[:-4] + "Aة"  # مُساواة
    if form in ("V", "VI", "Q2"):
        return sounds[:-2] + "I"  # تَحَدِّي, تَلاقِي
    return sounds[:-1] + "ء"  # إِجْراء, اِنْتِهاء


def _write(sounds: str, verb: Verb) -> str:
    return seated([spell(sounds, verb.root)], verb.root)[0].replace("ٱ", "ا")
