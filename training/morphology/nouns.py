"""Noun and adjective paradigms: gender, number, state and case of one lexeme, as written cells.

A lexeme has one or more *stems* (singular, feminine, each plural); every stem declines by the
ending it has. The declensions and their conditions follow Ryding (2005), chapters 7 and 8.

Features come in the order `FEATURES`; the values are CAMeL Tools' (``gen`` and ``num`` are
functional: a broken plural is plural whatever its form; ``form_gen`` and ``form_num`` say what the
ending looks like).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from training.lexicon import Lexeme
from training.morphology.cells import Cell
from training.morphology.orthography import (
    DAMMA,
    FATHA,
    KASRA,
    SHADDA,
    SUKUN,
    letters,
    realise,
    tidy,
)

__all__ = ["FEATURES", "Stem", "paradigm", "stems"]

FEATURES = ("gen", "num", "form_gen", "form_num", "stt", "cas")
CASES = (("n", DAMMA, "\u064c"), ("a", FATHA, "\u064b"), ("g", KASRA, "\u064d"))
_SHORT = FATHA + DAMMA + KASRA

# Plurals of four letters and more that take no tanween (مَفاعِل, مَفاعِيل, فَعالِل, فُعَلاء, أَفْعِلاء):
# Ryding (2005) 7.5.4.2.
_V = f"[{_SHORT}]"
_DIPTOTE_PLURAL = re.compile(
    f"^.{FATHA}?[^ا]?{FATHA}?ا.{SHADDA}?{KASRA}(.|ي.)$"  # فَعالِل, فَعالِيل
    f"|^.{DAMMA}.{FATHA}.?اء$"  # فُعَلاء
    f"|^أ{FATHA}.{SHADDA}?{SUKUN}?{KASRA}.?{SHADDA}?{KASRA}?اء$"  # أَفْعِلاء, أَفِلّاء
    f"|^أ{FATHA}.{SUKUN}?.{KASRA}.?اء$"
)
_ELATIVE = re.compile(f"^(أ{FATHA}.{SUKUN}.{FATHA}.|أ{FATHA}.{FATHA}.{SHADDA}|آ.{FATHA}.)$")


@dataclass(frozen=True, slots=True)
class Stem:
    """One declinable stem: the bare form (hamzas bare, ة and endings cut off) and its class.

    ``declension``: ``strong`` (triptote), ``diptote``, ``ta`` (ـة), ``maqsur`` (ـى), ``long``
    (final ا), ``manqus`` (ـِي, or ـٍ where indefinite), ``manqus2`` (the same as a broken plural:
    جَوارٍ, accusative without tanween), ``inv`` (no endings), ``un`` (ـُونَ), ``at`` (ـات), ``an``.
    """

    base: str
    declension: str
    gender: str
    number: str
    form_gender: str
    form_number: str


def _bare(word: str) -> str:
    """Hamzas without seats, madda opened: what `realise` expects. Initial wasla becomes ٱ."""
    word = word.replace("آ", f"ء{FATHA}ا")
    word = re.sub("[أإؤئ]", "ء", word)
    return tidy("ٱ" + word[1:] if word.startswith("ا") else word)


def _singular(word: str, lexeme: Lexeme) -> tuple[str, str]:
    """The base and declension of a singular (or broken plural) as it is spelled."""
    if "inv" in lexeme.flags:
        return _bare(word), "inv"
    if word.endswith(DAMMA + "ون") and lexeme.pos in ("noun_num", "adj_num"):
        return _bare(word[:-3]), "un"  # عِشْرُون
    if word.endswith("ة"):
        return _bare(word[:-1].removesuffix(FATHA)), "ta"
    if word.endswith("ى"):
        return _bare(word[:-1].removesuffix(FATHA)), "maqsur"
    if word.endswith("ا"):
        return _bare(word[:-1]), "long"
    if word.endswith(KASRA + "ي"):
        return _bare(word[:-2]), "manqus"
    return _bare(word), "strong"


def _is_diptote(word: str, lexeme: Lexeme) -> bool:
    if "dip" in lexeme.flags or lexeme.pos == "adj_comp":
        return True
    if lexeme.pos == "noun_prop":
        return "trip" not in lexeme.flags and "al" not in lexeme.flags
    if _ELATIVE.match(word) and lexeme.pos == "adj":
        return True  # colours and defects: أَحْمَر
    # صَحْراء, حَمْراء: the ending is the feminine's own, not a radical (سَماء, from سمو).
    feminine = word == lexeme.feminine or (lexeme.gender == "f" and word == lexeme.lemma)
    return word.endswith("اء") and feminine and lexeme.root[-1] not in "ءوي"


def stems(lexeme: Lexeme) -> Iterator[Stem]:
    """All stems of a nominal lexeme; which plural an ات or ون makes depends on its ending."""
    adjective = lexeme.pos in ("adj", "adj_comp", "adj_num")
    gender = lexeme.gender or "m"
    base, declension = _singular(lexeme.lemma, lexeme)
    if declension == "strong" and _is_diptote(lexeme.lemma, lexeme):
        declension = "diptote"
    if "five" in lexeme.flags:
        yield Stem(base, "five", "m", "s", "m", "s")
    number = "p" if "pl" in lexeme.flags else "s"
    form_gender = "f" if lexeme.lemma.endswith(("ة", "ى", "اء")) and gender == "f" else "m"
    if declension == "un":
        yield Stem(base, declension, gender, "p", "m", "p")
        return
    yield Stem(base, declension, gender, number, form_gender, "s")
    if "zarf" in lexeme.flags:
        return
    if number == "s" and lexeme.pos != "noun_prop" and declension != "inv":
        yield Stem(_dual(base, declension, lexeme), "an", gender, "d", form_gender, "d")
    if (adjective and declension != "inv") or lexeme.feminine:
        yield from _feminine(lexeme, base, declension)
    inflects = lexeme.pos in ("adj", "adj_num") and declension != "inv"
    plurals = lexeme.plurals or (("ون",) if inflects else ())
    for plural in plurals:
        if plural == "ون":
            yield Stem(
                base, "unA" if declension in ("maqsur", "long") else "un", "m", "p", "m", "p"
            )
        elif plural == "ات":
            yield Stem(_before_at(base, declension, lexeme), "at", "f", "p", "f", "p")
        else:
            yield _broken(plural, lexeme, gender)


def _broken(plural: str, lexeme: Lexeme, gender: str) -> Stem:
    if plural.endswith("ات") and not lexeme.root.endswith("ت"):  # أَوْقات is broken, بَنات is not
        return Stem(_bare(plural[:-2]), "at", gender, "p", "f", "p")
    base, declension = _singular(plural, lexeme)
    if declension == "strong" and _DIPTOTE_PLURAL.match(plural):
        declension = "diptote"
    if declension == "manqus":
        declension = "manqus2"
    return Stem(base, declension, gender, "p", "f" if plural.endswith("ة") else "m", "s")


def _feminine(lexeme: Lexeme, base: str, declension: str) -> Iterator[Stem]:
    """The feminine of an adjective: its own, or ة after the masculine, with its dual and ات."""
    if lexeme.feminine:
        own, own_declension = _singular(lexeme.feminine, lexeme)
        if own_declension == "strong" and _is_diptote(lexeme.feminine, lexeme):
            own_declension = "diptote"
        yield Stem(own, own_declension, "f", "s", "f", "s")
        if own_declension in ("maqsur", "long"):
            yield Stem(own + FATHA + "ي", "an", "f", "d", "f", "d")
            yield Stem(own + FATHA + "ي", "at", "f", "p", "f", "p")
        elif own_declension == "ta":
            yield Stem(own + FATHA + "ت", "an", "f", "d", "f", "d")
        return
    if lexeme.pos == "adj_comp" or declension in ("ta", "inv", "diptote"):
        return
    weak = {"manqus": KASRA + "ي", "maqsur": "ا", "long": "ا"}.get(declension, "")
    yield Stem(base + weak, "ta", "f", "s", "f", "s")
    if declension != "maqsur":
        yield Stem(base + weak + FATHA + "ت", "an", "f", "d", "f", "d")
        yield Stem(base + weak, "at", "f", "p", "f", "p")
    else:
        yield Stem(base + FATHA + "ي", "at", "f", "p", "f", "p")


def _third_is_w(lexeme: Lexeme) -> bool:
    return lexeme.root.endswith("و")


def _dual(base: str, declension: str, lexeme: Lexeme) -> str:
    if declension == "ta":
        return base + ("" if base.endswith("ا") else FATHA) + "ت"
    if declension == "maqsur":
        return base + FATHA + "ي"
    if declension == "long":
        return base + FATHA + ("و" if _third_is_w(lexeme) else "ي")
    if declension == "manqus":
        return base + KASRA + "ي"
    if base.endswith("اء") and lexeme.gender == "f" and declension == "diptote":
        return base[:-1] + "و"
    return base


# A feminine noun of the shape CaCC-a puts an a between its last radicals in the plural (حَمَلات),
# CuCC-a an u (خُطُوات), unless the middle radical is weak or doubled: Ryding (2005) 6.3.2.
_CACC = re.compile(f"^(.)([{FATHA}{DAMMA}])([^اويى])({SUKUN})([^{SHADDA}]+)$")


def _before_at(base: str, declension: str, lexeme: Lexeme) -> str:
    if declension == "ta":
        if base.endswith("ا"):
            return base[:-1] + FATHA + ("و" if _third_is_w(lexeme) else "ي")
        if lexeme.pos == "noun":
            return _CACC.sub(r"\1\2\3\2\5", base)
        return base
    if declension in ("maqsur", "long"):
        return base + (FATHA + "ي" if declension == "maqsur" else "")
    if declension == "manqus":
        return base + KASRA + "ي"
    if base.endswith("اء") and lexeme.gender == "f":
        return base[:-1] + "و"
    return base


def paradigm(lexeme: Lexeme) -> Iterator[Cell]:
    """Every cell of a nominal lexeme; definite cells are those that follow the article."""
    article_only = "al" in lexeme.flags
    adverbial = "zarf" in lexeme.flags
    for stem in stems(lexeme):
        for cell in _decline(stem):
            state, case = cell.features[4][1], cell.features[5][1]
            if article_only and state == "i":
                continue
            if adverbial and (state != "c" or case == "n"):
                continue
            yield cell


def _decline(stem: Stem) -> Iterator[Cell]:
    for stt, cas, joint, suffix in _ENDINGS[stem.declension](stem):
        yield _cell(stem, suffix, stt, cas, joint)


def _cell(stem: Stem, suffix: str, stt: str, cas: str, joint: str) -> Cell:
    probe = {"": "", "c": "ه" + DAMMA, "y": KASRA + "ي"}[joint]
    if joint == "y" and suffix.endswith(("ا", "ي", "و")):
        probe = "ي" + FATHA
    # ي after ي: مُحامِيَّ; kept as two letters in analysis, the enclitic carries its own vowel.
    _, written, ending, _ = realise(["", stem.base, suffix, probe])
    features = (stem.gender, stem.number, stem.form_gender, stem.form_number, stt, cas)
    return Cell("", written, ending, joint, tuple(zip(FEATURES, features, strict=True)))


Ending = tuple[str, str, str, str]


def _strong(stem: Stem, *, tanween: bool = True) -> Iterator[Ending]:
    for cas, vowel, nunation in CASES:
        yield "d", cas, "", vowel
        yield "c", cas, "", vowel
        yield "c", cas, "c", vowel
        if not tanween:
            yield "i", cas, "", FATHA if cas == "g" else vowel
        elif cas == "a" and _takes_alef(stem):
            yield "i", cas, "", nunation + "ا"
        else:
            yield "i", cas, "", nunation
    yield "c", "u", "y", ""


def _takes_alef(stem: Stem) -> bool:
    """Accusative tanween is written on an alef, but not after ة, or a hamza behind a or alef."""
    if stem.declension == "ta":
        return False
    spelled = letters(stem.base)
    if spelled[-1].base != "ء" or len(spelled) < 2:
        return True
    before = spelled[-2]
    return not (before.vowel == "a" or (before.base == "ا" and not before.marks))


def _ta(stem: Stem) -> Iterator[Ending]:
    a = "" if stem.base.endswith("ا") else FATHA
    for cas, vowel, nunation in CASES:
        yield "d", cas, "", f"{a}ة{vowel}"
        yield "c", cas, "", f"{a}ة{vowel}"
        yield "c", cas, "c", f"{a}ت{vowel}"
        yield "i", cas, "", f"{a}ة{nunation}"
    yield "c", "u", "y", f"{a}ت"


def _maqsur(stem: Stem) -> Iterator[Ending]:
    diptote = stem.form_gender == "f" or stem.number == "p"
    yield "d", "u", "", FATHA + "ى"
    yield "c", "u", "", FATHA + "ى"
    yield "i", "u", "", FATHA + "ى" if diptote else "\u064bى"
    yield "c", "u", "c", "ا"
    yield "c", "u", "y", "ا"


def _long(stem: Stem) -> Iterator[Ending]:
    for stt in "dci":
        yield stt, "u", "", "ا"
    yield "c", "u", "c", "ا"
    yield "c", "u", "y", "ا"


def _manqus(stem: Stem, *, plural: bool = False) -> Iterator[Ending]:
    for stt in "dc":
        yield stt, "n", "", KASRA + "ي"
        yield stt, "g", "", KASRA + "ي"
        yield stt, "a", "", KASRA + "ي" + FATHA
    for cas in "ng":
        yield "i", cas, "", "\u064d"
        yield "c", cas, "c", KASRA + "ي"
    yield "i", "a", "", KASRA + "ي" + (FATHA if plural else "\u064bا")
    yield "c", "a", "c", KASRA + "ي" + FATHA
    # Newspapers often keep the ي of the indefinite: قاضي for قاضٍ.
    yield "i", "u", "", KASRA + "ي"


def _five(stem: Stem) -> Iterator[Ending]:
    """أَب, أَخ, حَم: a long vowel for the case in the construct, أَبُو أَبا أَبِي."""
    for cas, vowel in (("n", DAMMA + "و"), ("a", "ا"), ("g", KASRA + "ي")):
        yield "c", cas, "", vowel
        yield "c", cas, "c", vowel


def _inv(stem: Stem) -> Iterator[Ending]:
    for stt in "dci":
        yield stt, "u", "", ""
    yield "c", "u", "c", ""


def _an(stem: Stem) -> Iterator[Ending]:
    for cas, vowel in (("n", "ا"), ("a", FATHA + "ي" + SUKUN), ("g", FATHA + "ي" + SUKUN)):
        yield "d", cas, "", vowel + "ن" + KASRA
        yield "i", cas, "", vowel + "ن" + KASRA
        yield "c", cas, "", vowel
        yield "c", cas, "c", vowel


def _un(stem: Stem) -> Iterator[Ending]:
    for cas, vowel in (("n", DAMMA + "و"), ("a", KASRA + "ي"), ("g", KASRA + "ي")):
        yield "d", cas, "", vowel + "ن" + FATHA
        yield "i", cas, "", vowel + "ن" + FATHA
        yield "c", cas, "", vowel
        yield "c", cas, "c", vowel


def _un_after_a(stem: Stem) -> Iterator[Ending]:
    for cas, vowel in (("n", "و"), ("a", "ي"), ("g", "ي")):
        for stt in "di":
            yield stt, cas, "", FATHA + vowel + SUKUN + "ن" + FATHA
        yield "c", cas, "", FATHA + vowel + SUKUN
        yield "c", cas, "c", FATHA + vowel + SUKUN


def _at(stem: Stem) -> Iterator[Ending]:
    for cas, vowel, nunation in CASES:
        seen = KASRA if cas == "a" else vowel
        yield "d", cas, "", f"ات{seen}"
        yield "c", cas, "", f"ات{seen}"
        yield "c", cas, "c", f"ات{seen}"
        yield "i", cas, "", "ات" + ("\u064d" if cas == "a" else nunation)
    yield "c", "u", "y", "ات"


_ENDINGS = {
    "strong": _strong,
    "diptote": lambda stem: _strong(stem, tanween=False),
    "ta": _ta,
    "maqsur": _maqsur,
    "long": _long,
    "manqus": _manqus,
    "manqus2": lambda stem: _manqus(stem, plural=True),
    "five": _five,
    "inv": _inv,
    "an": _an,
    "un": _un,
    "unA": _un_after_a,
    "at": _at,
}
