"""Builds everything in `data/models` from `data/` and the corpora.

    python -m training.build                 all steps, in order
    python -m training.build database        the morphology database
    python -m training.build solutions       the table of solutions and the context model
    python -m training.build gazetteer       the compiled gazetteer
    python -m training.build clusters        the word classes (needs gensim, scikit-learn)
    python -m training.build entities        the entity tagger
    python -m training.build manifest        the hashes of what is there

The corpora are looked for in `../shared` beside the checkout.
"""

from __future__ import annotations

import sys
import time

from training import clusters, entities, manifest, steps
from training.compile_gazetteer import compile_gazetteer

STEPS = {
    "database": steps.database,
    "solutions": steps.solutions,
    "gazetteer": compile_gazetteer,
    "clusters": clusters.build,
    "entities": entities.train,
    "manifest": manifest.write,
}


def main(arguments: list[str]) -> int:
    unknown = [name for name in arguments if name not in STEPS]
    if unknown:
        print(f"unknown step {unknown[0]}; steps: {' '.join(STEPS)}", file=sys.stderr)
        return 2
    for name in arguments or STEPS:
        began = time.perf_counter()
        STEPS[name]()
        print(f"{name}: {time.perf_counter() - began:.1f} s", flush=True)
    if arguments and "manifest" not in arguments:
        manifest.write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
