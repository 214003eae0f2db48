"""Learns word classes from the corpora: bags of words (Mikolov et al. 2013), then k-means.

Needs gensim and scikit-learn, which only training uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from newsnlp.arabic import fold
from newsnlp.text import tokenize
from training import corpus
from training.manifest import MODELS

__all__ = ["build", "vectors"]

SIZES = (64, 256, 1024, 4096)
SEED = 20261122


class _Sentences:
    """Every line of both corpora as folded tokens, digits as zeros; can be read again."""

    def __iter__(self) -> Iterator[list[str]]:
        for name in ("ant", "alkhaleej"):
            for article in corpus.articles(name):
                for line in article.splitlines():
                    yield [
                        re.sub(r"\d", "0", fold(token.text)) or token.text
                        for token in tokenize(line)
                    ]


def vectors(cache: Path | None = None):
    """Word vectors of 100 dimensions for forms seen five times or more."""
    from gensim.models import KeyedVectors, Word2Vec

    if cache and cache.exists():
        return KeyedVectors.load(str(cache))
    model = Word2Vec(
        _Sentences(), vector_size=100, window=3, min_count=5, workers=2, epochs=4, sg=0,
        negative=8, seed=SEED,
    )  # fmt: skip
    return model.wv


def build(cache: Path | None = None) -> None:
    """Write `data/models/clusters.marisa`."""
    import marisa_trie
    import numpy
    from sklearn.cluster import MiniBatchKMeans

    words = vectors(cache)
    matrix = words.vectors / numpy.linalg.norm(words.vectors, axis=1, keepdims=True)
    frequent = matrix[:60_000]  # gensim orders by frequency: rare words join classes, make none
    columns = []
    for size in SIZES:
        means = MiniBatchKMeans(size, random_state=SEED, n_init=1, batch_size=4096, max_iter=40)
        means.fit(frequent)
        columns.append(means.predict(matrix))
    rows = numpy.stack(columns, axis=1)
    pairs = (
        (word, tuple(int(n) for n in row))
        for word, row in zip(words.index_to_key, rows, strict=True)
        if re.fullmatch("[ء-ي]+", word)
    )
    marisa_trie.RecordTrie("<HHHH", pairs).save(str(MODELS / "clusters.marisa"))
