"""Trains the entity tagger: a conditional random field over the features of `newsnlp.entities`.

It learns from ANERcorp's and AQMAR's training parts and from our own sentences in
`data/annotated/entities` (plain text, a sentence a line, names in brackets after their type:
``زار [PER جون كيربي] ل[LOC بيروت]``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsnlp.model import Article
from newsnlp.text import annotate
from training import corpus
from training.manifest import DATA, MODELS

__all__ = ["Labelled", "bracketed", "conll", "train"]

TYPES = {"PERS": "PER", "PER": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC", "MIS": "MISC"}
OWN = DATA / "annotated" / "entities"
_BRACKET = re.compile(r"\[([A-Z]+) ([^\]]+)\]")

Labelled = tuple[list[str], list[str]]  # the words of a sentence and their labels


def conll(path: Path) -> Iterator[Labelled]:
    """Sentences of a `token tag` file; stray I- tags begin an entity, other types are O."""
    words: list[str] = []
    labels: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        parts = line.split()
        if len(parts) >= 2:
            prefix, _, kind = parts[-1].partition("-")
            kind = TYPES.get(kind.rstrip("0123456789"), "")
            label = f"{prefix}-{kind}" if kind else "O"
            if prefix == "I" and kind and (not labels or labels[-1][2:] != kind):
                label = f"B-{kind}"
            words.append(parts[0])
            labels.append(label)
        elif words:
            yield words, labels
            words, labels = [], []


def bracketed(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The plain text of a bracketed sentence, and (start, end, type) of each name in it.

    >>> bracketed("زار [PER كيربي] ل[LOC بيروت]")
    ('زار كيربي لبيروت', [(4, 9, 'PER'), (11, 16, 'LOC')])
    """
    spans = []
    out, at = "", 0
    for match in _BRACKET.finditer(line):
        out += line[at : match.start()]
        spans.append((len(out), len(out) + len(match[2]), match[1]))
        out += match[2]
        at = match.end()
    return out + line[at:], spans


def own_sentences(paths: Sequence[Path]) -> Iterator[Labelled]:
    """Our own sentences as tokens and labels; a token that a name overlaps belongs to it."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            text, spans = bracketed(line)
            doc = annotate(Article(path.name, text))
            words, labels = [], []
            for token in doc.tokens:
                label = "O"
                for start, end, kind in spans:
                    if token.start < end and token.end > start and kind in TYPES:
                        first = token.start <= start
                        label = f"{'B' if first else 'I'}-{TYPES[kind]}"
                words.append(token.text)
                labels.append(label)
            yield words, labels


def features_of(sentences: Sequence[Labelled], stage) -> Iterator[list[list[str]]]:
    """The features of each sentence, by the same code that runs in the program."""
    for words, _ in sentences:
        doc = annotate(Article("", " ".join(words)), pretokenized=True)
        doc = stage.morphology(doc)
        yield from (stage.features(tokens) for _, tokens in doc.tokens_by_sentence())


def train(*, rounds: int = 120, report: bool = True) -> None:
    """Write `data/models/entities.crfsuite`."""
    import pycrfsuite

    from newsnlp.entities.tagger import FeatureMaker

    gold = corpus.SHARED / "gold"
    sentences = [
        *conll(gold / "anercorp_train.conll"),
        *conll(gold / "aqmar_train.conll"),
        *own_sentences(sorted(path for path in OWN.glob("*.txt") if path.stem != "test")),
    ]
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(
        {"c1": 0.15, "c2": 0.01, "max_iterations": rounds, "feature.possible_transitions": True,
         "feature.minfreq": 1}
    )  # fmt: skip
    maker = FeatureMaker()
    for features, (_, labels) in zip(features_of(sentences, maker), sentences, strict=True):
        if len(features) == len(labels):
            trainer.append(features, labels)
    trainer.train(str(MODELS / "entities.crfsuite"))
