"""The cheapest path, against trying every path."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnlp.morphology.context import (
    JOINED,
    SCALE,
    START,
    Candidate,
    Transitions,
    best_path,
    shares,
)

TAGS = (START, JOINED, "noun_prop..ms", "verb", "prep")

matrices = st.binary(min_size=len(TAGS) ** 2, max_size=len(TAGS) ** 2)
candidates = st.tuples(st.integers(0, 255), st.integers(2, len(TAGS) - 1), st.booleans())
lattices = st.lists(st.lists(candidates, min_size=1, max_size=4), min_size=1, max_size=5)


def cost(
    lattice: Sequence[Sequence[Candidate]], path: Sequence[int], transitions: Transitions
) -> int:
    total, before = 0, transitions.start
    for offers, at in zip(lattice, path, strict=True):
        own, tag, joined = offers[at]
        total += own + transitions.rows[transitions.joined if joined else before][tag]
        before = tag
    return total


@given(lattices, matrices)
def test_the_path_is_the_cheapest_of_all(lattice: list[list[Candidate]], matrix: bytes) -> None:
    transitions = Transitions.load(TAGS, matrix)
    every = itertools.product(*(range(len(offers)) for offers in lattice))
    found = best_path(lattice, transitions)
    assert cost(lattice, found, transitions) == min(cost(lattice, p, transitions) for p in every)


@given(lattices, matrices)
def test_shares_of_a_words_candidates_sum_to_one(
    lattice: list[list[Candidate]], matrix: bytes
) -> None:
    transitions = Transitions.load(TAGS, matrix)
    path = best_path(lattice, transitions)
    for place, offers in enumerate(lattice):
        # each candidate put in the place of the chosen one, its neighbours staying
        others = [[*path[:place], at, *path[place + 1 :]] for at in range(len(offers))]
        total = sum(shares(lattice, other, transitions)[place] for other in others)
        assert total == pytest.approx(1.0)
    assert all(0 < share <= 1 for share in shares(lattice, path, transitions))


def test_a_share_is_what_the_costs_say() -> None:
    transitions = Transitions.load(TAGS, bytes(len(TAGS) ** 2))
    lattice = [[(0, 2, False), (SCALE, 3, False)]]
    assert shares(lattice, [0], transitions) == [pytest.approx(1 / (1 + math.exp(-1)))]


def test_what_is_joined_follows_its_conjunction() -> None:
    matrix = bytearray([100] * len(TAGS) ** 2)
    matrix[TAGS.index(JOINED) * len(TAGS) + TAGS.index("verb")] = 0
    transitions = Transitions.load(TAGS, bytes(matrix))
    assert best_path([[(0, 2, False)], [(10, 3, False), (20, 3, True)]], transitions) == [0, 1]


def test_no_words_no_path() -> None:
    assert best_path([], Transitions.load(TAGS, bytes(len(TAGS) ** 2))) == []


def test_an_unknown_tag_counts_as_a_name() -> None:
    transitions = Transitions.load(TAGS, bytes(len(TAGS) ** 2))
    assert transitions.number("noun.that.never.was") == TAGS.index("noun_prop..ms")
