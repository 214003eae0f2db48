"""Short vowels for the names of the gazetteer, read off their English spelling.

روبن is Ruben, so its vowels are u and e: رُوبِن. The two spellings are aligned letter by letter; what
English writes between two consonants is the vowel Arabic leaves out. Where they do not align the
name stays bare. A name's own entry in the lexicon always goes before this guess.
"""

from __future__ import annotations

from functools import cache

from training.morphology.orthography import DAMMA, FATHA, KASRA, SUKUN

__all__ = ["vocalise"]

_CONSONANTS = {
    "ب": "b p bb pp", "ت": "t tt th", "ث": "th t s", "ج": "j g dj gi ge gg z", "ح": "h",
    "خ": "kh h j ch", "د": "d dd", "ذ": "dh th z d", "ر": "r rr wr", "ز": "z s zz", "س": "s c ss sc z x",
    "ش": "sh ch sch s sz sj", "ص": "s ss", "ض": "d dh", "ط": "t tt", "ظ": "z dh", "ع": "' ",
    "غ": "gh g gg gu", "ف": "f v ph ff w", "ق": "q k g gh c", "ك": "k c ck q cc ch x kk qu", "ل": "l ll",
    "م": "m mm", "ن": "n nn", "ه": "h", "و": "w v wh u", "ي": "y i j", "ء": "' ", "ئ": "' y ", "ؤ": "' ",
    "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g",
}  # fmt: skip
_SILENT = frozenset("عءئؤه")  # letters that English may leave out
_SHORT = {"a": FATHA, "e": KASRA, "i": KASRA, "y": KASRA, "o": DAMMA, "u": DAMMA}
_VOWELS = frozenset("aeiouy")


def vocalise(arabic: str, english: str) -> str:
    """The name with its vowels, as the lexicon spells lemmas; unchanged where no alignment exists.

    >>> vocalise("روبن", "Ruben"), vocalise("لندن", "London"), vocalise("زيد", "Zayd")
    ('رُوبِن', 'لُنْدُن', 'زَيْد')
    """
    latin = "".join(c for c in english.lower() if c.isascii() and (c.isalpha() or c == "'"))
    if not latin:
        return arabic

    @cache
    def align(i: int, j: int) -> str | None:
        """The vocalised rest of the name from Arabic letter i and Latin letter j."""
        if i == len(arabic):
            return "" if j == len(latin) or set(latin[j:]) <= set("eh'") else None
        letter = arabic[i]
        if letter in "اأإآىة":
            return _alef(i, j)
        sounds = _CONSONANTS.get(letter, "").split(" ")
        options = sorted((s for s in sounds if s and latin.startswith(s, j)), key=len, reverse=True)
        if letter in _SILENT:
            options.append("")
        for sound in options:
            rest = _after(i, j + len(sound))
            if rest is not None:
                return letter + rest
        return None

    def _alef(i: int, j: int) -> str | None:
        letter = arabic[i]
        end = _vowel_end(j)
        vowel = latin[j:end]
        if letter in "ىة" and i + 1 < len(arabic):
            return None
        if i > 0:
            for stop in (end, j):
                rest = align(i + 1, stop)
                if rest is not None:
                    return letter + rest
            return None
        mark = {"أ": FATHA, "ا": FATHA, "إ": KASRA, "آ": ""}.get(letter, "")
        if letter in "أا" and vowel[:1] in ("o", "u"):
            mark = DAMMA
        elif letter == "ا" and vowel[:1] in ("e", "i"):
            mark = KASRA
        following = arabic[i + 1 : i + 2]
        if following and following in "وي":
            rest = _long(i + 1, j, end)
            if rest is not None:
                return letter + rest
        rest = align(i + 1, end)
        return None if rest is None or not vowel else letter + mark + rest

    def _after(i: int, j: int) -> str | None:
        """The marks of the consonant at i and all that follows."""
        end = _vowel_end(j)
        vowel = latin[j:end]
        following = arabic[i + 1 : i + 2]
        if not following:
            return "" if align(i + 1, end) is not None else None
        if following and following in "اىة":
            rest = align(i + 1, j)
            return None if rest is None else (FATHA if following in "ىة" else "") + rest
        if following and following in "وي" and vowel:
            rest = _long(i + 1, j, end)
            if rest is not None:
                return rest
        mark = _SHORT.get(vowel[:1], SUKUN)
        rest = align(i + 1, end)
        return None if rest is None else mark + rest

    def _long(i: int, j: int, end: int) -> str | None:
        """و or ي at i as a long vowel or the end of a diphthong over latin[j:end]."""
        vowel, letter = latin[j:end], arabic[i]
        if letter == "و" and latin[end : end + 1] == "w":
            vowel, end = vowel + "w", end + 1
        high = ("u", "o", "w") if letter == "و" else ("i", "e", "y")
        if not any(v in vowel for v in high):
            return None
        rest = align(i + 1, end)
        if rest is None:
            return None
        if vowel[0] == "a" and len(vowel) > 1 and vowel not in ("ae",):
            return FATHA + letter + (SUKUN if rest else "") + rest
        return (DAMMA if letter == "و" else KASRA) + letter + rest

    def _vowel_end(j: int) -> int:
        while j < len(latin) and latin[j] in _VOWELS:
            j += 1
        return j

    found = align(0, 0)
    return found if found else arabic
