"""Compiles lexemes and closed classes into a morphology database in CAMeL Tools' format.

Paradigms yield cells (`cells.Cell`). Cells that share a written stem become one stem line; the set
of (prefix, ending) pairs that a stem takes *is* its category: categories are found, not designed,
and the compatibility tables cannot drift from the paradigms. CAMeL's tables are pairwise;
`check_closure` proves that the pairs admit exactly the cells that went in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from training.morphology import clitics
from training.morphology.cells import Cell
from training.morphology.closed import ClosedForm
from training.morphology.header import NOMINAL, UD, header, stem_defaults
from training.morphology.orthography import MARKS

__all__ = ["Builder", "StemEntry"]

_NORMALISE = str.maketrans("إأآٱىة", "ااااي" + "ه", "".join(MARKS) + "ـ")


def key(diacritised: str) -> str:
    """What CAMeL Tools looks up: no marks, alefs, final ya and ta marbuta folded."""
    return diacritised.translate(_NORMALISE)


@dataclass(frozen=True, slots=True)
class Ending:
    """An inflectional ending with what may follow it: one or more suffix lines."""

    suffix: str
    joint: str
    features: tuple[tuple[str, str], ...]
    kind: str

    def get(self, feature: str) -> str:
        return dict(self.features).get(feature, "")


@dataclass(frozen=True, slots=True)
class StemEntry:
    """What a stem line says besides its category."""

    stem: str
    lemma: str
    pos: str
    root: str
    gloss: str
    pattern: str
    rational: str = "n"
    logprob: float = -8.0
    variants: tuple[str, ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()


Pair = tuple[str, Ending]

_ASCII = {"ي": "y", "ت": "t", "ن": "n", "أ": "A", "آ": "M", "|": "."} | dict(
    zip("\u064e\u064f\u0650\u0652", "auio", strict=True)
)


def transliterate(prefix: str) -> str:
    """An ASCII name for an inflectional prefix, for category names."""
    return "".join(_ASCII.get(char, char) for char in prefix)


@dataclass(slots=True)
class Builder:
    """Collects stems with their cells, then writes the database."""

    stems: dict[StemEntry, set[Pair]] = field(default_factory=lambda: defaultdict(set))
    closed: list[tuple[StemEntry, str, str]] = field(default_factory=list)

    def add(self, cells: Iterable[tuple[Cell, StemEntry]]) -> None:
        """Take one lexeme's cells, each with the entry of the stem it stands on."""
        for cell, entry in cells:
            kind = "" if not cell.joint else ("dobj" if entry.pos == "verb" else "poss")
            ending = Ending(cell.suffix, cell.joint, cell.features, kind)
            # يُ is active before one stem and passive before another: the voice tells them apart.
            self.stems[entry].add((f"{cell.prefix}|{ending.get('vox')}", ending))

    def add_closed(self, form: ClosedForm, entry: StemEntry) -> None:
        self.closed.append((entry, form.proclitics, form.joint))

    def lines(self) -> Iterator[str]:
        """The database, line by line."""
        plan = _Plan(self.stems)
        closed_cats = sorted({_closed_cat(entry, pro, joint) for entry, pro, joint in self.closed})
        before_stem = [
            *plan.prefix_stem(),
            *(f"{prefix} {cat}" for cat in closed_cats for prefix in _closed_prefixes(cat)),
        ]
        yield from header()
        yield "###PREFIXES###"
        # CAMeL's analyzer fails on a prefix whose category no stem takes.
        taken = {line.partition(" ")[0] for line in before_stem}
        for line in (*plan.prefix_lines(), *_closed_prefix_lines()):
            if line.split("\t")[1] in taken:
                yield line
        yield "###SUFFIXES###"
        yield from plan.suffix_lines()
        yield from _closed_suffix_lines()
        yield "###STEMS###"
        yield from sorted(self._stem_lines(plan))
        yield "###TABLE AB###"
        yield from before_stem
        yield "###TABLE BC###"
        yield from plan.stem_suffix()
        for cat in closed_cats:
            yield f"{cat} {_CLOSED_SUFFIX[cat.partition('_')[2]]}"
        yield "###TABLE AC###"
        yield from plan.prefix_suffix()
        for prefix in _CLOSED_PREFIXES:
            yield from (f"{prefix} {suffix}" for suffix in _CLOSED_SUFFIX.values())

    def _stem_lines(self, plan: _Plan) -> Iterator[str]:
        for entry, pairs in self.stems.items():
            yield from _stem_line(entry, plan.category(entry, frozenset(pairs)))
        for entry, proclitics, joint in self.closed:
            yield from _stem_line(entry, _closed_cat(entry, proclitics, joint))


def _stem_line(entry: StemEntry, category: str) -> Iterator[str]:
    values = {
        "diac": entry.stem,
        "lex": entry.lemma,
        "bw": f"{entry.stem}/{entry.pos.upper()}",
        "gloss": re.sub(r"\s", "_", entry.gloss) or "-",
        "pos": entry.pos,
        "root": entry.root,
        "pattern": entry.pattern,
        "source": "lex",
        "ud": UD[entry.pos],
        "pos_lex_logprob": f"{entry.logprob:.4f}",
        **stem_defaults(entry.pos),
        "rat": entry.rational if entry.pos in NOMINAL else "na",
        **dict(entry.fixed),
    }
    features = " ".join(f"{name}:{value}" for name, value in values.items())
    for spelled in dict.fromkeys((key(entry.stem), *entry.variants)):
        yield f"{spelled}\t{category}\t{features}"


def _affix_line(surface: str, category: str, features: dict[str, str]) -> str:
    body = " ".join(f"{name}:{value}" for name, value in features.items())
    return f"{surface}\t{category}\t{body}"


class _Plan:
    """The categories that a set of stems implies."""

    def __init__(self, stems: dict[StemEntry, set[Pair]]) -> None:
        self._names: dict[tuple[str, frozenset[Pair]], str] = {}
        self._endings: dict[Ending, str] = {}
        self._prefixes: dict[str, dict[str, list[clitics.Proclitics]]] = {}
        for entry, pairs in stems.items():
            self.category(entry, frozenset(pairs))
        for _, pairs in self._names:
            for _, ending in sorted(pairs, key=repr):
                self._endings.setdefault(ending, f"S{len(self._endings)}")
        self._attested = {pair for _, pairs in self._names for pair in pairs}

    def category(self, entry: StemEntry, pairs: frozenset[Pair]) -> str:
        """The name of the class of stems that take these pairs (and begin alike: see لل below)."""
        shape = "V" if entry.pos == "verb" else ("L" if key(entry.stem).startswith("ل") else "N")
        return self._names.setdefault((shape, pairs), f"{shape}{len(self._names)}")

    def _prefix_categories(self) -> Iterator[tuple[str, str, str, clitics.Proclitics]]:
        """(category, shape, inflectional prefix, proclitics); one category may have many lines."""
        for proclitics in clitics.nominal():
            yield f"N-{proclitics.asks}", "N", "|", proclitics
        for prefix in sorted({prefix for (shape, pairs) in self._names if shape == "V"
                              for prefix, _ in pairs}):  # fmt: skip
            for proclitics in clitics.verbal():
                yield f"V{transliterate(prefix)}-{proclitics.asks}", "V", prefix, proclitics

    def prefix_lines(self) -> Iterator[str]:
        for category, _, inflection, proclitics in self._prefix_categories():
            prefix = inflection.partition("|")[0]
            parts = proclitics.parts
            written = "".join(parts)
            sun = "#" if parts and parts[-1] == clitics.ARTICLE else ""
            if proclitics.asks == "prep+article" and parts[-2].startswith("ل"):
                # ل+ال is written لل; and before another ل both are lost: لِلُّغَة.
                head = "".join(parts[:-1])
                lines = [
                    (head + "ل", head + "ل" + sun, category),
                    (head, head + sun, category + "-L"),
                ]
            else:
                lines = [(written, written + sun, category)]
            apart = "".join(part + "+_" for part in parts)
            joined = apart if not sun else "".join(part + "+_" for part in parts[:-1]) + parts[-1]
            for surface, diac, name in lines:
                features = dict(proclitics.features)
                if diac or prefix:
                    features |= {
                        "diac": diac + prefix,
                        "bw": "+".join(
                            f"{part}/{tag}"
                            for part, tag in zip(parts, proclitics.tags, strict=True)
                        ),
                        "d3tok": apart + prefix,
                        "d3seg": apart + prefix,
                        "atbtok": joined + sun + prefix,
                        "atbseg": joined + sun + prefix,
                        "ud": "+".join(_UD_OF_TAG[tag] for tag in proclitics.tags),
                    }
                yield _affix_line(
                    key(surface + prefix), name, {k: v for k, v in features.items() if v}
                )

    def suffix_lines(self) -> Iterator[str]:
        for ending, category in self._endings.items():
            features = dict(ending.features)
            if not ending.joint:
                features |= _written(ending.suffix)
                yield _affix_line(key(ending.suffix), category, features)
                continue
            if ending.joint == "y":
                pronouns: Iterable[clitics.Enclitic] = (clitics.own(ending.kind, ending.suffix),)
            else:
                pronouns = clitics.enclitics(ending.kind, ending.suffix)
            for pronoun in pronouns:
                both = ending.suffix + pronoun.surface
                pieces = f"{ending.suffix}_+{pronoun.surface}"
                yield _affix_line(
                    key(both),
                    category,
                    features
                    | {
                        "diac": both,
                        "enc0": pronoun.feature,
                        "bw": f"{pronoun.surface}/{pronoun.tag}",
                    }
                    | dict.fromkeys(("d3tok", "d3seg", "atbtok", "atbseg"), pieces)
                    | {"ud": "PRON"},
                )

    def _allowed(self, shape: str, category: str, prefix: str, asks: str, ending: Ending) -> bool:
        """Whether these proclitics and this ending go together, whatever the stem."""
        if shape == "V":
            if (prefix, ending) not in self._attested:
                return False
            mood, aspect = ending.get("mod"), ending.get("asp")
            return {
                "plain": True,
                "question": aspect in "pi",
                "future": aspect == "i" and mood == "i",
                "li": aspect == "i" and mood == "s",
                "li_jus": aspect == "i" and mood == "j",
                "emphatic": aspect in "pi" and mood != "s" and mood != "j",
            }[asks]
        state, case = ending.get("stt"), ending.get("cas")
        if ("article" in asks) != (state == "d"):
            return False
        return "prep" not in asks or case in ("g", "u")

    def prefix_stem(self) -> Iterator[str]:
        for (shape, pairs), name in self._names.items():
            taken = {prefix for prefix, _ in pairs}
            for category in sorted(
                {
                    c + extra
                    for c, kind, prefix, pro in self._prefix_categories()
                    if (kind == "V") == (shape == "V") and prefix in taken
                    for extra in _long_lam(pro, shape)
                }
            ):
                yield f"{category} {name}"

    def stem_suffix(self) -> Iterator[str]:
        for (_, pairs), name in self._names.items():
            for category in sorted({self._endings[ending] for _, ending in pairs}):
                yield f"{name} {category}"

    def prefix_suffix(self) -> Iterator[str]:
        seen = set()
        for category, shape, prefix, proclitics in self._prefix_categories():
            for ending, name in self._endings.items():
                verbal = bool(ending.get("asp"))
                if verbal == (shape == "V") and self._allowed(
                    shape, category, prefix, proclitics.asks, ending
                ):
                    seen.add(f"{category} {name}")
                    if proclitics.asks == "prep+article":
                        seen.add(f"{category}-L {name}")
        yield from sorted(seen)

    def check_closure(self) -> list[str]:
        """Stem categories whose pairwise tables would admit a (prefix, ending) pair not put in."""
        faults = []
        for (_, pairs), name in self._names.items():
            prefixes = {prefix for prefix, _ in pairs}
            endings = {ending for _, ending in pairs}
            extra = {(p, e) for p in prefixes for e in endings if (p, e) in self._attested} - pairs
            faults += [f"{name}: {p} … {e.suffix} {dict(e.features)}" for p, e in extra]
        return faults


def _long_lam(proclitics: clitics.Proclitics, shape: str) -> tuple[str, ...]:
    if proclitics.asks != "prep+article":
        return ("",)
    # Stems in ل write ل+ال+ل with two lams, other stems with the ordinary لل.
    lam = proclitics.parts[-2].startswith("ل")
    return ("-L",) if shape == "L" and lam else ("",)


def _written(suffix: str) -> dict[str, str]:
    if not suffix:
        return {}
    return {"diac": suffix} | dict.fromkeys(("d3tok", "d3seg", "atbtok", "atbseg"), suffix)


_UD_OF_TAG = {
    "CONJ": "CCONJ", "PREP": "ADP", "DET": "DET", "FUT_PART": "AUX", "JUS_PART": "PART",
    "EMPHATIC_PART": "PART", "INTERROG_PART": "PART",
}  # fmt: skip

# Closed forms: prefix categories by which proclitics they hold.
_CLOSED_PREFIXES = {
    "C-0": (),
    "C-w": ("w",),
    "C-p": ("p",),
    "C-l": ("p", "l"),
    "C-q": ("q",),
    "C-A": ("A",),
    "C-pA": ("p", "A"),
}


_CLOSED_SUFFIX = {"": "CEmpty", "c": "CPron", "ci": "CPronI"}


def _closed_cat(entry: StemEntry, proclitics: str, joint: str) -> str:
    after_i = entry.stem.endswith(("\u0650", "ي", "ي\u0652"))
    return f"C{proclitics or '0'}_{joint}{'i' if joint and after_i else ''}"


def _closed_prefixes(category: str) -> Iterator[str]:
    allowed = category[1:].split("_")[0]
    yield "C-0"
    for name, needs in _CLOSED_PREFIXES.items():
        if name == "C-l":
            if "p" in allowed or "l" in allowed:
                yield name
        elif needs and all(letter in allowed for letter in needs):
            yield name


def _closed_prefix_lines() -> Iterator[str]:
    for proclitics in clitics.nominal():
        if "prc3" in proclitics.features:
            continue  # the question أ is a category of its own here
        letters = {"plain": "w", "prep": "p", "article": "A", "prep+article": "pA"}[proclitics.asks]
        if letters == "w":
            category = "C-w" if proclitics.parts else "C-0"
        elif letters == "p":
            category = "C-l" if proclitics.parts[-1].startswith("ل") else "C-p"
        else:
            category = "C-" + letters
        diac = "".join(proclitics.parts)
        if letters == "pA":
            diac = diac.replace("ل\u0650ال", "ل\u0650ل")  # written لل
        yield _affix_line(
            key(diac),
            category,
            {k: v for k, v in (
                proclitics.features
                | {"diac": diac}
                | dict.fromkeys(("d3tok", "d3seg", "atbtok", "atbseg"),
                                "".join(part + "+_" for part in proclitics.parts))
            ).items() if v},
        )  # fmt: skip
    for parts, features in (
        (("أ\u064e",), {"prc3": ">a_ques"}),
        (("أ\u064e", "و\u064e"), {"prc3": ">a_ques", "prc2": "wa_conj"}),
        (("أ\u064e", "ف\u064e"), {"prc3": ">a_ques", "prc2": "fa_conj"}),
    ):
        diac = "".join(parts)
        pieces = "".join(part + "+_" for part in parts)
        yield _affix_line(
            key(diac),
            "C-q",
            features
            | {"diac": diac}
            | dict.fromkeys(("d3tok", "d3seg", "atbtok", "atbseg"), pieces),
        )


def _closed_suffix_lines() -> Iterator[str]:
    yield _affix_line("", "CEmpty", {"enc0": "0"})
    for before in ("", "\u0650"):
        for pronoun in clitics.enclitics("pron", before):
            yield _affix_line(
                key(pronoun.surface),
                "CPronI" if before else "CPron",
                {"diac": pronoun.surface, "enc0": pronoun.feature,
                 "bw": f"{pronoun.surface}/{pronoun.tag}", "ud": "PRON"}
                | dict.fromkeys(("d3tok", "d3seg", "atbtok", "atbseg"), "_+" + pronoun.surface),
            )  # fmt: skip
