"""The data formats and Markdown: what is written, and that it is written as it comes."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newsnlp.analysis.records import DATE, ENTITY, TOKEN
from newsnlp.analysis.schema import RecordKind, Row, json_schema
from newsnlp.cli.formats.delimited import write_csv, write_tsv
from newsnlp.cli.formats.markdown import write_markdown
from newsnlp.cli.formats.structured import write_json, write_jsonl
from newsnlp.cli.output import OutputOptions, write
from newsnlp.errors import UsageError

TODAY = {"sentence": 0, "text": "أمس", "start": 4, "end": 7, "value": None, "grain": "day"}
YEAR = {"sentence": 1, "text": "2024", "start": 9, "end": 13, "value": "2024", "grain": "year"}
DOCUMENTS: list[tuple[str, list[Row]]] = [("a.txt", [TODAY, YEAR]), ("b.txt", [])]

HOSTILE = [
    "\x1b[31mred",
    "\x9b31mred",
    "\u202egnp.exe",
    "[bold]x[/]",
    "a\u200db",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "![x](http://evil.example/p.png)",
    'a,"b"\r\nc\td;e | f',
    "\x00\x07",
    "one\u2028two\x85three",
    "half \ud83d of a pair",
]


def dates(texts: Iterable[str]) -> list[tuple[str, list[Row]]]:
    return [("a.txt", [TODAY | {"text": text} for text in texts])]


def test_json_is_one_document_a_record_a_line() -> None:
    written = "".join(write_json(DATE, DOCUMENTS))
    assert json.loads(written) == {
        "schema": "newsnlp.dates/1",
        "documents": [
            {
                "source": "a.txt",
                "dates": [
                    {"source": "a.txt", **TODAY, "rule": None},
                    {"source": "a.txt", **YEAR, "rule": None},
                ],
            },
            {"source": "b.txt", "dates": []},
        ],
    }
    assert "أمس" in written
    assert len(written.splitlines()) == 8


def test_json_without_documents_is_still_json() -> None:
    assert json.loads("".join(write_json(DATE, []))) == {
        "schema": "newsnlp.dates/1",
        "documents": [],
    }


def test_json_keeps_to_its_schema() -> None:
    mention = {"text": "غزة", "start": 0, "end": 3, "sentence": 0, "score": 1.0}
    row = {"type": "LOC", "name": "غزة", "count": 1, "score": 1.0, "forms": ("غزة",)}
    documents = [("a.txt", [row | {"mentions": (mention,)}])]
    written = json.loads("".join(write_json(ENTITY, documents)))
    assert not list(Draft202012Validator(json_schema(ENTITY)).iter_errors(written))


def test_jsonl_is_flat_with_the_source_first() -> None:
    lines = "".join(write_jsonl(DATE, DOCUMENTS)).splitlines()
    assert lines[0] == (
        '{"source": "a.txt", "sentence": 0, "text": "أمس", "start": 4, "end": 7, '
        '"value": null, "grain": "day", "rule": null}'
    )
    assert len(lines) == 2


def test_nan_is_null_wherever_it_hides() -> None:
    row = {"score": float("nan"), "mentions": [{"score": float("inf"), "start": 1}]}
    (line,) = write_jsonl(ENTITY, [("a.txt", [row])])
    record = json.loads(line)
    assert record["score"] is None
    assert record["mentions"][0]["score"] is None
    (_, cells) = csv.reader(io.StringIO("".join(write_csv(ENTITY, [("a", [row])], excel=False))))
    assert cells[6] == ""
    assert "NaN" not in cells[8] and "Infinity" not in cells[8]


@given(st.lists(st.text(), max_size=4))
def test_json_gives_back_every_string_from_one_line_of_plain_characters(texts: list[str]) -> None:
    lines = list(write_jsonl(DATE, dates(texts)))
    assert [json.loads(line)["text"] for line in lines] == texts
    assert all(len(line.splitlines()) == 1 for line in lines)


def test_csv_follows_the_rfc() -> None:
    row = {
        "text": 'a,"b"\nc',
        "proclitics": ["و", "ال"],
        "enclitics": [],
        "features": {"gen": "m"},
        "score": 0.5,
    }
    written = "".join(write_csv(TOKEN, [("a.txt", [row])], excel=False))
    assert written == (
        "source,sentence,index,text,start,end,lemma,lemma_diac,pos,upos,root,gloss,proclitics,"
        "stem,enclitics,features,diac,origin,score\r\n"
        'a.txt,,,"a,""b""\nc",,,,,,,,,و;ال,,,"{""gen"":""m""}",,,0.5\r\n'
    )


def test_tsv_has_one_line_a_record_and_no_tab_inside_a_cell() -> None:
    written = "".join(write_tsv(DATE, dates(["a\tb\r\nc\nd"]), excel=False))
    assert written == (
        "source\tsentence\ttext\tstart\tend\tvalue\tgrain\trule\na.txt\t0\ta b c d\t4\t7\t\tday\t\n"
    )


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]))))
def test_csv_gives_back_every_printable_string(texts: list[str]) -> None:
    written = "".join(write_csv(DATE, dates(texts), excel=False))
    rows = list(csv.DictReader(io.StringIO(written, newline="")))
    assert [row["text"] for row in rows] == texts


@pytest.mark.parametrize("start", "=+-@\t\r＝")
def test_excel_runs_no_cell_as_a_formula(start: str) -> None:
    text = f"{start}1+1"
    rows = [{"text": text, "start": -7, "value": f"a;{text}"}]
    written = "".join(write_csv(DATE, [("@a", rows)], excel=True))
    assert written.startswith("\ufeffsource,")
    (row,) = csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline=""))
    assert row["text"] == f"'{text}"
    assert row["value"] == f"a;'{text}"  # a sheet may part cells at semicolons
    assert row["source"] == "'@a"
    assert row["start"] == "-7"  # a number is no formula


def test_without_excel_there_is_no_mark_and_no_guard() -> None:
    written = "".join(write_csv(DATE, dates(["=1+1"]), excel=False))
    assert written.startswith("source,")
    assert ",=1+1," in written


def test_excel_goes_with_delimited_formats_only() -> None:
    with pytest.raises(UsageError, match="--excel does not go with --format json"):
        write(DATE, [], options=OutputOptions(format="json", excel=True))


def test_markdown_heads_each_of_several_documents() -> None:
    assert "".join(write_markdown(DATE, [("a_b.txt", [TODAY]), ("*.txt", [])])) == dedent("""\
        ## a_b.txt

        | sent. | text | value | grain |
        | ---: | ---: | :--- | :--- |
        | 0 | أمس |  | day |

        ## \\*.txt

        | sent. | text | value | grain |
        | ---: | ---: | :--- | :--- |
        """)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a|b", r"a\|b"),
        ("a\\|b", r"a\\\|b"),
        ("![x](u)", r"!\[x\](u)"),
        ("<b>&", "&lt;b&gt;&amp;"),
        ("`x` *y* ~z~", r"\`x\` \*y\* \~z\~"),
        ("noun_prop _x_", r"noun_prop \_x\_"),
        ("a\r\nb\tc", "a b c"),
    ],
)
def test_markdown_reads_no_cell_as_syntax(text: str, cell: str) -> None:
    *_, line = write_markdown(DATE, dates([text]))
    assert line == f"| 0 | {cell} |  | day |\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_leaves_alive(
    text: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    for name in ("table", "json", "jsonl", "csv", "tsv", "md"):
        options = OutputOptions(format=name, bidi="off", excel=name in ("csv", "tsv"))
        write(DATE, dates([text]), options=options)
        written = capsysbinary.readouterr().out.decode("utf-8")
        assert not set(written) & set("\x00\x07\x1b\x7f\x85\x9b\u2028\u202e\ud83d"), name
        assert "\u200d" not in written or name != "table"
        if name == "md":
            assert "<script" not in written and "![" not in written
        if name in ("csv", "tsv"):
            assert ",=cmd" not in written and "\t=cmd" not in written


@pytest.mark.parametrize(
    "writer",
    [
        write_json,
        write_jsonl,
        lambda kind, documents: write_csv(kind, documents, excel=False),
        lambda kind, documents: write_tsv(kind, documents, excel=False),
        write_markdown,
    ],
)
def test_records_are_written_before_the_next_is_asked_for(writer) -> None:  # type: ignore[no-untyped-def]
    asked: list[int] = []

    def rows() -> Iterator[Row]:
        for number in range(1000):
            asked.append(number)
            yield TODAY | {"text": f"w{number}"}

    def documents() -> Iterator[tuple[str, Iterable[Row]]]:
        yield "a.txt", rows()
        assert len(asked) in (0, 1000)  # Markdown looks whether a second document follows

    for piece in writer(DATE, documents()):
        if "w9" in piece:
            break
    assert asked == list(range(10))


def test_limit_counts_the_records_of_each_document(capsys: pytest.CaptureFixture[str]) -> None:
    documents = [("a.txt", [TODAY, YEAR]), ("b.txt", [YEAR, TODAY])]
    write(DATE, documents, options=OutputOptions(format="jsonl", limit=1))
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(record["source"], record["grain"]) for record in records] == [
        ("a.txt", "day"),
        ("b.txt", "year"),
    ]


@pytest.mark.parametrize("kind", [DATE, TOKEN, ENTITY])
def test_the_same_records_give_the_same_bytes(
    kind: RecordKind, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    written = set()
    for _ in range(2):
        for name in ("table", "json", "jsonl", "csv", "tsv", "md"):
            write(kind, DOCUMENTS, options=OutputOptions(format=name))
        written.add(capsysbinary.readouterr().out)
    assert len(written) == 1
