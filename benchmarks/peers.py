"""Other Arabic lemmatizers that are installed, on the same words: speed, and accuracy on a gold file.

    python benchmarks/peers.py [WORDS] [GOLD]

GOLD holds a token and its lemma a line, tab-separated, blank lines between sentences (columns
further right are left alone). Lemmas are compared folded: no marks, one alef, ي and ه.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Callable
from pathlib import Path

from corpus import articles

import newsnlp
from newsnlp.arabic import fold
from newsnlp.model import Article

Lemmatizer = Callable[[list[str]], list[str]]


def newsnlp_lemmatizer() -> Lemmatizer:
    nlp = newsnlp.load(stages=("morphology",), pretokenized=True)
    return lambda words: [token.lemma or "" for token in nlp(" ".join(words)).tokens]


def qalsadi_lemmatizer() -> Lemmatizer | None:
    if importlib.util.find_spec("qalsadi") is None:
        print("qalsadi      skipped: not installed (pip install qalsadi)")
        return None
    from qalsadi.lemmatizer import Lemmatizer as Qalsadi  # type: ignore[import-not-found]

    peer = Qalsadi()
    return lambda words: [peer.lemmatize(word) for word in words]


def gold_sentences(path: Path) -> list[list[tuple[str, str]]]:
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            if not line.startswith("#"):
                word, lemma, *_ = line.split("\t")
                sentences[-1].append((word, lemma))
        elif sentences[-1]:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def main(words: str = "20000", gold: str = "") -> None:
    tokenize = newsnlp.load(stages=("tokens",))
    texts: list[list[str]] = []
    for number, text in enumerate(articles()):
        doc = tokenize(Article(str(number), text))
        texts += [[t.text for t in tokens] for _, tokens in doc.tokens_by_sentence()]
        if sum(map(len, texts)) >= int(words):
            break
    judged = gold_sentences(Path(gold)) if gold else []
    for name, lemmatize in (("newsnlp", newsnlp_lemmatizer()), ("qalsadi", qalsadi_lemmatizer())):
        if lemmatize is None:
            continue
        lemmatize(["قال"])
        began = time.perf_counter()
        for sentence in texts:
            lemmatize(sentence)
        rate = sum(map(len, texts)) / (time.perf_counter() - began)
        line = f"{name:12} {rate:9.0f} words/s"
        if judged:
            pairs = [
                (fold(lemma), fold(found))
                for sentence in judged
                for (_, lemma), found in zip(
                    sentence, lemmatize([word for word, _ in sentence]), strict=True
                )
            ]
            line += (
                f"   lemma {100 * sum(a == b for a, b in pairs) / len(pairs):.1f} % of {len(pairs)}"
            )
        print(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
