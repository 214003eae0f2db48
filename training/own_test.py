"""Scores the whole program on our own test documents (`data/annotated/entities/test.txt`).

    python -m training.own_test [--errors N]

Exact spans by type; the share of right values among the dates and amounts found; the share of right
English names among the names found; and how many people were found whom no gazetteer lists.
"""

from __future__ import annotations

import collections
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import newsnlp
from newsnlp.model import Article
from training import gazetteer
from training.entities import OWN

_BRACKET = re.compile(r"\[([A-Z]+) ([^\]|]+)(?:\|([^\]]*))?\]")
_DATE = re.compile(r"date=(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True)
class Gold:
    """A marked name: where it stands, its type, and the value or names written after it."""

    start: int
    end: int
    type: str
    text: str
    value: str


def documents() -> Iterator[tuple[Article, list[Gold]]]:
    """The test documents with what is marked in them."""
    for number, block in enumerate((OWN / "test.txt").read_text(encoding="utf-8").split("\n\n")):
        text, marked, day = "", [], None
        for line in block.splitlines():
            if line.startswith("#"):
                found = _DATE.search(line)
                day = date.fromisoformat(found[1]) if found else day
                continue
            at = 0
            for match in _BRACKET.finditer(line):
                text += line[at : match.start()]
                start = len(text)
                text += match[2]
                marked.append(Gold(start, len(text), match[1], match[2], match[3] or ""))
                at = match.end()
            text += line[at:] + "\n"
        if text.strip():
            yield Article(str(number), text, day), marked


def main(arguments: list[str]) -> int:
    wanted = int(arguments[1]) if arguments[:1] == ["--errors"] else 0
    nlp = newsnlp.load()
    listed = {name for e in gazetteer.load() if e.kind == "person" for name in (e.name, *e.aliases)}
    right, found, gold = collections.Counter(), collections.Counter(), collections.Counter()
    values, english, unlisted = [0, 0], [0, 0], [0, 0]
    errors: collections.Counter[tuple[str, str, str]] = collections.Counter()
    for article, marked in documents():
        doc = nlp(article)
        mentions = {(m.start, m.end, m.type): m for m in doc.mentions or ()}
        resolved = {(d.start, d.end): d.value for d in doc.dates or ()}
        for item in marked:
            gold[item.type] += 1
            mention = mentions.get((item.start, item.end, item.type))
            if item.type == "PER" and item.value.partition(" = ")[0] not in listed:
                unlisted[0] += mention is not None
                unlisted[1] += 1
            if mention is None:
                errors["missed", item.type, item.text] += 1
                continue
            right[item.type] += 1
            if item.type == "DATE":
                values[0] += str(resolved.get((item.start, item.end))) == item.value
                values[1] += 1
            elif item.type in ("MONEY", "PERCENT", "QUANTITY"):
                values[0] += mention.english == item.value
                values[1] += 1
            elif " = " in item.value:
                english[0] += mention.english == item.value.partition(" = ")[2]
                english[1] += 1
        for start, end, kind in mentions:
            found[kind] += 1
            if (start, end, kind) not in {(g.start, g.end, g.type) for g in marked}:
                errors["invented", kind, doc.text[start:end]] += 1
    if not gold:
        sys.exit("no test documents: nothing was checked")
    for kind in (*gold, "all"):
        r, f, g = ((c.total() if kind == "all" else c[kind]) for c in (right, found, gold))
        print(f"{kind:9} F1 {200 * r / (f + g):5.1f}  precision {100 * r / max(1, f):5.1f}  "
              f"recall {100 * r / g:5.1f}  of {g}")  # fmt: skip
    for name, (good, all_) in (
        ("values right", values), ("English name right", english), ("people in no list", unlisted)
    ):  # fmt: skip
        print(f"{name}: {100 * good / max(1, all_):.1f} % of {all_}")
    for (what, kind, text), count in errors.most_common(wanted):
        print(count, what, kind, text, sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
