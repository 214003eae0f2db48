"""Reads and checks the lexicon's TSV files (`data/lexicon/README.md` says what they hold).

python -m training.lexicon check [FILE...]     refuse bad entries, each named with its reason
python -m training.lexicon count               lemmas by part of speech
"""

from __future__ import annotations

import collections
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from training import tables
from training.morphology.orthography import (
    DAMMA,
    FATHA,
    KASRA,
    MARKS,
    SHADDA,
    SUKUN,
    letters,
    tidy,
)

FOLDER = Path(__file__).resolve().parent.parent / "data" / "lexicon"

POS = frozenset(
    "verb noun adj adj_comp noun_prop noun_num noun_quant adj_num adv abbrev interj".split()
)
FORMS = frozenset("I II III IV V VI VII VIII IX X Q1 Q2 Q4".split())
VOWELS = frozenset("a-u a-i a-a i-a u-u i-i a-".split())
FLAGS = frozenset("h dip inv pl al trip zarf five -".split())
_RADICALS = frozenset("ءبتثجحخدذرزسشصضطظعغفقكلمنهوي")
_LETTERS = _RADICALS | frozenset("اأإآؤئىةپچڤگ")
_SHORT = frozenset((FATHA, DAMMA, KASRA))


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One entry: a lemma with what its paradigm needs.

    ``form``, ``vowels``, ``objects`` (t, i, ti) and ``masdars`` are a verb's; ``gender``,
    ``plurals`` and ``feminine`` a noun's or adjective's.
    """

    lemma: str
    pos: str
    root: str
    gloss: str
    variants: tuple[str, ...]
    where: str
    form: str = ""
    vowels: str = ""
    objects: str = ""
    masdars: tuple[str, ...] = ()
    gender: str = ""
    plurals: tuple[str, ...] = ()
    feminine: str = ""
    flags: frozenset[str] = frozenset()


def spelling_faults(word: str) -> list[str]:
    """What is wrong with a diacritised word: letters, marks, impossible vowel sequences."""
    if not word or word[0] in MARKS:
        return [f"{word!r} is empty or begins with a mark"]
    faults = [
        f"{word}: {char!r} does not belong in a lemma"
        for char in dict.fromkeys(word)
        if char not in _LETTERS and char not in MARKS
    ]
    if faults:
        return faults
    spelled = letters(word)
    for at, letter in enumerate(spelled):
        last = at + 1 == len(spelled)
        here = f"{word}: {letter.base}{letter.marks} (letter {at + 1})"
        vowels = [mark for mark in letter.marks if mark != SHADDA]
        long = letter.base in "اىآ" or (letter.base in "وي" and not letter.marks)
        if len(vowels) > 1:
            faults.append(f"{here} carries two vowels")
        elif any(mark not in _SHORT and mark != SUKUN for mark in vowels):
            faults.append(f"{here} carries tanween or another mark a lemma does not have")
        elif SHADDA in letter.marks and SUKUN in letter.marks:
            faults.append(f"{here} carries shadda and sukun")
        elif last and vowels:
            faults.append(f"{here} ends the lemma with a vowel")
        elif not last and not vowels and not long and spelled[at + 1].base != "ا":
            faults.append(f"{here} has no vowel or sukun")
        if letter.base in "اى" and letter.marks and at > 0:
            faults.append(f"{here}: alef carries no mark inside a word")
        if letter.base in "ةى" and not last:
            faults.append(f"{here} stands only at the end")
        if (
            letter.base == "ة"
            and at
            and not (spelled[at - 1].marks.endswith(FATHA) or spelled[at - 1].base == "ا")
        ):
            faults.append(f"{here}: ta marbuta follows fatha or alef")
        if SUKUN in letter.marks and at + 1 < len(spelled) and SUKUN in spelled[at + 1].marks:
            faults.append(f"{here}: two sukuns in a row")
    first = spelled[0]
    if first.base == "ا" and not first.marks:
        faults.append(f"{word}: an initial alef carries its vowel (اِ) or is أ إ آ")
    if (first.base == "أ" and KASRA in first.marks) or (
        first.base == "إ" and first.marks not in (KASRA, "")
    ):
        faults.append(f"{word}: initial hamza and its vowel disagree")
    if SHADDA in first.marks or SUKUN in first.marks:
        faults.append(f"{word}: begins with shadda or sukun")
    return faults


_FOREIGN_CLUSTER = "two sukuns in a row"


def parse(line: str, where: str) -> tuple[Lexeme | None, list[str]]:
    """The entry of one line and what is wrong with it; the entry is None if anything is."""
    columns = [column.strip() for column in line.split("\t")]
    if not 5 <= len(columns) <= 6:
        return None, [f"{len(columns)} columns, not 5 or 6"]
    lemma, pos, root, inflection, gloss = columns[:5]
    lemma = tidy(lemma)
    variants = tuple(v.strip() for v in columns[5].split(";")) if len(columns) == 6 else ()
    faults = spelling_faults(lemma)
    if root == "-":  # borrowed words keep clusters that Arabic words do not have
        faults = [fault for fault in faults if _FOREIGN_CLUSTER not in fault]
    if pos not in POS:
        faults.append(f"unknown part of speech {pos!r}")
    if root != "-" and (not 2 <= len(root) <= 5 or set(root) - _RADICALS):
        faults.append(f"{root!r} is not a root of 2 to 5 radicals (bare ء, no alef)")
    if not gloss or not re.fullmatch(r"[^\u0600-\u06ff\t.]+", gloss.replace("etc.", "")):
        faults.append(f"{gloss!r} is not a plain English gloss")
    for variant in variants:
        if not variant or set(variant) - _LETTERS:
            faults.append(f"variant {variant!r} is not an undiacritised spelling")
    tokens = inflection.split()
    if pos == "verb":
        details, more = _verb(tokens, lemma, root)
    else:
        details, more = _nominal(tokens, pos)
    faults += more
    if faults:
        return None, faults
    return Lexeme(lemma, pos, root, gloss, variants, where, **details), []


def _verb(tokens: list[str], lemma: str, root: str) -> tuple[dict, list[str]]:
    details: dict = {"masdars": ()}
    faults = []
    for token in tokens:
        if token in FORMS:
            details["form"] = token
        elif token in VOWELS:
            details["vowels"] = token
        elif token in ("t", "i", "ti"):
            details["objects"] = token
        elif token.startswith("masdar="):
            details["masdars"] = tuple(map(tidy, token[7:].split(",")))
            faults += [f for masdar in details["masdars"] for f in spelling_faults(masdar)]
        else:
            faults.append(f"unknown inflection {token!r} of a verb")
    if "form" not in details:
        return details, [*faults, "a verb says its form (I, II, ... Q1)"]
    form = details["form"]
    if (form == "I") != ("vowels" in details):
        faults.append("form I says its vowels (a-u), the other forms do not")
    if "objects" not in details:
        faults.append("a verb says t, i or ti")
    if details["masdars"] and form != "I":
        faults.append("only form I lists verbal nouns; list others as nouns")
    if len(root) != (4 if form.startswith("Q") else 3):
        faults.append(f"{root!r} does not have the radicals of form {form}")
    elif not faults:
        from training.morphology.verbs import lemma_of, resolve

        named = {"root": root, "form": form, "vowels": details.get("vowels", "")}
        try:
            if resolve(lemma, **named) is None:
                entry = " ".join(filter(None, named.values()))
                faults.append(f"{entry} makes {lemma_of(**named)}, not {lemma}")
        except ValueError as error:
            faults.append(str(error))
    return details, faults


def _nominal(tokens: list[str], pos: str) -> tuple[dict, list[str]]:
    details: dict = {}
    plurals: list[str] = []
    flags: set[str] = set()
    faults = []
    for token in tokens:
        if token in ("m", "f"):
            details["gender"] = token
        elif token in FLAGS:
            flags.add(token)
        elif token.startswith("f="):
            details["feminine"] = tidy(token[2:])
            faults += spelling_faults(details["feminine"])
        elif token in ("ات", "ون"):
            plurals.append(token)
        elif len(token) > 2 and not token.isascii():
            plurals.append(tidy(token))
            faults += spelling_faults(plurals[-1])
        else:
            faults.append(f"unknown inflection {token!r}")
    if pos in ("noun", "noun_prop", "noun_num", "noun_quant") and "gender" not in details:
        faults.append("a noun says its gender, m or f")
    if pos == "noun" and not plurals and not flags & {"-", "inv", "pl", "zarf"}:
        faults.append("a noun says its plural, or - for none")
    details |= {"plurals": tuple(plurals), "flags": frozenset(flags - {"-"})}
    return details, faults


def files(folder: Path = FOLDER) -> list[Path]:
    return sorted(path for path in folder.glob("*.tsv") if path.stem != "00-closed")


def load(folder: Path = FOLDER) -> list[Lexeme]:
    """All good entries in file order; of two with the same lemma, part of speech, root and form
    the first is kept."""
    kept: dict[tuple[str, ...], Lexeme] = {}
    for lexeme, _, _ in tables.read(files(folder), parse):
        if lexeme:
            kept.setdefault(key(lexeme), lexeme)
    return list(kept.values())


def key(lexeme: Lexeme) -> tuple[str, ...]:
    return (lexeme.lemma, lexeme.pos, lexeme.root, lexeme.form + lexeme.vowels)


def check(paths: list[Path]) -> int:
    """Print each fault; the number of faults. Duplicates are looked for across all files."""
    return tables.check(paths, among=files(), parse=parse, key=key, twin=_twin)


def _twin(lexeme: Lexeme, first: str) -> str:
    return f"{lexeme.lemma} {lexeme.pos} stands at {first} already"


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["check"]:
        return int(check([Path(a) for a in arguments[1:]] or files()) > 0)
    if arguments[:1] == ["count"]:
        counts = collections.Counter(lexeme.pos for lexeme in load())
        for pos, count in counts.most_common():
            print(f"{count:6} {pos}")
        print(f"{counts.total():6} all")
        return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
