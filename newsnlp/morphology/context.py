"""Chooses one reading per word of a sentence: the cheapest path through a lattice of tags.

A first-order hidden Markov model in integer costs, -16 × natural logarithm. A reading costs what its
form makes of it plus what its tag costs after the tag before; Viterbi (1967) finds the cheapest
path. Weights are trained by `training.disambiguation`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

__all__ = ["SCALE", "START", "Transitions", "best_path", "shares"]

SCALE = 16
START = "<s>"
# What is written onto a conjunction follows the conjunction, not the word before.
JOINED = "conj:وَ."


@dataclass(frozen=True, slots=True)
class Transitions:
    """Costs between tags: ``rows[before][tag]``, one byte each."""

    numbers: dict[str, int]
    rows: tuple[bytes, ...]
    start: int
    joined: int
    unknown: int

    @classmethod
    def load(cls, tags: Sequence[str], matrix: bytes) -> Transitions:
        """From the tags in order and the matrix, row by row."""
        size = len(tags)
        numbers = {tag: number for number, tag in enumerate(tags)}
        rows = tuple(matrix[at * size : (at + 1) * size] for at in range(size))
        return cls(numbers, rows, numbers[START], numbers[JOINED], numbers["noun_prop..ms"])

    def number(self, tag: str) -> int:
        return self.numbers.get(tag, self.unknown)


Candidate = tuple[int, int, bool]  # cost of the reading for its form, tag, joined to a conjunction


def best_path(lattice: Sequence[Sequence[Candidate]], transitions: Transitions) -> list[int]:
    """The index of the chosen candidate at each position; every position has at least one."""
    rows, joined_row = transitions.rows, transitions.rows[transitions.joined]
    costs = [0]
    tags = [transitions.start]
    back: list[list[int]] = []
    for candidates in lattice:
        if len(costs) == 1:
            before, row = costs[0], rows[tags[0]]
            back.append([0] * len(candidates))
            costs = [
                before + (joined_row if joined else row)[tag] + cost
                for cost, tag, joined in candidates
            ]
        else:
            least = min(costs)
            first = costs.index(least)
            previous = [(rows[tag], cost) for tag, cost in zip(tags, costs, strict=True)]
            new_costs, pointers = [], []
            for cost, tag, joined in candidates:
                if joined:
                    at, best = first, least + joined_row[tag]
                else:
                    totals = [before + row[tag] for row, before in previous]
                    best = min(totals)
                    at = totals.index(best)
                new_costs.append(best + cost)
                pointers.append(at)
            back.append(pointers)
            costs = new_costs
        tags = [candidate[1] for candidate in candidates]
    at = costs.index(min(costs))
    path = []
    for pointers in reversed(back):
        path.append(at)
        at = pointers[at]
    path.reverse()
    return path


def shares(
    lattice: Sequence[Sequence[Candidate]], path: Sequence[int], transitions: Transitions
) -> list[float]:
    """For each position the share of probability its choice holds, its neighbours' being given."""
    rows, joined_row = transitions.rows, transitions.rows[transitions.joined]
    found = []
    before = transitions.start
    last = len(path) - 1
    for at, (candidates, chosen) in enumerate(zip(lattice, path, strict=True)):
        if len(candidates) == 1:
            found.append(1.0)
        else:
            following = None if at == last else lattice[at + 1][path[at + 1]]
            row = rows[before]
            if following is None or following[2]:
                costs = [
                    cost + (joined_row if joined else row)[tag] for cost, tag, joined in candidates
                ]
            else:
                after = following[1]
                costs = [
                    cost + (joined_row if joined else row)[tag] + rows[tag][after]
                    for cost, tag, joined in candidates
                ]
            own = costs[chosen]
            found.append(1.0 / sum([exp((own - cost) / SCALE) for cost in costs]))
        before = candidates[chosen][1]
    return found
