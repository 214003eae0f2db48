"""Tables as a person sees them."""

import re
from textwrap import dedent

import pytest
from rich.cells import cell_len

from newsnlp.analysis.records import DATE, ENTITY, SUMMARY
from newsnlp.analysis.schema import RecordKind, Row
from newsnlp.cli.bidi import ResolvedMode
from newsnlp.cli.formats.table import write_table

IRAN = {
    "type": "LOC",
    "name": "إيران",
    "english": "Iran",
    "count": 5,
    "forms": ["إيران", "الجمهورية الإسلامية"],
}
KIRBY = {
    "type": "PER",
    "name": "جون كيربي",
    "english": "John Kirby",
    "count": 12,
    "forms": ["كيربي", "جون كيربي المتحدث باسم مجلس الأمن القومي الأميركي في البيت الأبيض"],
}


def table(
    *documents: tuple[str, list[Row]],
    kind: RecordKind = ENTITY,
    width: int = 120,
    bidi: ResolvedMode = "off",
    color: bool = False,
) -> str:
    return "".join(write_table(kind, documents, width=width, bidi=bidi, color=color))


def test_numbers_stand_first_and_arabic_at_the_right() -> None:
    assert table(("a.txt", [IRAN, KIRBY | {"forms": ["كيربي"]}])) == dedent("""\
        ╭───────┬──────┬───────────┬────────────┬────────────────────────────╮
        │ count │ type │      name │ english    │                      forms │
        ├───────┼──────┼───────────┼────────────┼────────────────────────────┤
        │     5 │ LOC  │     إيران │ Iran       │ إيران; الجمهورية الإسلامية │
        │    12 │ PER  │ جون كيربي │ John Kirby │                      كيربي │
        ╰───────┴──────┴───────────┴────────────┴────────────────────────────╯
        """)


def test_each_of_several_documents_is_headed_by_its_source() -> None:
    assert table(("a.txt", []), ("b.txt", [{"text": "أمس", "sentence": 3}]), kind=DATE) == dedent(
        """\
         a.txt
        ╭───────┬──────┬───────┬───────╮
        │ sent. │ text │ value │ grain │
        ╰───────┴──────┴───────┴───────╯

         b.txt
        ╭───────┬──────┬───────┬───────╮
        │ sent. │ text │ value │ grain │
        ├───────┼──────┼───────┼───────┤
        │     3 │  أمس │       │       │
        ╰───────┴──────┴───────┴───────╯
        """
    )


def test_a_summary_is_a_card_with_its_parts_below() -> None:
    summary = {
        "title": "هدنة في غزة",
        "words": 340,
        "top_lemmas": [{"lemma": "هدنة", "pos": "noun", "gloss": "truce", "count": 7}],
        "entities": [],
        "quotes": None,
    }
    assert table(("a.txt", [summary]), kind=SUMMARY) == dedent("""\
        ╭───────┬─────────────╮
        │ title │ هدنة في غزة │
        │ words │ 340         │
        ╰───────┴─────────────╯

         top lemmas
        ╭───────┬───────┬──────┬───────╮
        │ count │ lemma │ pos  │ gloss │
        ├───────┼───────┼──────┼───────┤
        │     7 │  هدنة │ noun │ truce │
        ╰───────┴───────┴──────┴───────╯
        """)


def test_without_room_for_columns_a_record_becomes_a_block() -> None:
    assert table(("a.txt", [IRAN, IRAN | {"name": "طهران"}]), width=30) == dedent("""\
        ╭─────────┬──────────────────╮
        │ count   │ 5                │
        │ type    │ LOC              │
        │ name    │            إيران │
        │ english │ Iran             │
        │ forms   │ إيران; الجمهورية │
        │         │        الإسلامية │
        ├─────────┼──────────────────┤
        │ count   │ 5                │
        │ type    │ LOC              │
        │ name    │            طهران │
        │ english │ Iran             │
        │ forms   │ إيران; الجمهورية │
        │         │        الإسلامية │
        ╰─────────┴──────────────────╯
        """)


@pytest.mark.parametrize("bidi", ["off", "isolate"])
@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_no_width_loses_text_or_is_overrun(width: int, bidi: ResolvedMode) -> None:
    drawn = table(("a.txt", [IRAN, KIRBY]), width=width, bidi=bidi)
    assert max(map(cell_len, drawn.splitlines())) <= width
    assert "…" not in drawn
    # Fold each column, then each block, back into one line.
    lines = [line.split("│")[1:-1] for line in drawn.splitlines() if line.startswith("│")]
    columns = ("".join(column) for column in zip(*lines, strict=True))
    joined = re.sub(r"[\s\u2066-\u2069]", "", "".join(columns))
    for cell in ("LOC", "Iran", "JohnKirby", "إيران;الجمهوريةالإسلامية", "جونكيربيالمتحدثباسممجلس"):
        assert cell in joined


@pytest.mark.parametrize("bidi", ["off", "isolate", "visual"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_every_line_starts_with_a_border_and_all_are_equally_wide(
    width: int, bidi: ResolvedMode
) -> None:
    lines = table(("a.txt", [IRAN, KIRBY]), width=width, bidi=bidi).splitlines()
    assert all(line[0] in "╭│├╰" for line in lines)
    assert len({cell_len(line) for line in lines}) == 1


def test_marks_and_wide_letters_keep_the_borders_in_line() -> None:
    rows = [{"text": text} for text in ("مُدَرِّسَةٌ", "北京", "a\u200db", "🙂", "e\u0301")]
    for bidi in ("off", "isolate", "visual"):
        lines = table(("a.txt", rows), kind=DATE, bidi=bidi).splitlines()
        assert len({cell_len(line) for line in lines}) == 1


def test_hostile_text_is_shown_and_does_nothing() -> None:
    drawn = table(
        ("\x1b]0;title\x07.txt", [{"text": "\x1b[31m\u202eabc[bold]x[/]\r\nd\u2067"}]),
        ("b.txt", []),
        kind=DATE,
        color=False,
        bidi="off",
    )
    assert "[bold]x[/]" in drawn
    assert not set(drawn) & set("\x1b\x07\r\u202e\u2067")
    assert len(drawn.splitlines()) == 11


def test_color_is_one_style_a_cell_and_changes_no_text() -> None:
    plain = table(("a.txt", [IRAN, KIRBY]))
    colored = table(("a.txt", [IRAN, KIRBY]), color=True)
    assert "\x1b[36m5\x1b[0m" in colored
    assert "\x1b[1mcount\x1b[0m" in colored
    assert re.sub(r"\x1b\[\d*m", "", colored) == plain


def test_nothing_to_show_is_nothing() -> None:
    assert table() == ""
