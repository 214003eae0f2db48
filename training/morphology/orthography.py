"""How a spoken-out Arabic word is written: the seat of hamza, madda, and where morphemes part.

Paradigms build words with a bare hamza ``ء`` everywhere and alef wasla as ``ٱ``; `realise` gives
every hamza the seat that its neighbours call for, and merges hamza and long a into ``آ``, while it
keeps track of which morpheme each written letter belongs to.

The rules are those of school grammars (Wright, *A Grammar of the Arabic Language*, I §15-17;
Ryding, *A Reference Grammar of Modern Standard Arabic*, 2005, §2.3): among the hamza's vowel and the one
before it the strongest decides (i > u > a > none); long vowels and final position have rules of
their own, given beside the code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Letter", "letters", "realise", "tidy"]

FATHATAN, DAMMATAN, KASRATAN = "\u064b", "\u064c", "\u064d"
FATHA, DAMMA, KASRA, SHADDA, SUKUN = "\u064e", "\u064f", "\u0650", "\u0651", "\u0652"
DAGGER = "\u0670"
MARKS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670")
_QUALITY = {
    FATHA: "a", FATHATAN: "a", DAMMA: "u", DAMMATAN: "u", KASRA: "i", KASRATAN: "i", DAGGER: "a",
}  # fmt: skip
# These letters do not join the one after them, so a hamza behind them stands alone.
_NON_JOINING = frozenset("اأإآٱدذرزوؤءى")


@dataclass(slots=True)
class Letter:
    """One letter with its marks, and the number of the morpheme it came from."""

    base: str
    marks: str
    part: int

    @property
    def vowel(self) -> str:
        """a, i or u; empty where the letter carries none."""
        return next((_QUALITY[mark] for mark in self.marks if mark in _QUALITY), "")


def tidy(text: str) -> str:
    """One spelling for what may be written several ways: shadda before its vowel, no fatha before
    alef (alef maqsura keeps it).

    >>> tidy("كِتَاب") == "كِتاب"
    True
    """
    out: list[str] = []
    for char in text:
        if char == SHADDA and out and out[-1] in _QUALITY:
            out.insert(-1, char)
        elif char == "ا" and out and out[-1] == FATHA:
            out[-1] = char
        else:
            out.append(char)
    return "".join(out)


def letters(text: str, part: int = 0) -> list[Letter]:
    """The letters of a diacritised text, each with its marks.

    Raises:
        ValueError: the text begins with a mark.
    """
    found: list[Letter] = []
    for char in text:
        if char not in MARKS:
            found.append(Letter(char, "", part))
        elif found:
            found[-1].marks += char
        else:
            raise ValueError(f"{text!r} begins with a mark")
    return found


def _split(parts: Sequence[str]) -> list[Letter]:
    """Letters of all parts in order; a mark that opens a part sits on the letter before it."""
    found: list[Letter] = []
    for number, part in enumerate(parts):
        for char in part:
            if char in MARKS and found:
                found[-1].marks += char
            else:
                found.append(Letter(char, "", number))
    return found


def _before(word: list[Letter], at: int) -> str:
    """What stands before the hamza: a short vowel a/i/u, a long one A/U/I, or 0 (no vowel)."""
    previous = word[at - 1]
    if previous.vowel:
        return previous.vowel
    if previous.base in "اآى" and not previous.marks:
        return "A"
    if previous.base == "و":
        return "U"
    if previous.base == "ي":
        return "I"
    return "0"


def _seat(word: list[Letter], at: int) -> str:
    hamza = word[at]
    own = hamza.vowel
    if at == 0:
        return "إ" if own == "i" else "أ"
    before = _before(word, at)
    following = word[at + 1].base if at + 1 < len(word) else ""
    only_tanween = following == "ا" and FATHATAN in hamza.marks and at + 2 == len(word)
    if not following or only_tanween:
        # Word-final: its own case or mood vowel does not count (يَقْرَأُ, جُزْءٌ), but a tanween's
        # alef joins it to the letter before (شَيْئًا beside جُزْءًا).
        if before in "aui":
            return {"a": "أ", "u": "ؤ", "i": "ئ"}[before]
        joined = only_tanween and before != "A" and word[at - 1].base not in _NON_JOINING
        return "ئ" if joined else "ء"
    if own == "i" or before in "iI":
        return "ئ"
    if before == "U":
        return "ء"  # مُرُوءَة, ضَوْءُهُ
    if own == "u" or before == "u":
        return "ؤ"
    return "ء" if before == "A" else "أ"  # قِراءَة beside مَسْأَلَة, سَأَل


def realise(parts: Sequence[str]) -> tuple[str, ...]:
    """The written form of each morpheme of a word, in order; together they are the word.

    ``parts`` are diacritised, hamzas bare, alef wasla as ٱ. Where hamza and long a meet over a
    morpheme boundary the آ belongs to the first; a vowel that opens a morpheme stays with it.

    >>> "".join(realise(["", "قَرَء", "ُوا"])), "".join(realise(["يَ", "قْرَء", "ُ"]))
    ('قَرَؤُوا', 'يَقْرَأُ')
    """
    word = _split(parts)
    at = 0
    while at < len(word):
        letter = word[at]
        if letter.base == "ء":
            # Two hamzas, the second without a vowel: one with madda or a long vowel (أَءْكُل > آكُل).
            if at + 1 < len(word) and word[at + 1].base == "ء" and word[at + 1].marks == SUKUN:
                long = {"a": "ا", "i": "ي", "u": "و"}.get(letter.vowel, "")
                if at == 0 and long:
                    word[at + 1].base, word[at + 1].marks = long, ""
            seat = _seat(word, at)
            following = word[at + 1] if at + 1 < len(word) else None
            if (
                seat == "أ"
                and following is not None
                and following.base == "ا"
                and not following.marks
                and FATHATAN not in letter.marks
            ):
                letter.base, letter.marks = "آ", letter.marks.replace(FATHA, "")
                del word[at + 1]
            else:
                letter.base = seat
        at += 1
    return _join(word, parts)


def _join(word: list[Letter], parts: Sequence[str]) -> tuple[str, ...]:
    """Put the letters back into their morphemes; marks that opened a morpheme go back to it."""
    out = [""] * len(parts)
    opening = [_opening_marks(part) for part in parts]
    for index, letter in enumerate(word):
        marks = letter.marks
        borrowed: list[tuple[int, str]] = []
        last_of_part = index + 1 == len(word) or word[index + 1].part != letter.part
        if last_of_part:
            # The marks of the morphemes that follow directly sit at the end of this letter's marks.
            until = word[index + 1].part if index + 1 < len(word) else len(parts) - 1
            for number in range(until, letter.part, -1):
                taken = opening[number]
                if taken and marks.endswith(taken):
                    marks = marks[: len(marks) - len(taken)]
                    borrowed.append((number, taken))
        out[letter.part] += letter.base + marks
        for number, taken in borrowed:
            out[number] = taken + out[number]
    return tuple(out)


def _opening_marks(part: str) -> str:
    return part[: len(part) - len(part.lstrip("".join(MARKS)))]
