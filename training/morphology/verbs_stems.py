"""The stems of a verb: what each form makes of a root before vowels, before consonants, at the end.

Templates are noted in sounds (`verbs_spelling`); contraction of doubled, hollow and defective roots
follows Wright, *A Grammar of the Arabic Language*, I §§ 120-176.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from training.morphology.roots import Verb
from training.morphology.verbs_spelling import radicals

__all__ = ["Stem", "assimilated", "imperatives", "stem"]

# (active perfect, active imperfect, passive perfect, passive imperfect); the imperfect without its
# prefix, V the vowel that the lexicon names.
TEMPLATES = {
    "I": ("1a2V3", "12V3", "1u2i3", "12a3"),
    "II": ("1a22a3", "1a22i3", "1u22i3", "1a22a3"),
    "III": ("1A2a3", "1A2i3", "1U2i3", "1A2a3"),
    "IV": ("ءa12a3", "12i3", "ءu12i3", "12a3"),
    "V": ("تa1a22a3", "تa1a22a3", "تu1u22i3", "تa1a22a3"),
    "VI": ("تa1A2a3", "تa1A2a3", "تu1U2i3", "تa1A2a3"),
    "VII": ("ٱiن1a2a3", "ن1a2i3", "ٱuن1u2i3", "ن1a2a3"),
    "VIII": ("ٱi1تa2a3", "1تa2i3", "ٱu1تu2i3", "1تa2a3"),
    "IX": ("ٱi12a3a3", "12a3i3", "ٱu12u3i3", "12a3a3"),
    "X": ("ٱiستa12a3", "ستa12i3", "ٱuستu12i3", "ستa12a3"),
    "Q1": ("1a23a4", "1a23i4", "1u23i4", "1a23a4"),
    "Q2": ("تa1a23a4", "تa1a23a4", "تu1u23i4", "تa1a23a4"),
    "Q4": ("ٱi12a34a4", "12a34i4", "ٱu12u34i4", "12a34a4"),
}
_COLUMNS = {("p", "a"): 0, ("i", "a"): 1, ("p", "p"): 2, ("i", "p"): 3}

# What form VIII makes of its first radical and ت (Wright I §§ 54-57).
_ASSIMILATIONS = (
    ("صض", "1ط"),  # اِصْطَدَم, اِضْطَرَب
    ("طظثد", "11"),  # اِطَّلَع, اِظَّلَم, اِثَّأَر, اِدَّعَى
    ("ذ", "دد"),  # اِدَّخَر
    ("ز", "1د"),  # اِزْدَهَر
    ("وي", "تت"),  # اِتَّصَل, اِتَّسَر
)
# The one hamza root that gives its hamza up in form VIII; others keep it (اِئْتَلَف).
_HAMZA_TO_TA = frozenset(("ءخذ",))

_SHORT = {"A": "a", "I": "i", "U": "u"}
_LONG = {short: long for long, short in _SHORT.items()}

# Imperatives without their hamza; سَأَل has both, the others only this one.
_SHORT_IMPERATIVES = {"ءخذ": "2u3", "ءكل": "2u3", "ءمر": "2u3", "سءل": "1a3"}


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem in the shapes its endings call for, in sounds.

    ``before_vowel`` and ``before_consonant`` are whole stems where ``weak_vowel`` is empty. Where
    the last radical is weak, both are what stands before it and its vowel, ``weak_vowel`` (a, i, u)
    is that vowel, ``glide`` the consonant that comes out before an ending (رَمَيْتُ, دَعَوْتُ) and
    ``final_a`` how a final long a is written. ``contracted`` marks a doubled stem, whose jussive is
    closed or open: يَمُدَّ, يَمْدُدْ.
    """

    before_vowel: str
    before_consonant: str
    weak_vowel: str = ""
    glide: str = ""
    final_a: str = ""
    contracted: bool = False


def assimilated(sounds: str, verb: Verb) -> str:
    """A template of form VIII with its ت assimilated to the first radical; others unchanged."""
    if verb.form != "VIII":
        return sounds
    if verb.root in _HAMZA_TO_TA:
        return sounds.replace("1ت", "تت")
    for firsts, result in _ASSIMILATIONS:
        if verb.root[0] in firsts:
            return sounds.replace("1ت", result)
    return sounds


def stem(verb: Verb, *, aspect: str, voice: str) -> Stem:
    """The perfect (aspect p) or imperfect (i) stem, active (voice a) or passive (p)."""
    sounds = assimilated(TEMPLATES[verb.form][_COLUMNS[aspect, voice]], verb)
    vowel = verb.perfect_vowel if aspect == "p" else verb.imperfect_vowel
    sounds = sounds.replace("V", vowel)
    if aspect == "i" and voice == "a" and verb.drops_first:
        sounds = sounds.removeprefix("1")
    if verb.root == "رءي" and (verb.form == "IV" or (verb.form == "I" and aspect == "i")):
        sounds = sounds.replace("2", "")  # يَرَى, أَرَى: the hamza of "see" falls
    if verb.defective:
        return _defective(verb, sounds, aspect, voice)
    if verb.hollow:
        return _hollow(verb, sounds, aspect, voice)
    if verb.doubled:
        return Stem(_contract(sounds), sounds, contracted=True)
    return Stem(sounds, sounds)


def _contract(sounds: str) -> str:
    """Bring the two last consonants together: ``1a2a3`` > ``1a23``, ``12u3`` > ``1u23``."""
    head, first, vowel, second = sounds[:-3], sounds[-3], sounds[-2], sounds[-1]
    return head + (first if head[-1] in "aiuAIU" else vowel + first) + second


def _hollow(verb: Verb, sounds: str, aspect: str, voice: str) -> Stem:
    head, vowel = sounds[:-3], sounds[-2]
    if head[-1] in "aiu":  # a weak radical between two vowels: قَوَل > قال, قُوِل > قِيل, يَخْتَيِر > يَخْتار
        long = "I" if head[-1] == "u" else "A"
        head = head[:-1]
    else:  # behind a consonant: يَقْوُل > يَقُول
        long = _LONG[vowel]
    short = _SHORT[long]
    if (verb.form, aspect, voice) == ("I", "p", "a"):
        short = "u" if verb.vowels == "a-u" else "i"  # قُلْتُ; بِعْتُ, خِفْتُ
    last = sounds[-1]
    return Stem(head + long + last, head + short + last)


def _defective(verb: Verb, sounds: str, aspect: str, voice: str) -> Stem:
    base, vowel = sounds[:-2], sounds[-2]
    # Only the active perfect of form I shows a و (دَعَوْتُ); elsewhere it is ي (أَدْعَيْتُ, يُدْعَيانِ).
    keeps = (verb.form, aspect, voice) == ("I", "p", "a")
    glide = verb.root[-1] if keeps else "ي"
    # ى, but ا from a و and behind a ي: دَعا, يَحْيا.
    final_a = "A" if glide == "و" or radicals(base, verb.root).endswith("ي") else "Y"
    return Stem(base, base, vowel, _as_radical(glide, verb), final_a)


def _as_radical(glide: str, verb: Verb) -> str:
    return str(len(verb.root)) if glide == verb.root[-1] else glide


def imperatives(verb: Verb) -> tuple[Stem, ...]:
    """The stems of the imperative, the imperfect's with what lets it begin a word."""
    if verb.form == "I" and verb.root in _SHORT_IMPERATIVES:
        short = _SHORT_IMPERATIVES[verb.root]
        stems = (Stem(short, short),)
        if verb.root != "سءل":
            return stems
        return (_begun(verb, stem(verb, aspect="i", voice="a")), *stems)
    return (_begun(verb, stem(verb, aspect="i", voice="a")),)


def _begun(verb: Verb, imperfect: Stem) -> Stem:
    """Give each shape that begins with two consonants an alef and its vowel (form IV: أَ)."""
    return replace(
        imperfect,
        before_vowel=_begin(verb, imperfect.before_vowel, imperfect),
        before_consonant=_begin(verb, imperfect.before_consonant, imperfect),
    )


def _begin(verb: Verb, sounds: str, imperfect: Stem) -> str:
    if verb.form == "IV":
        return "ءa" + sounds
    if len(sounds) < 2 or sounds[1] in "aiuAIU":
        return sounds
    return ("ٱu" if verb.imperfect_vowel == "u" else "ٱi") + sounds
