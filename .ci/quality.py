"""The quality gate: the installed newsnlp, scored on the dev gold, against pinned floors.

    python .ci/quality.py                        fail if a figure is under its floor
    python .ci/quality.py --raise                then pin what was measured, where it is higher
    python .ci/quality.py --raise --allow-lower  the same, and also where it is lower

The gold and the scorers are looked for in `../shared` beside the checkout, the command beside the
Python that runs this, or else on the path. `.ci/floors.json` pins each gold file by its SHA-256, so
that a figure always speaks of the same text. A run that checked nothing fails.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import which
from typing import Any

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
SHARED = HERE.parent.parent / "shared"
NEWSNLP = which("newsnlp", path=Path(sys.executable).parent) or which("newsnlp")

SCORERS = {".tsv": ("score_tokens.py", "tokens"), ".conll": ("score_entities.py", "entities")}
# Floors are pinned this much under what was measured, as figures shift a little with every word
# that is added to the lexicon.
SLACK = 0.3

Figures = Mapping[str, float]
Score = Callable[[Path], Figures]


class GateError(Exception):
    """Why the gate does not open."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Score newsnlp on the dev gold against floors.")
    parser.add_argument("--raise", dest="pin", action="store_true", help="pin higher floors")
    parser.add_argument("--allow-lower", action="store_true", help="pin lower ones too")
    options = parser.parse_args(arguments)
    if options.allow_lower and not options.pin:
        parser.error("--allow-lower goes with --raise")
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    try:
        measured = measure(pinned, SHARED / "gold", run_scorer)
        if options.pin:
            pin(pinned, measured, lower=options.allow_lower)
            FLOORS.write_text(json.dumps(pinned, indent=2) + "\n", encoding="utf-8")
        faults = compare(pinned, measured)
    except GateError as error:
        faults = [str(error)]
    for fault in faults:
        print(f"quality: {fault}", file=sys.stderr)
    return int(bool(faults))


def measure(pinned: Mapping[str, Any], gold: Path, score: Score) -> dict[str, Figures]:
    """The figures of every pinned gold file.

    Raises:
        GateError: a file is missing or is not the one that was pinned.
    """
    for name, entry in pinned.items():
        path = gold / name
        if not path.is_file():
            raise GateError(f"{path} is missing: nothing was checked")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != entry["sha256"]:
            raise GateError(f"{name} has the hash {found}, not the pinned {entry['sha256']}")
    return {name: score(gold / name) for name in pinned}


def compare(pinned: Mapping[str, Any], measured: Mapping[str, Figures]) -> list[str]:
    """Print every figure beside its floor; each fault in words, also that nothing was compared."""
    faults = []
    compared = 0
    for name, entry in pinned.items():
        for figure, floor in entry["floors"].items():
            value = measured[name].get(figure)
            if value is None:
                faults.append(f"{name}: the scorer gives no {figure}")
                continue
            compared += 1
            print(f"{name:20} {figure:14} {value:6.2f}   floor {floor:6.2f}")
            if not value >= floor:
                faults.append(f"{name}: {figure} is {value}, under its floor of {floor}")
    if not compared:
        faults.append("no floor was compared: nothing was checked")
    return faults


def pin(pinned: Mapping[str, Any], measured: Mapping[str, Figures], *, lower: bool = False) -> None:
    """Move the floors to a little under the figures: up only, unless ``lower``."""
    for name, entry in pinned.items():
        floors = entry["floors"]
        for figure, floor in floors.items():
            reached = math.floor((measured[name][figure] - SLACK) * 10) / 10
            floors[figure] = reached if lower else max(floor, reached)


def run_scorer(gold: Path) -> Figures:
    """What the scorer of such gold says of the installed command.

    Raises:
        GateError: the scorer fails, or there is no command to score.
    """
    scorer, command = SCORERS[gold.suffix]
    if NEWSNLP is None:
        raise GateError("newsnlp is not installed: nothing was checked")
    done = subprocess.run(
        [
            sys.executable,
            str(SHARED / "eval" / scorer),
            str(gold),
            "--json",
            "--command",
            shlex.join([NEWSNLP, command]),
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise GateError(f"{scorer} failed on {gold.name}: {done.stderr.strip()[-400:]}")
    figures: Figures = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
