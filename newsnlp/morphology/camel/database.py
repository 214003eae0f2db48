"""Opens a morphology database in milliseconds instead of seconds.

CAMeL Tools keeps its databases as text (ALMOR format) and parses all of it at every start; of the
stems, a run of the program needs a handful. `compile_database` writes the same content once more,
in shelves of stems that begin alike; `load_database` reads the table of shelves, and a shelf is
unpacked when one of its stems is looked up.

The compiled file, in which nothing is ever executed:

    newsnlp-morphology/1 <length of the header in bytes>
    header      JSON, deflated: everything but the stems, the templates, and where each shelf lies
    shelves     each deflated: a line a stem, ``stem␉analysis␉analysis...``, where an analysis is
                ``category␠template␠value␠value...``

A template lists the features many analyses share, in order: ``pos:noun`` for a closed feature,
``gloss`` for an open one, whose value follows in the analysis. Values hold no blanks: the text
format parts them by blanks.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from newsnlp.errors import ResourceError
from newsnlp.morphology.camel.gateway import camel

__all__ = ["compile_database", "compiled_path", "load_database"]

_FORMAT = "newsnlp-morphology/1"
_SHELF = 2  # letters that the stems of a shelf share: about 100 stems a shelf
_OPEN_FROM = 256  # a feature with more values than this is open
_REMEDY = "reinstall newsnlp, or in a checkout run: python -m training.build"
_HEADER = (
    "defines",
    "defaults",
    "order",
    "stem_backoffs",
    "prefix_hash",
    "suffix_hash",
    "max_prefix_size",
    "max_suffix_size",
)
_SETS = ("tokenizations", "compute_feats")
_TABLES = ("prefix_stem_compat", "stem_suffix_compat", "prefix_suffix_compat")

Entry = tuple[str, dict[str, str]]  # a category, and the features of one analysis


class Stems(Mapping[str, "list[Entry]"]):
    """The stems of a compiled database; an entry is parsed when it is first looked up."""

    def __init__(
        self, content: bytes, shelves: dict[str, tuple[int, int]], templates: list[str]
    ) -> None:
        self._content = content
        self._shelves = shelves
        self._templates = templates
        self._unpacked: dict[str, dict[str, str | list[Entry]]] = {}
        self._features: dict[str, list[tuple[str, str | None]]] = {}

    def __getitem__(self, stem: str) -> list[Entry]:
        shelf = self._shelf(stem[:_SHELF])
        entries = shelf[stem]
        if isinstance(entries, str):
            entries = shelf[stem] = [self._entry(text) for text in entries.split("\t")]
        return entries

    def __contains__(self, stem: object) -> bool:
        return isinstance(stem, str) and stem in self._shelf(stem[:_SHELF])

    def __iter__(self) -> Iterator[str]:
        for start in self._shelves:
            yield from self._shelf(start)

    def __len__(self) -> int:
        return sum(len(self._shelf(start)) for start in self._shelves)

    def _shelf(self, start: str) -> dict[str, str | list[Entry]]:
        shelf = self._unpacked.get(start)
        if shelf is None:
            shelf = {}
            if start in self._shelves:
                first, last = self._shelves[start]
                try:
                    text = zlib.decompress(self._content[first:last]).decode()
                except zlib.error as error:
                    raise ResourceError(
                        "the morphology database is damaged", remedy=_REMEDY
                    ) from error
                for line in text.split("\n"):
                    stem, _, entries = line.partition("\t")
                    shelf[stem] = entries
                self._unpacked[start] = shelf
        return shelf

    def _entry(self, text: str) -> Entry:
        category, template, *values = text.split(" ")
        features = self._features.get(template)
        if features is None:
            features = self._features[template] = [
                (name, value if closed else None)
                for name, closed, value in (
                    field.partition(":") for field in self._templates[int(template)].split(" ")
                )
            ]
        following = iter(values)
        return category, {
            name: next(following) if value is None else value for name, value in features
        }


def compiled_path(path: Path) -> Path:
    """Where the compiled form of a text database stands: ``x.db`` and ``x.db.xz`` -> ``x.cdb``."""
    name = path.name.removesuffix(".xz").removesuffix(".db").removesuffix(".cdb")
    return path.with_name(name + ".cdb")


def compile_database(text_path: Path, out_path: Path) -> None:
    """Write the compiled form of a text database (``.db``, or ``.db.xz``), for analysis only.

    Raises:
        ResourceError: the text cannot be read as a database.
    """
    db = _parse(text_path, "a", _REMEDY)
    open_features = _open_features(db.stem_hash)
    templates: dict[str, int] = {}
    shelves: dict[str, list[str]] = {}
    for stem, entries in db.stem_hash.items():
        line = [stem]
        for category, features in entries:
            template = " ".join(
                name if name in open_features else f"{name}:{value}"
                for name, value in features.items()
            )
            number = templates.setdefault(template, len(templates))
            values = [value for name, value in features.items() if name in open_features]
            line.append(" ".join([category, str(number), *values]))
        shelves.setdefault(stem[:_SHELF], []).append("\t".join(line))

    header: dict[str, Any] = {name: getattr(db, name) for name in _HEADER}
    header["defines"] = {
        name: values if values is None else sorted(values) for name, values in db.defines.items()
    }
    header |= {name: sorted(getattr(db, name)) for name in _SETS}
    for name in _TABLES:
        header[name] = {left: sorted(right) for left, right in getattr(db, name).items()}
    header["templates"] = list(templates)
    header["source_size"] = text_path.stat().st_size

    packed = {
        start: zlib.compress("\n".join(lines).encode(), 9) for start, lines in shelves.items()
    }
    ends = list(accumulate(map(len, packed.values()), initial=0))
    header["shelves"] = dict(zip(packed, pairwise(ends), strict=True))
    head = zlib.compress(json.dumps(header, ensure_ascii=False).encode(), 9)
    out_path.write_bytes(b"".join([f"{_FORMAT} {len(head)}\n".encode(), head, *packed.values()]))


def _open_features(stems: Mapping[str, list[Entry]]) -> set[str]:
    seen: dict[str, set[str]] = {}
    for entries in stems.values():
        for _, features in entries:
            for name, value in features.items():
                seen.setdefault(name, set()).add(value)
    return {name for name, values in seen.items() if len(values) > _OPEN_FROM}


def load_database(path: Path, *, flags: str = "a", remedy: str = _REMEDY) -> Any:
    """CAMeL's ``MorphologyDB`` for a database file: text, text.xz or compiled.

    For analysis (``flags="a"``) the compiled form beside a text file is used, if it was compiled
    from a text of that size; for generation (``g``, ``r``) the text is parsed.

    Raises:
        ResourceError: no such file, or one that is damaged; ``remedy`` is what it advises.
    """
    compiled = compiled_path(path)
    if flags == "a" and compiled.is_file():
        db = _open_compiled(compiled, remedy)
        if path == compiled or not path.is_file() or path.stat().st_size == db.source_size:
            return db
    if not path.is_file():
        raise ResourceError(f"the morphology database {path} is missing", remedy=remedy)
    return _parse(path, flags, remedy)


def _open_compiled(path: Path, remedy: str) -> Any:
    base: Any = camel("morphology.database").MorphologyDB

    class CompiledDB(base):  # type: ignore[misc]
        """CAMeL's database, filled from the compiled form where CAMeL would parse text."""

        def _parse_dbfile(self, fpath: str) -> None:
            self.__dict__.update(_read(Path(fpath)))

    try:
        return CompiledDB(str(path), "a")
    except (OSError, ValueError, LookupError, TypeError, zlib.error) as error:
        raise ResourceError(f"the morphology database {path} is damaged", remedy=remedy) from error


def _read(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    form, length = content[: content.index(b"\n")].decode().split(" ")
    if form != _FORMAT:
        raise ValueError(f"not a {_FORMAT} file")
    start = content.index(b"\n") + 1
    end = start + int(length)
    fields: dict[str, Any] = json.loads(zlib.decompress(content[start:end]))
    for side in ("prefix_hash", "suffix_hash"):
        for affix, entries in fields[side].items():
            fields[side][affix] = [tuple(entry) for entry in entries]
    for name in _SETS:
        fields[name] = frozenset(fields[name])
    for name in _TABLES:
        fields[name] = {left: set(right) for left, right in fields[name].items()}
    shelves = {
        letters: (end + first, end + last)
        for letters, (first, last) in fields.pop("shelves").items()
    }
    if max((last for _, last in shelves.values()), default=end) != len(content):
        raise ValueError("cut short")
    fields["stem_hash"] = Stems(content, shelves, fields.pop("templates"))
    return fields


def _parse(path: Path, flags: str, remedy: str) -> Any:
    """Let CAMeL Tools parse the text, decompressing it on the way if need be."""
    import lzma
    from tempfile import TemporaryDirectory

    database = camel("morphology.database")
    errors = camel("morphology.errors")
    try:
        if path.suffix != ".xz":
            db = database.MorphologyDB(str(path), flags)
        else:
            with TemporaryDirectory() as folder:
                text = Path(folder) / "morphology.db"
                text.write_bytes(lzma.decompress(path.read_bytes()))
                db = database.MorphologyDB(str(text), flags)
        if not db.prefix_suffix_compat:  # the last part; CAMeL takes a shorter file as it is
            raise ValueError("it is cut short")
        return db
    except (
        OSError,
        ValueError,
        LookupError,
        lzma.LZMAError,
        errors.DatabaseParseError,
    ) as error:
        raise ResourceError(
            f"the morphology database {path} cannot be read: {error}", remedy=remedy
        ) from error
