"""Arabic names in Latin letters, the way newspapers would print them, for names no one has listed.

Vowels are not written in Arabic, so this is a readable guess and is flagged as one: the long vowels
as they stand, a plain ``a`` between consonants that would otherwise clash. Consonants follow the
simplified IJMES table without dots that news agencies use.
"""

from __future__ import annotations

__all__ = ["romanise"]

_LETTERS = {
    "ء": "'", "آ": "a", "أ": "a", "ؤ": "'", "إ": "i", "ئ": "'", "ا": "a", "ب": "b", "ة": "a",
    "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f",
    "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ى": "a", "ي": "y",
    "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g",
}  # fmt: skip
_VOWELS = frozenset("aeiou")
# Consonants that begin or end a syllable together.
_ONSETS = frozenset("br bl kr kl fr fl gr ghr ghl tr dr pr pl st sk str skr".split())
_CODAS = frozenset("lt mb mp nd nk nt nz rgh rt st sk ft dt".split())


def romanise(name: str) -> str:
    """A Latin spelling of an undiacritised Arabic name, each word capitalised.

    >>> romanise("كوري شولمان"), romanise("النعيمي")
    ('Kuri Shulman', 'Al-Naimi')
    """
    return " ".join(_word(word) for word in name.split())


def _word(word: str) -> str:
    article = word.startswith("ال") and len(word) > 4
    letters = word[2:] if article else word
    out = _vowelled([_sound(letters, at) for at in range(len(letters))])
    out = out[:1].upper() + out[1:]
    return f"Al-{out}" if article else out


def _sound(word: str, at: int) -> str:
    """The letter at a place: و and ي are vowels between or after consonants."""
    letter = word[at]
    if letter not in "وي" or at == 0:
        return _LETTERS.get(letter, letter)
    following = word[at + 1] if at + 1 < len(word) else ""
    if following in ("ا", "ة") or word[at - 1] == "ا":
        return "w" if letter == "و" else "y"
    return "u" if letter == "و" else "i"


def _vowelled(sounds: list[str]) -> str:
    """The sounds, with a vowel between consonants that no one would pronounce together."""
    out = ""
    run: list[str] = []
    for sound in [*sounds, ""]:
        if sound and sound[0] not in _VOWELS:
            run.append(sound)
            continue
        if out and sound == "a" and not run and out[-1] == "a":
            continue
        out += _broken(run, first=not out, last=not sound) + sound
        run = []
    return out.replace("aa", "a").replace("ii", "i")


def _broken(run: list[str], *, first: bool, last: bool) -> str:
    """The consonants between two vowels, or at an edge of the word, broken up where they must be.

    Where both edges are open a consonant closes the syllable before it and one opens the next.
    """
    if len(run) < 2 or (not first and not last and len(run) == 2):
        return "".join(run)
    if "".join(run) in (_ONSETS if first and not last else _CODAS if last and not first else ()):
        return "".join(run)
    if first:
        return run[0] + "a" + _broken(run[1:], first=False, last=last)
    if not last and "".join(run[1:]) in _ONSETS:
        return "".join(run)
    size = 2 if len(run) > 2 else 1
    return "".join(run[:size]) + "e" + _broken(run[size:], first=False, last=last)
