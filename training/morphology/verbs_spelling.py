"""From sounds to letters: how the engine notes a stem, and how that is spelled.

A stem or ending is noted as a string of sounds: digits are the root's radicals, Arabic letters are
other consonants, ``a i u`` and ``A I U`` short and long vowels, ``Y`` a long a written ى, ``X`` the
silent alef of كَتَبُوا, ``°`` a sukun that is written at the end of a word. So كَتَبُوا is ``1a2a3``
and ``UX``, اِسْتَقال is ``ٱiستa1A3``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from training.morphology.orthography import DAMMA, FATHA, KASRA, SHADDA, SUKUN, realise

__all__ = ["last_consonant", "radicals", "seated", "spell"]

_VOWELS = {
    "a": FATHA,
    "i": KASRA,
    "u": DAMMA,
    "A": "ا",
    "I": KASRA + "ي",
    "U": DAMMA + "و",
    "Y": FATHA + "ى",
}  # fmt: skip
_SIGNS = frozenset(_VOWELS) | {"°", "X"}


def radicals(sounds: str, root: str) -> str:
    """The sounds with the root's letters in the place of digits."""
    return "".join(root[int(sound) - 1] if sound.isdecimal() else sound for sound in sounds)


def last_consonant(sounds: str, root: str) -> str:
    """The consonant that ends the stem; empty where a vowel does."""
    return "" if sounds[-1] in _SIGNS else radicals(sounds[-1], root)


@lru_cache(maxsize=1 << 14)
def spell(sounds: str, root: str, *, after: str = "", pattern: bool = False) -> str:
    """The sounds as diacritised letters, hamza bare.

    ``after`` is the consonant or short vowel before the first sound: a vowel for a stem behind its
    prefix (it colours a weak first radical: يُ-وقِف), a consonant for an ending behind its stem (it
    opens with that consonant's mark). With ``pattern`` radicals stay digits.

    >>> spell("1a2a3", "كتب"), spell("تu", "", after="ب"), spell("12i3", "وقف", after="u")
    ('كَتَب', 'ْتُ', 'وقِف')
    """
    if after in _VOWELS:
        # The vowel is spelled to let it fuse, and its mark then left to the prefix.
        return spell(after + sounds, root, pattern=pattern)[1:]
    sounds = _fuse_glides(sounds, root)
    out: list[str] = []
    open_consonant = after
    for sound in sounds:
        if sound in _VOWELS:
            out.append(_VOWELS[sound])
            open_consonant = ""
        elif sound == "°":
            out.append(SUKUN)
            open_consonant = ""
        else:
            letter = "ا" if sound == "X" else radicals(sound, root)
            if letter == open_consonant:
                out.append(SHADDA)
                continue
            if open_consonant:
                out.append(SUKUN)
            out.append(sound if pattern and sound.isdecimal() else letter)
            open_consonant = "" if sound == "X" else letter
    return "".join(out)


def _fuse_glides(sounds: str, root: str) -> str:
    """i or u and a weak consonant that closes its syllable become one long vowel: مُوقِن, إِيقاف."""
    letters = radicals(sounds, root)

    def fuse(match: re.Match[str]) -> str:
        following = letters[match.end()]
        if following in _SIGNS or following == letters[match.end() - 1]:
            return match.group()
        return match.group()[0].upper()

    weak = "".join(str(n) for n, radical in enumerate(root, 1) if radical in "وي")
    return re.sub(f"[iu][{weak}وي](?=.)", fuse, sounds)


def seated(parts: Sequence[str], root: str, *, joint: str = "") -> tuple[str, ...]:
    """The parts of a word as `realise` writes them, its hamzas in their seats."""
    if "ء" not in "".join(parts):
        return tuple(parts)
    # A short vowel ends a word only where a weak radical fell behind it: يَنْأَ, يَرْتَئِ keep the seat
    # of the middle of a word, as before an enclitic.
    shortened = not parts[-1] and parts[-2:-1] and parts[-2][-1] in (FATHA, KASRA)
    written = realise([*parts, "ه"])[:-1] if joint or shortened else realise(parts)
    if root.startswith("يء"):
        # Usage writes يَيْأَس and مَيْؤُوس, against the rule of هَيْئَة.
        for rule, usual in (("ئَ", "أَ"), ("ئُ", "ؤُ")):
            written = tuple(re.sub(f"(ي{SUKUN}?){rule}", rf"\1{usual}", part) for part in written)
    return written
