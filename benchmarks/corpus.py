"""Articles to measure on: the `ant` corpus, looked for in `../shared/corpora` beside the checkout."""

from __future__ import annotations

import lzma
import sys
from collections.abc import Iterator
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "ant.txt.xz"


def articles() -> Iterator[str]:
    """The texts, in file order; ends the program where the corpus is absent."""
    if not CORPUS.is_file():
        sys.exit(f"skipped: there is no {CORPUS}")
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        paragraphs: list[str] = []
        for line in lines:
            if line.strip():
                paragraphs.append(line)
            elif paragraphs:
                yield "".join(paragraphs)
                paragraphs = []
        if paragraphs:
            yield "".join(paragraphs)


def peak_memory() -> int:
    """The most memory this process has held, in MB."""
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1 << 20 if sys.platform == "darwin" else 1 << 10)
