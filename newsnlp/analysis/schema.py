"""How a record is declared, and the JSON Schema that follows from the declaration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = ["SOURCE", "Field", "RecordKind", "Row", "json_schema", "record_schema"]

Row = Mapping[str, object]
FieldType = Literal["string", "integer", "number", "boolean", "strings", "object", "objects"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its place in JSON, and its column where people read it.

    ``column`` is the heading in a table, ``None`` where tables leave the field out; ``align`` is
    ``right`` for numbers and for Arabic. ``values`` lists all a closed field can hold; ``fields``
    declares the objects of an ``objects`` field. An ``object`` maps strings to strings.
    """

    name: str
    type: FieldType
    description: str
    nullable: bool = False
    column: str | None = None
    align: Literal["left", "right"] = "left"
    values: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()


SOURCE = Field("source", "string", "the path or name of the text the record comes from")


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of record: ``command`` makes it, and is its key under ``documents`` in JSON.

    ``layout`` says how a person reads it: ``rows`` of one table, or one ``card`` a record.
    """

    name: str
    command: str
    fields: tuple[Field, ...]
    layout: Literal["rows", "card"] = "rows"

    @property
    def schema(self) -> str:
        """The name and version that a JSON document carries."""
        return f"newsnlp.{self.command}/1"

    def record(self, source: str, row: Row) -> dict[str, object]:
        """The row as it leaves the program: every field, in order, ``None`` where it is missing.

        >>> kind = RecordKind("word", "words", (SOURCE, Field("text", "string", "the form")))
        >>> kind.record("a.txt", {})
        {'source': 'a.txt', 'text': None}
        """
        record = _pick(self.fields, row)
        record["source"] = source
        return record


def _pick(fields: tuple[Field, ...], row: Row) -> dict[str, object]:
    picked = {field.name: row.get(field.name) for field in fields}
    for field in fields:
        parts = picked[field.name]
        if field.type == "objects" and isinstance(parts, list | tuple):
            picked[field.name] = [_pick(field.fields, part) for part in parts]
    return picked


def _field_schema(field: Field) -> dict[str, object]:
    schema: dict[str, object] = {"description": field.description}
    if field.type == "strings":
        kind, schema["items"] = "array", {"type": "string"}
    elif field.type == "objects":
        kind, schema["items"] = "array", _object_schema(field.fields)
    elif field.type == "object":
        kind, schema["additionalProperties"] = "object", {"type": "string"}
    else:
        kind = field.type
    schema["type"] = [kind, "null"] if field.nullable else kind
    if field.values:
        schema["enum"] = [*field.values, None] if field.nullable else [*field.values]
    return schema


def _object_schema(fields: tuple[Field, ...]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {field.name: _field_schema(field) for field in fields},
        "required": [field.name for field in fields],
        "additionalProperties": False,
    }


_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schema(kind: RecordKind) -> dict[str, object]:
    """The JSON Schema (2020-12) of one flat record: a line of ``jsonl``.

    >>> kind = RecordKind("word", "words", (Field("text", "string", "the form"),))
    >>> record_schema(kind)["required"]
    ['text']
    """
    return {"$schema": _DIALECT, "title": kind.name, **_object_schema(kind.fields)}


def json_schema(kind: RecordKind) -> dict[str, object]:
    """The JSON Schema (2020-12) of a whole ``json`` document that holds records of this kind.

    >>> json_schema(RecordKind("word", "words", ()))["title"]
    'newsnlp.words/1'
    """
    document = {
        "type": "object",
        "properties": {
            "source": {"type": "string"},
            kind.command: {"type": "array", "items": {"$ref": f"#/$defs/{kind.name}"}},
        },
        "required": ["source", kind.command],
        "additionalProperties": False,
    }
    return {
        "$schema": _DIALECT,
        "title": kind.schema,
        "type": "object",
        "properties": {
            "schema": {"const": kind.schema},
            "documents": {"type": "array", "items": document},
        },
        "required": ["schema", "documents"],
        "additionalProperties": False,
        "$defs": {kind.name: _object_schema(kind.fields)},
    }
