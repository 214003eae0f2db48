"""Puts one line of a cell into the order in which its characters are seen, left to right.

This is the Unicode Bidirectional Algorithm (UAX #9, revision 48) for a line without embeddings,
overrides and isolates, which is all a cell holds once ``safe_display`` has cleaned it. The names of
the rules in the comments are the algorithm's own.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import Literal

__all__ = ["Direction", "base_direction", "reorder"]

Direction = Literal["L", "R"]

_STRONG: dict[str, Direction] = {"L": "L", "R": "R", "AL": "R"}
# What a number or letter counts as when the neutrals beside it look for a direction (N1).
_SIDE: dict[str, Direction] = {"L": "L", "R": "R", "AN": "R", "EN": "R"}
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_BRACKETS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "「": "」"}
_OPENING, _CLOSING = "([{<«‹⟨「≤≪", ")]}>»›⟩」≥≫"
_MIRROR = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)


def base_direction(text: str) -> Direction:
    """The direction of the first letter that has one (rules P2 and P3); ``L`` where none has."""
    for char in text:
        if direction := _STRONG.get(unicodedata.bidirectional(char)):
            return direction
    return "L"


def reorder(line: str, base: Direction) -> str:
    """The line as a terminal that knows no bidi has to be sent it; brackets are mirrored.

    >>> reorder("abc 12", "L")
    'abc 12'
    >>> reorder("غزة (12)", "R") == "(12) " + "غزة"[::-1]
    True
    """
    if not line:
        return line
    levels = _levels(line, base)
    clusters: list[tuple[str, int]] = []
    for char, level in zip(line, levels, strict=True):
        if clusters and unicodedata.category(char) in (
            "Mn",
            "Me",
        ):  # L3: a mark stays behind its letter
            clusters[-1] = (clusters[-1][0] + char, clusters[-1][1])
        else:
            clusters.append((char.translate(_MIRROR) if level % 2 else char, level))  # L4
    for lowest in range(max(levels), 0, -1):  # L2
        clusters = [
            cluster
            for high, run in groupby(clusters, key=lambda cluster: cluster[1] >= lowest)
            for cluster in (reversed(list(run)) if high else run)
        ]
    return "".join(text for text, _ in clusters)


def _levels(line: str, base: Direction) -> list[int]:
    kinds = [unicodedata.bidirectional(char) or "L" for char in line]
    _resolve_weak(kinds, base)
    _resolve_brackets(line, kinds, base)
    _resolve_neutrals(kinds, base)
    # L1, blanks at the end of a line, changes nothing here: N1 and N2 gave them the base level.
    if base == "L":  # I1
        return [{"L": 0, "R": 1}.get(kind, 2) for kind in kinds]
    return [1 if kind == "R" else 2 for kind in kinds]  # I2


def _resolve_weak(kinds: list[str], base: Direction) -> None:
    """Rules W1 to W7: marks, digits, and the signs in and around numbers."""
    strong: str = base
    before: str = base
    for index, kind in enumerate(kinds):
        if kind in ("NSM", "BN"):  # W1
            kind = before
        before = kind
        if kind in _STRONG:
            strong = kind
        if kind == "EN" and strong == "AL":  # W2
            kind = "AN"
        kinds[index] = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for index in range(1, len(kinds) - 1):  # W4
        left, kind, right = kinds[index - 1 : index + 2]
        if left == right and (
            (kind == "CS" and left in ("EN", "AN")) or (kind == "ES" and left == "EN")
        ):
            kinds[index] = left
    at = 0
    for kind, run in groupby(list(kinds)):  # W5
        end = at + len(list(run))
        if kind == "ET" and ("EN" in kinds[max(at - 1, 0) : at] or "EN" in kinds[end : end + 1]):
            kinds[at:end] = ["EN"] * (end - at)
        at = end
    strong = base
    for index, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):  # W6
            kinds[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[index] = "L"


def _bracket_pairs(line: str, kinds: list[str]) -> list[tuple[int, int]]:
    """Rule BD16: matching brackets, by the place of the opening one."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for index, char in enumerate(line):
        if kinds[index] != "ON":
            continue
        if char in _BRACKETS:
            stack.append((_BRACKETS[char], index))
        elif any(closing == char for closing, _ in stack):
            while True:
                closing, opened = stack.pop()
                if closing == char:
                    pairs.append((opened, index))
                    break
    return sorted(pairs)


def _resolve_brackets(line: str, kinds: list[str], base: Direction) -> None:
    """Rule N0: a pair of brackets takes the direction of what it holds, or of what leads to it."""
    for opened, closed in _bracket_pairs(line, kinds):
        inside = {_SIDE[kind] for kind in kinds[opened + 1 : closed] if kind in _SIDE}
        if not inside:
            continue
        if base in inside:
            direction = base
        else:
            before = next((_SIDE[kind] for kind in reversed(kinds[:opened]) if kind in _SIDE), base)
            direction = before if before in inside else base
        kinds[opened] = kinds[closed] = direction


def _resolve_neutrals(kinds: list[str], base: Direction) -> None:
    """Rules N1 and N2: what stands between two letters of one direction goes with them."""
    at = 0
    for neutral, run in groupby(list(kinds), key=_NEUTRAL.__contains__):
        end = at + len(list(run))
        if neutral:
            left = _SIDE[kinds[at - 1]] if at else base
            right = _SIDE[kinds[end]] if end < len(kinds) else base
            kinds[at:end] = [left if left == right else base] * (end - at)
        at = end
