"""What the lexicon does not explain yet: the frequent forms of the corpora without an analysis.

python -m training.coverage [N]      coverage of running words, and the N commonest unexplained
"""

from __future__ import annotations

import sys

from newsnlp.morphology.camel import CamelAnalyzer, load_database
from training import corpus
from training.manifest import MODELS


def main(arguments: list[str]) -> int:
    wanted = int(arguments[0]) if arguments else 200
    counts = corpus.form_counts()
    analyzer = CamelAnalyzer(load_database(MODELS / "morphology.db.xz"), cache_size=1)
    missing = [(form, n) for form, n in counts.most_common(60_000) if not analyzer.analyze(form)]
    seen = sum(n for _, n in counts.most_common(60_000))
    print(f"{1 - sum(n for _, n in missing) / seen:.4f} of the running words of 60,000 forms")
    for form, count in missing[:wanted]:
        print(f"{form}\t{count}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
