"""Reads the closed classes: one written form a line (`data/lexicon/README.md`, last paragraph)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.morphology.orthography import tidy

__all__ = ["ClosedForm", "load"]


@dataclass(frozen=True, slots=True)
class ClosedForm:
    """A form of a closed-class word, with the proclitics and pronouns it takes."""

    form: str
    joint: str
    lemma: str
    pos: str
    proclitics: str
    features: tuple[tuple[str, str], ...]
    gloss: str
    variants: tuple[str, ...] = ()


def load(path: Path) -> Iterator[ClosedForm]:
    """All forms of the file.

    Raises:
        ValueError: a line has the wrong number of columns, or a feature without a value.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = [column.strip() for column in line.split("\t")]
        if not 7 <= len(columns) <= 8:
            raise ValueError(f"{path.name}:{number}: {len(columns)} columns, not 7 or 8")
        form, joint, lemma, pos, proclitics, features, gloss = columns[:7]
        pairs = [] if features == "-" else [tuple(item.split("=")) for item in features.split()]
        if any(len(pair) != 2 for pair in pairs):
            raise ValueError(f"{path.name}:{number}: bad features {features!r}")
        if joint.startswith("+"):
            pairs.append(("enc0", f"{joint[1:]}_pron"))
        yield ClosedForm(
            tidy(form),
            "" if joint == "-" or joint.startswith("+") else joint,
            tidy(lemma),
            pos,
            "" if proclitics == "-" else proclitics,
            tuple((name, value) for name, value in pairs),
            gloss,
            tuple(columns[7].split(";")) if len(columns) == 8 else (),
        )
