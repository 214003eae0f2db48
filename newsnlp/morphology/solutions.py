"""The compiled table of solutions: the readings of frequent forms, computed by CAMeL Tools once.

One SQLite file, opened read-only and never read as a whole: a form costs one look-up and the
unpacking of its own readings, so opening takes a millisecond whatever the size of the table.

Tables: ``lemma`` (lemma, root, gloss), ``bundle`` (all else that many readings share), ``variant``
(case, mood ... features), ``form`` (the packed readings of a form), ``weight`` (log-probabilities
for forms that are not in the table) and ``meta``.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, overload

from newsnlp.errors import ResourceError
from newsnlp.model import Analysis
from newsnlp.morphology.readings import VARIANT_FEATURES, Reading, Variant, joined

__all__ = ["Packed", "Scored", "Solutions", "write_solutions"]

Scored = tuple[tuple[Reading, float], ...]

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE lemma (id INTEGER PRIMARY KEY, lemma TEXT, lemma_diac TEXT, root TEXT, gloss TEXT);
CREATE TABLE bundle (id INTEGER PRIMARY KEY, value TEXT);
CREATE TABLE variant (id INTEGER PRIMARY KEY, value TEXT);
CREATE TABLE marks (id INTEGER PRIMARY KEY, value TEXT);
CREATE TABLE form (form TEXT PRIMARY KEY, readings BLOB) WITHOUT ROWID;
CREATE TABLE weight (name TEXT PRIMARY KEY, value REAL) WITHOUT ROWID;
CREATE TABLE context (tags TEXT, matrix BLOB);
"""
_MARKS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670")


def _skeleton(diac: str) -> tuple[str, str]:
    """The letters of a vocalised form, and its marks: those of each letter, ``|`` between letters."""
    letters, marks = [], [""]
    for char in diac:
        if char in _MARKS:
            marks[-1] += char
        else:
            letters.append(char)
            marks.append("")
    return "".join(letters), "|".join(marks[1:])


def _vocalise(letters: str, marks: Sequence[str]) -> str:
    return "".join(chain.from_iterable(zip(letters, marks, strict=True)))


class _Interned:
    """Rows numbered as they first come."""

    def __init__(self) -> None:
        self.ids: dict[tuple[str, ...], int] = {}

    def id(self, *values: str) -> int:
        return self.ids.setdefault(values, len(self.ids))


def write_solutions(
    path: Path,
    forms: Mapping[str, Sequence[tuple[Reading, float]]],
    *,
    weights: Mapping[str, float],
    context: tuple[Sequence[str], bytes],
    meta: Mapping[str, str],
) -> None:
    """Write the table: for each form its readings with their log-probabilities, best first."""
    path.unlink(missing_ok=True)
    tables = {name: _Interned() for name in ("lemma", "bundle", "variant", "marks")}
    packed = []
    for form, readings in sorted(forms.items()):
        blob = bytearray()
        _put(blob, len(readings))
        for reading, logprob in readings:
            _pack(blob, form, reading, logprob, tables)
        packed.append((form, bytes(blob)))
    connection = sqlite3.connect(path)
    with connection:
        connection.executescript(_SCHEMA)
        connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
        for name, table in tables.items():
            slots = ", ".join("?" * (5 if name == "lemma" else 2))
            rows = ((number, *values) for values, number in table.ids.items())
            connection.executemany(f"INSERT INTO {name} VALUES ({slots})", rows)
        connection.executemany("INSERT INTO form VALUES (?, ?)", packed)
        tags, matrix = context
        connection.execute("INSERT INTO context VALUES (?, ?)", (json.dumps(tags), matrix))
        connection.executemany("INSERT INTO weight VALUES (?, ?)", sorted(weights.items()))
    connection.execute("VACUUM")
    connection.close()


def _pack(
    blob: bytearray, form: str, reading: Reading, logprob: float, tables: Mapping[str, _Interned]
) -> None:
    analysis = reading.analysis
    shared = {k: v for k, v in analysis.features.items() if k not in VARIANT_FEATURES}
    bundle = [
        analysis.pos, analysis.upos, list(analysis.proclitics), list(analysis.enclitics),
        form.find(analysis.stem), len(analysis.stem), shared, reading.tag, int(reading.exact),
    ]  # fmt: skip
    _put(blob, tables["lemma"].id(
        analysis.lemma, analysis.lemma_diac, analysis.root or "", analysis.gloss or ""))  # fmt: skip
    _put(blob, tables["bundle"].id(json.dumps(bundle, ensure_ascii=False)))
    _put(blob, min(255, round(-logprob * 16)))
    _put(blob, len(reading.variants))
    for variant in reading.variants:
        letters, marks = _skeleton(variant.diac)
        if letters == form:
            _put(blob, tables["marks"].id(marks))
        else:  # spelled otherwise than the lexicon does: keep the vocalised form whole
            _put(blob, tables["marks"].id("=" + variant.diac))
        _put(blob, tables["variant"].id(json.dumps(dict(variant.features))))


def _put(blob: bytearray, number: int) -> None:
    """Append a number in base 128, low digits first, the high bit set on all but the last."""
    while number > 127:
        blob.append(number & 127 | 128)
        number >>= 7
    blob.append(number)


def _numbers(blob: bytes) -> tuple[int, ...]:
    out, value, shift = [], 0, 0
    for byte in blob:
        value |= (byte & 127) << shift
        if byte > 127:
            shift += 7
        else:
            out.append(value)
            value = shift = 0
    return tuple(out)


class Packed(Sequence[Reading]):
    """The readings of one form, each unpacked when it is first asked for: few of them ever are.

    ``offers`` is what a choice among them needs: log-probability, tag, joined to a conjunction.
    """

    __slots__ = ("_form", "_numbers", "_solutions", "_starts", "_unpacked", "offers")

    def __init__(self, solutions: Solutions, form: str, numbers: Sequence[int]) -> None:
        self._solutions = solutions
        self._form = form
        self._numbers = numbers
        self._starts = []
        self._unpacked: dict[int, Reading] = {}
        self.offers: list[tuple[float, str, bool]] = []
        at = 1
        for _ in range(numbers[0]):
            tag, is_joined = solutions.offer(numbers[at + 1])
            self.offers.append((-numbers[at + 2] / 16, tag, is_joined))
            self._starts.append(at)
            at += 4 + 2 * numbers[at + 3]

    def __len__(self) -> int:
        return len(self.offers)

    @overload
    def __getitem__(self, at: int) -> Reading: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Reading]: ...
    def __getitem__(self, at: int | slice) -> Reading | Sequence[Reading]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        found = self._unpacked.get(at)
        if found is None:
            numbers = self._numbers[self._starts[at] :]
            found = self._unpacked[at] = self._solutions.unpack(self._form, numbers)
        return found


class Solutions:
    """The open table.

    Raises:
        ResourceError: the file is no solutions table.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            self.meta = dict(self._connection.execute("SELECT name, value FROM meta"))
        except sqlite3.DatabaseError as error:
            raise ResourceError(
                f"the solutions table {path.name} is damaged: {error}",
                remedy="reinstall newsnlp, or in a checkout run: python -m training.build",
            ) from error
        self._lemma = lru_cache(maxsize=20_000)(self._read_lemma)
        self._bundle = lru_cache(maxsize=None)(self._read_bundle)
        self._variant = lru_cache(maxsize=None)(self._read_variant)
        self._marks = lru_cache(maxsize=50_000)(self._read_marks)
        self._weight = lru_cache(maxsize=50_000)(self._read_weight)

    def look_up(self, form: str) -> Scored | None:
        """The readings of an undiacritised form with their log-probabilities; None if not there."""
        packed = self.packed(form)
        if packed is None:
            return None
        return tuple(zip(packed, (logprob for logprob, _, _ in packed.offers), strict=True))

    def packed(self, form: str) -> Packed | None:
        """The readings of an undiacritised form, not unpacked yet; None if it is not there."""
        row = self._connection.execute(
            "SELECT readings FROM form WHERE form = ?", (form,)
        ).fetchone()
        return Packed(self, form, _numbers(row[0])) if row else None

    def weight(self, name: str) -> float | None:
        """A log-probability of the model for forms that are not in the table."""
        return self._weight(name)

    def context(self) -> tuple[list[str], bytes]:
        """The tags of the sequence model and its compressed matrix of costs."""
        tags, matrix = self._connection.execute("SELECT tags, matrix FROM context").fetchone()
        return json.loads(tags), matrix

    def forms(self) -> Iterable[str]:
        return (form for (form,) in self._connection.execute("SELECT form FROM form"))

    def offer(self, bundle: int) -> tuple[str, bool]:
        """The tag of the readings that share a bundle, and whether they are joined to a conjunction."""
        _, _, proclitics, *_, tag, _ = self._bundle(bundle)
        return tag, joined(proclitics)

    def unpack(self, form: str, numbers: Sequence[int]) -> Reading:
        """One reading of a form from its numbers."""
        take = iter(numbers).__next__
        lemma, lemma_diac, root, gloss = self._lemma(take())
        pos, upos, proclitics, enclitics, start, length, shared, tag, exact = self._bundle(take())
        take()  # its log-probability
        variants = []
        for _ in range(take()):
            marks, features = self._marks(take()), self._variant(take())
            diac = marks if isinstance(marks, str) else _vocalise(form, marks)
            variants.append(Variant(diac, features))
        first = variants[0]
        analysis = Analysis(
            lemma, lemma_diac, pos, upos, root or None, gloss or None, proclitics,
            form[start : start + length] if start >= 0 else form, enclitics,
            {**shared, **first.features}, first.diac, "lexicon",
        )  # fmt: skip
        return Reading(analysis, tuple(variants), tag, exact)

    def _one(self, table: str, columns: str, number: int) -> Sequence[str]:
        query = f"SELECT {columns} FROM {table} WHERE id = ?"
        row: Sequence[str] = self._connection.execute(query, (number,)).fetchone()
        return row

    def _read_lemma(self, number: int) -> Sequence[str]:
        return self._one("lemma", "lemma, lemma_diac, root, gloss", number)

    def _read_bundle(self, number: int) -> tuple[Any, ...]:
        row = json.loads(self._one("bundle", "value", number)[0])
        row[2], row[3] = tuple(row[2]), tuple(row[3])
        return (*row[:8], bool(row[8]))

    def _read_variant(self, number: int) -> dict[str, str]:
        features: dict[str, str] = json.loads(self._one("variant", "value", number)[0])
        return features

    def _read_marks(self, number: int) -> str | tuple[str, ...]:
        """A vocalised form as a whole, or the marks of each letter."""
        value = self._one("marks", "value", number)[0]
        return value[1:] if value.startswith("=") else tuple(value.split("|"))

    def _read_weight(self, name: str) -> float | None:
        row = self._connection.execute(
            "SELECT value FROM weight WHERE name = ?", (name,)
        ).fetchone()
        return row[0] if row else None
