"""From the lexicon's entries to the stems and cells that the database is built of.

Verbs bring their verbal nouns and participles along: what an entry of its own already says is not
derived again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from training.gazetteer import Entry
from training.lexicon import Lexeme
from training.morphology import nouns, verbs
from training.morphology.cells import Cell
from training.morphology.closed import ClosedForm
from training.morphology.database import Builder, StemEntry, key
from training.morphology.orthography import MARKS
from training.morphology.vocalise import vocalise

__all__ = ["build", "derived", "doubts", "names"]

_NO_POSSESSIVE = frozenset(("noun_prop", "adj", "adj_num"))
LogProb = Callable[[str, str], float]


def wasla(lemma: str) -> str:
    """CAMeL Tools' spelling of a lemma: ٱ where the lexicon writes a plain initial alef."""
    return "ٱ" + lemma[1:] if lemma.startswith("ا") and lemma[1:2] in MARKS else lemma


def derived(lexeme: Lexeme) -> Iterator[Lexeme]:
    """The verbal nouns and participles of a verb, as entries."""
    verb = verbs.resolve(lexeme.lemma, lexeme.root, lexeme.form, lexeme.vowels)
    if verb is None:
        return
    base = replace(lexeme, form="", vowels="", objects="", masdars=(), variants=())
    regular = verbs.masdars(root=verb.root, form=verb.form, strong=verb.strong)
    for masdar in (*lexeme.masdars, *regular):
        gender = "f" if masdar.endswith("ة") else "m"
        gloss = f"{lexeme.gloss} (verbal noun)"
        plurals = ("ات",) if lexeme.form != "I" else ()
        yield replace(base, lemma=masdar, pos="noun", gender=gender, gloss=gloss, plurals=plurals)
    active, passive = verbs.participles(
        root=verb.root, form=verb.form, vowels=verb.vowels, strong=verb.strong
    )
    for participle, name in ((active, "active"), (passive, "passive")):
        if participle and (name == "active" or "t" in lexeme.objects):
            gloss = f"{lexeme.gloss} ({name} participle)"
            yield replace(base, lemma=participle, pos="adj", gloss=gloss, plurals=("ون",))


def names(entries: Iterable[Entry], known: set[str], function_words: set[str]) -> Iterator[Lexeme]:
    """Every word of a person's or place's name as an uninflected proper noun.

    A word that the lexicon knows (``known``: undiacritised lemmas) becomes one only where it is a
    name by itself, as كريم is; function words never do. Of two spellings that differ in hamzas the
    first stands.
    """
    seen: set[str] = set()
    for entry in entries:
        if entry.type not in ("PER", "LOC"):
            continue
        for word, lemma, flags, alone in _name_words(entry):
            if key(word) in seen or key(word) in function_words or (not alone and word in known):
                continue
            seen.add(key(word))
            gloss = re.sub(r"[.:]", "", entry.english) if alone else "name"
            gender = "f" if entry.type == "LOC" else "m"
            yield Lexeme(
                lemma, "noun_prop", "-", gloss, (), entry.where, gender=gender, flags=flags
            )  # fmt: skip


def _name_words(entry: Entry) -> Iterator[tuple[str, str, frozenset[str], bool]]:
    """(word, vocalised word, flags, whether it is the whole name) for the words of a name and its
    aliases; an article is cut off and flagged."""
    english = entry.english.split()
    for written in (entry.name, *entry.aliases):
        words = written.split()
        for at, word in enumerate(words):
            bare = word.removeprefix("ال")
            article = bare != word and len(bare) > 2
            word = bare if article else word
            if len(word) < 3 or not re.fullmatch("[ء-يپچڤگ]+", word):
                continue
            latin = english[at] if len(words) == len(english) else ""
            latin = re.sub("^(Al|El|al|el|As|Ar|An|Ash|Az)-", "", latin)
            lemma = vocalise(word, latin)
            if lemma.startswith("ا") and lemma[1:2] in MARKS:
                lemma = lemma[0] + lemma[2:]  # a plain alef with a vowel would read as a wasla
            flags = frozenset({"inv"} | ({"al"} if article else set()))
            yield word, lemma, flags, len(words) == 1


def doubts(lexemes: Iterable[Lexeme], entries: Iterable[Entry]) -> dict[tuple[str, str], float]:
    """(lemma, part of speech) -> how much less likely its readings are, as a natural logarithm.

    A participle that no entry lists is rarer than one that someone wrote down; a name that is also
    an everyday word is mostly the word.
    """
    listed = list(lexemes)
    said = {(wasla(lexeme.lemma), lexeme.pos) for lexeme in listed}
    found = {}
    for verb in (lexeme for lexeme in listed if lexeme.pos == "verb"):
        for lexeme in derived(verb):
            at = (wasla(lexeme.lemma), lexeme.pos)
            if at not in said:
                found[at] = -2.5 if lexeme.pos == "adj" else -1.5
    words = {key(lexeme.lemma) for lexeme in listed if lexeme.pos != "noun_prop"}
    for entry in entries:
        if entry.type in ("PER", "LOC"):
            for word, lemma, _, _ in _name_words(entry):
                if (lemma, "noun_prop") not in said:
                    found[lemma, "noun_prop"] = -4.0 if key(word) in words else -1.0
    return found


def build(
    lexemes: Iterable[Lexeme],
    closed: Iterable[ClosedForm],
    entries: Iterable[Entry] = (),
    *,
    logprob: LogProb = lambda lemma, pos: -8.0,
) -> Builder:
    """The database builder filled with everything."""
    listed = list(lexemes)
    said = {(lexeme.lemma, lexeme.pos) for lexeme in listed}
    for verb in [lexeme for lexeme in listed if lexeme.pos == "verb"]:
        for lexeme in derived(verb):
            if (lexeme.lemma, lexeme.pos) not in said:
                said.add((lexeme.lemma, lexeme.pos))
                listed.append(lexeme)
    builder = Builder()
    for lexeme in listed:
        builder.add(_verb(lexeme, logprob) if lexeme.pos == "verb" else _nominal(lexeme, logprob))
    known = {_bare(lexeme.lemma) for lexeme in listed}
    proper = {_bare(lexeme.lemma) for lexeme in listed if lexeme.pos == "noun_prop"}
    forms = list(closed)
    for lexeme in names(entries, known, {key(form.form) for form in forms}):
        if _bare(lexeme.lemma) not in proper:
            builder.add(_nominal(lexeme, logprob))
    for form in forms:
        builder.add_closed(form, _closed(form, logprob))
    return builder


def _bare(lemma: str) -> str:
    return "".join(char for char in lemma if char not in MARKS)


def _entry(lexeme: Lexeme, stem: str, pattern: str, logprob: LogProb) -> StemEntry:
    lemma = wasla(lexeme.lemma)
    return StemEntry(
        stem=stem,
        lemma=lemma,
        pos=lexeme.pos,
        root=".".join(lexeme.root) if lexeme.root != "-" else "NTWS",
        gloss=lexeme.gloss,
        pattern=pattern,
        rational="y" if "h" in lexeme.flags or lexeme.pos == "noun_prop" else "n",
        logprob=logprob(lemma, lexeme.pos),
        variants=tuple(dict.fromkeys(_spellings(stem, lexeme))),
    )


def _spellings(stem: str, lexeme: Lexeme) -> Iterator[str]:
    """Keys under which newspapers also write this stem."""
    own = key(stem)
    head = key(lexeme.lemma).removesuffix("ه")
    if lexeme.variants and own.startswith(head):
        for variant in lexeme.variants:
            yield key(variant).removesuffix("ه") + own.removeprefix(head)
    # The hamza of شؤون, مسؤول, رؤوس also sits on ya, and stands alone in Egypt.
    if "ؤو" in own:
        yield own.replace("ؤو", "ئو")
        yield own.replace("ؤو", "ءو")
    if own.endswith("يء"):
        yield own[:-2] + "ئ"  # شئ for شيء
        yield own[:-2] + "يئ"
    if own.endswith("زا") and lexeme.lemma.endswith("زْء"):
        yield own[:-1] + "ءا"  # جزءان for جزآن


def _pattern(stem: str, root: str) -> str:
    """The stem with its radicals as digits, where they stand in order; other letters as they are."""
    out, wanted = [], list(root) if root != "-" else []
    for char in stem:
        radical = "ء" if char in "أإؤئآ" else char
        if wanted and radical == wanted[0]:
            out.append(str(len(root) - len(wanted) + 1))
            wanted.pop(0)
        else:
            out.append(char)
    return "".join(out)


def _verb(lexeme: Lexeme, logprob: LogProb) -> Iterator[tuple[Cell, StemEntry]]:
    verb = verbs.resolve(lexeme.lemma, lexeme.root, lexeme.form, lexeme.vowels)
    if verb is None:
        return
    made: dict[tuple[str, str, str], StemEntry] = {}
    for cell, pattern in verbs.patterned_paradigm(verb, objects=lexeme.objects):
        voice = dict(cell.features)["vox"]
        at = (cell.stem, pattern, voice)
        if at not in made:
            entry = _entry(lexeme, cell.stem, pattern, logprob)
            # CAMeL's generator looks for the voice on the stem, whatever the suffix says.
            made[at] = replace(entry, fixed=(("vox", voice),))
        yield cell, made[at]


def _nominal(lexeme: Lexeme, logprob: LogProb) -> Iterator[tuple[Cell, StemEntry]]:
    made: dict[str, StemEntry] = {}
    for cell in nouns.paradigm(lexeme):
        if cell.joint == "y" and lexeme.pos in _NO_POSSESSIVE:
            continue
        if lexeme.pos == "noun_prop" and not _name_cell(cell, lexeme):
            continue
        if cell.stem not in made:
            made[cell.stem] = _entry(lexeme, cell.stem, _pattern(cell.stem, lexeme.root), logprob)
        yield cell, made[cell.stem]


def _name_cell(cell: Cell, lexeme: Lexeme) -> bool:
    """Names take no pronoun; with the flag ``al`` always the article, without it none."""
    state = dict(cell.features)["stt"]
    return not cell.joint and state == ("d" if "al" in lexeme.flags else "i")


def _closed(form: ClosedForm, logprob: LogProb) -> StemEntry:
    return StemEntry(
        stem=form.form,
        lemma=form.lemma,
        pos=form.pos,
        root="NTWS",
        gloss=form.gloss,
        pattern=form.form,
        logprob=logprob(form.lemma, form.pos),
        variants=tuple(key(variant) for variant in form.variants),
        fixed=form.features,
    )
