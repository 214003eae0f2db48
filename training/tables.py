"""Reading and checking of the tab-separated tables that people write: lexicon and gazetteer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

__all__ = ["check", "read"]

Row = TypeVar("Row")
Parse = Callable[[str, str], tuple[Row | None, list[str]]]


def read(paths: Iterable[Path], parse: Parse[Row]) -> Iterator[tuple[Row | None, str, list[str]]]:
    """(entry or None, where it stands, what is wrong with it) for each line that is no comment."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                where = f"{path.name}:{number}"
                entry, faults = parse(line, where)
                yield entry, where, faults


def check(
    wanted: Iterable[Path],
    *,
    among: Iterable[Path],
    parse: Parse[Row],
    key: Callable[[Row], Hashable],
    twin: Callable[[Row, str], str],
) -> int:
    """Print each fault of the wanted files, duplicates in any file included; how many there are.

    ``key`` is what two entries may not share; ``twin`` says so, given the second and where the
    first stands.
    """
    found = total = 0
    seen: dict[Hashable, str] = {}
    chosen = {path.resolve() for path in wanted}
    for path in among:
        for entry, where, faults in read([path], parse):
            if entry is not None:
                first = seen.setdefault(key(entry), where)
                if first != where:
                    faults = [twin(entry, first)]
            if path.resolve() in chosen:
                total += 1
                found += len(faults)
                for fault in faults:
                    print(f"{where}: {fault}")
    print(f"{total} entries, {found} faults")
    return found
