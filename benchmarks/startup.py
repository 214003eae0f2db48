"""Start to finish on the seed article, against importing typer, rich and pandas.

    python benchmarks/startup.py [RUNS]

The commands take turns, so that a busy moment of the machine hits all alike; the best of each counts.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
(SEED,) = (ROOT / "seeds").glob("000_*.txt")
NEWSNLP = [sys.executable, "-m", "newsnlp"]
REFERENCE = "import typer, rich, pandas"
COMMANDS = {
    REFERENCE: [sys.executable, "-c", REFERENCE],
    "newsnlp entities": [*NEWSNLP, "entities", str(SEED)],
    "newsnlp summary": [*NEWSNLP, "summary", str(SEED)],
    "newsnlp tokens": [*NEWSNLP, "tokens", str(SEED)],
}


def main(runs: int = 7) -> None:
    best = dict.fromkeys(COMMANDS, float("inf"))
    for _ in range(runs):
        for name, command in COMMANDS.items():
            began = time.perf_counter()
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            best[name] = min(best[name], time.perf_counter() - began)
    print(f"best of {runs}, seconds, and times the first")
    for name, seconds in best.items():
        print(f"{name:28} {seconds:6.3f} {seconds / best[REFERENCE]:6.2f}x")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
