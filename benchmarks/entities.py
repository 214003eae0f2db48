"""The whole pipeline in one process after start: tokens, morphology, entities and dates.

python benchmarks/entities.py [WORDS]
"""

from __future__ import annotations

import sys
import time

from corpus import articles, peak_memory

import newsnlp
from newsnlp.model import Article


def main(words: int = 100_000) -> None:
    nlp = newsnlp.load()
    nlp("قال الرئيس")
    done = found = 0
    began = time.perf_counter()
    for number, text in enumerate(articles()):
        doc = nlp(Article(str(number), text))
        done += len(doc.tokens)
        found += len(doc.mentions or ())
        if done >= words:
            break
    seconds = time.perf_counter() - began
    print(f"{done} words, {found} mentions in {seconds:.1f} s")
    print(f"{done / seconds:.0f} words/s, {peak_memory()} MB at most")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
