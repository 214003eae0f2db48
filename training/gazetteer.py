"""Reads and checks the gazetteer's TSV files (`data/gazetteer/README.md` says what they hold).

python -m training.gazetteer check [FILE...]     refuse bad entries, each named with its reason
python -m training.gazetteer count               entries by kind
"""

from __future__ import annotations

import collections
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from newsnlp.entities.gazetteer import TYPE_OF_KIND
from training import tables

FOLDER = Path(__file__).resolve().parent.parent / "data" / "gazetteer"

NOTES = {"word", "place", "person", "org"}

# Letters of Arabic and those newspapers borrow for foreign sounds (پ چ ڤ گ), blanks, hyphens,
# digits, and the few signs that stand inside names.
_NAME = re.compile(r"[ء-غف-يپچڤگ0-9][ء-غف-يپچڤگ0-9 .\-/()&'!+]*")
_LATIN = re.compile(r"[^\u0600-\u06ff\t]+")
_COUNTRY = re.compile(r"[A-Z]{2}(;[A-Z]{2})*|-")


@dataclass(frozen=True, slots=True)
class Entry:
    """One named thing, or one given or family name."""

    name: str
    kind: str
    english: str
    aliases: tuple[str, ...]
    countries: tuple[str, ...]
    notes: frozenset[str]
    where: str

    @property
    def type(self) -> str:
        return TYPE_OF_KIND[self.kind]


def files(folder: Path = FOLDER) -> list[Path]:
    return sorted(folder.rglob("*.tsv"))


def parse(line: str, where: str) -> tuple[Entry | None, list[str]]:
    """The entry of one line and what is wrong with it; the entry is None if anything is."""
    columns = line.split("\t")
    if not 5 <= len(columns) <= 6:
        return None, [f"{len(columns)} columns, not 5 or 6"]
    name, kind, english, aliases, countries = (column.strip() for column in columns[:5])
    notes = frozenset(columns[5].split()) if len(columns) == 6 else frozenset()
    alias_list = () if aliases in ("-", "") else tuple(a.strip() for a in aliases.split(";"))
    faults = [
        f"{text!r} is not a plain undiacritised Arabic name"
        for text in (name, *alias_list)
        if not _NAME.fullmatch(text) or "  " in text
    ]
    if kind not in TYPE_OF_KIND:
        faults.append(f"unknown kind {kind!r}")
    if not _LATIN.fullmatch(english) or not english[:1].strip():
        faults.append(f"{english!r} is not an English name")
    if not _COUNTRY.fullmatch(countries):
        faults.append(f"{countries!r} is not ISO 3166 codes or -")
    if notes - NOTES:
        faults.append(f"unknown note {' '.join(sorted(notes - NOTES))}")
    if name in alias_list or len(set(alias_list)) < len(alias_list):
        faults.append("an alias repeats the name or another alias")
    if kind in ("given_m", "given_f") and " " in name and not name.startswith(("عبد ", "أبو ")):
        faults.append("a given name is one word")
    if faults:
        return None, faults
    countries_list = () if countries == "-" else tuple(countries.split(";"))
    return Entry(name, kind, english, alias_list, countries_list, notes, where), []


def load(folder: Path = FOLDER) -> list[Entry]:
    """All good entries, in file order; the first of two with the same name and type is kept."""
    entries: dict[tuple[str, str], Entry] = {}
    for entry, _, _ in tables.read(files(folder), parse):
        if entry:
            entries.setdefault((entry.name, entry.kind), entry)
    return list(entries.values())


def check(paths: list[Path]) -> int:
    """Print each fault; the number of faults. Duplicates are looked for across all files."""
    return tables.check(paths, among=files(), parse=parse, key=_key, twin=_twin)


def _key(entry: Entry) -> tuple[str, str]:
    return (entry.name, entry.kind)


def _twin(entry: Entry, first: str) -> str:
    return f"{entry.name} is already a {entry.kind} at {first}"


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["check"]:
        return int(check([Path(a) for a in arguments[1:]] or files()) > 0)
    if arguments[:1] == ["count"]:
        counts = collections.Counter(entry.kind for entry in load())
        for kind, count in counts.most_common():
            print(f"{count:6} {TYPE_OF_KIND[kind]:5} {kind}")
        print(f"{counts.total():6} all")
        return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
