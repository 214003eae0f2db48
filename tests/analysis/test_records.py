import pytest
from jsonschema import Draft202012Validator

from newsnlp.analysis.records import ENTITY, FREQUENCY_BY, KINDS, MENTION, SUMMARY, TOKEN
from newsnlp.analysis.schema import Field, RecordKind, json_schema, record_schema

CONTRACT = {
    "token": "source sentence index text start end lemma lemma_diac pos upos root gloss proclitics "
    "stem enclitics features diac origin score",
    "entity": "source type name english english_origin count score forms mentions",
    "mention": "source type text start end sentence name english english_origin score",
    "date": "source sentence text start end value grain rule",
    "frequency": "source lemma lemma_diac pos gloss count per_million forms",
}

SAMPLES = {
    "string": "نص",
    "integer": 3,
    "number": 0.5,
    "boolean": True,
    "strings": ["و", "ال"],
    "object": {"gen": "m"},
}


def sample(fields: tuple[Field, ...]) -> dict[str, object]:
    """A record with every field filled."""
    return {
        field.name: field.values[0]
        if field.values
        else [sample(field.fields)]
        if field.type == "objects"
        else SAMPLES[field.type]
        for field in fields
    }


def errors(schema: dict[str, object], value: object) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


@pytest.mark.parametrize("name", CONTRACT)
def test_the_fields_stand_in_the_order_of_the_contract(name: str) -> None:
    assert [field.name for field in KINDS[name].fields] == CONTRACT[name].split()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_schemas_are_valid_and_take_a_full_record(kind: RecordKind) -> None:
    record = kind.record("a.txt", sample(kind.fields))
    document = {
        "schema": f"newsnlp.{kind.command}/1",
        "documents": [{"source": "a.txt", kind.command: [record]}],
    }
    Draft202012Validator.check_schema(record_schema(kind))
    Draft202012Validator.check_schema(json_schema(kind))
    assert errors(record_schema(kind), record) == []
    assert errors(json_schema(kind), document) == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_schema_takes_null_just_where_a_field_says_so(kind: RecordKind) -> None:
    for field in kind.fields:
        record = kind.record("a.txt", sample(kind.fields)) | {field.name: None}
        assert (errors(record_schema(kind), record) == []) == field.nullable, field.name


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_schema_refuses_a_field_too_many_and_one_too_few(kind: RecordKind) -> None:
    record = kind.record("a.txt", sample(kind.fields))
    assert errors(record_schema(kind), record | {"extra": 1})
    record.popitem()
    assert errors(record_schema(kind), record)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_begins_with_its_source_and_names_each_field_once(kind: RecordKind) -> None:
    names = [field.name for field in kind.fields]
    assert names[0] == "source"
    assert len(set(names)) == len(names)
    assert all(field.description for field in kind.fields)


def test_a_record_has_its_fields_in_order_whatever_the_row_has() -> None:
    row = {"count": 2, "unheard_of": 1, "mentions": ({"end": 9, "start": 4, "x": 0},)}
    record = ENTITY.record("a.txt", row)
    assert list(record) == CONTRACT["entity"].split()
    assert record["source"] == "a.txt"
    assert record["english"] is None
    assert record["mentions"] == [
        {"text": None, "start": 4, "end": 9, "sentence": None, "score": None}
    ]


def test_mentions_come_from_the_entities_command() -> None:
    assert MENTION.schema == ENTITY.schema == "newsnlp.entities/1"


def test_frequencies_by_anything_carry_what_they_are_by() -> None:
    for by, kind in FREQUENCY_BY.items():
        assert kind.fields[1].name == by
        assert {"count", "per_million"} <= {field.name for field in kind.fields}


def test_a_summary_is_read_as_a_card_and_all_else_as_rows() -> None:
    assert SUMMARY.layout == "card"
    assert TOKEN.layout == "rows"
