"""Turns annotators' shorthand into preference files.

    python -m training.import_preferences LIST ANSWERS NAME

LIST is the numbered list of readings they were shown (`form count 1) lemma pos ... | 2) ...`),
ANSWERS their lines (`form k=percent ...` or `lemma|pos=percent`); NAME the file that is written in
`data/lexicon/preferences/`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from training.manifest import DATA
from training.morphology.orthography import tidy

_CHOICE = re.compile(r"(\d+)\) (\S+) ([a-z_]+)")


def _shown(path: Path) -> dict[str, dict[str, tuple[str, str]]]:
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        form, _, choices = line.split("\t")
        found[form] = {n: (lemma, pos) for n, lemma, pos in _CHOICE.findall(choices)}
    return found


def convert(shown: Path, answers: Path) -> Iterator[tuple[str, str, str, float]]:
    """(form, lemma, part of speech, share) for every share of one per cent and more."""
    candidates = _shown(shown)
    for line in answers.read_text(encoding="utf-8").splitlines():
        form, _, shares = line.partition("\t")
        if form not in candidates:
            continue
        held: dict[tuple[str, str], float] = {}
        for item in shares.split():
            name, _, percent = item.rpartition("=")
            lemma, _, pos = name.partition("|")
            choice = (tidy(lemma), pos) if pos else candidates[form].get(name)
            if choice and re.fullmatch(r"\d+(\.\d+)?%?", percent):
                held[choice] = held.get(choice, 0.0) + float(percent.rstrip("%"))
        total = sum(held.values())
        for (lemma, pos), share in held.items():
            yield form, lemma, pos, round(share / total, 3)


def main(arguments: list[str]) -> int:
    shown, answers, name = arguments
    out = DATA / "lexicon" / "preferences" / f"{name}.tsv"
    out.parent.mkdir(exist_ok=True)
    rows = list(convert(Path(shown), Path(answers)))
    out.write_text("".join(f"{a}\t{b}\t{c}\t{d}\n" for a, b, c, d in rows), encoding="utf-8")
    print(f"{len({row[0] for row in rows})} forms, {len(rows)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
