import re

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsnlp.cli.bidi import cell_lines, prepare, resolve_mode, wrap
from newsnlp.cli.formats.reordering import base_direction, reorder
from newsnlp.cli.formats.shaping import shape

# The oracle leaves brackets as they are, where a terminal has to be sent their mirror images.
UNMIRROR = str.maketrans(")]}>»", "([{<«")
MIXED = st.text(alphabet="ابجةabZ0129١٢ ()[].,:;-+/%$«»!#،؟א", max_size=16)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "isolate"),
        ({"VTE_VERSION": "7600"}, "isolate"),
        ({"KONSOLE_VERSION": "230400"}, "isolate"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "isolate"),
        ({"TERM_PROGRAM": "mintty"}, "isolate"),
        ({"WT_SESSION": "1"}, "visual"),
        ({"TERM_PROGRAM": "vscode"}, "visual"),
        ({"TERM": "alacritty"}, "visual"),
        ({"ALACRITTY_WINDOW_ID": "1"}, "visual"),
        ({"XTERM_VERSION": "XTerm(390)"}, "visual"),
        ({"TERM_PROGRAM": "vscode", "VTE_VERSION": "7600"}, "visual"),
        ({"TERM_PROGRAM": "mintty", "WT_SESSION": "1"}, "isolate"),
    ],
)
def test_auto_knows_the_terminal(environ: dict[str, str], expected: str) -> None:
    assert resolve_mode("auto", is_terminal=True, environ=environ) == expected
    assert resolve_mode("auto", is_terminal=False, environ=environ) == "off"


def test_a_mode_that_was_asked_for_is_kept() -> None:
    assert resolve_mode("visual", is_terminal=False, environ={}) == "visual"
    assert resolve_mode("off", is_terminal=True, environ={}) == "off"


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("سلام", "FEB3 FEFC FEE1"),  # lam-alef joined to the seen
        ("لا", "FEFB"),
        ("ب", "FE8F"),
        ("بيت", "FE91 FEF4 FE96"),
        ("دار", "FEA9 FE8D FEAD"),  # nothing joins to the left of dal and alef
        ("ماء", "FEE3 FE8E FE80"),  # hamza joins nothing
        ("بَت", "FE91 064E FE96"),  # a mark does not part its neighbours
        ("لَا", "FEFB 064E"),
        ("بـ", "FE91 0640"),  # elongation joins on both sides
        ("ب\u200cت", "FE8F FE95"),  # a non-joiner parts, and is gone
        ("پچگ", "FB58 FB7D FB93"),
        ("a1", "0061 0031"),
    ],
)
def test_letters_take_their_joined_forms(text: str, forms: str) -> None:
    assert " ".join(f"{ord(char):04X}" for char in shape(text)) == forms


@given(MIXED, st.sampled_from("LR"))
def test_reordering_agrees_with_the_oracle(line: str, base: str) -> None:
    ours = reorder(line, base).translate(UNMIRROR)
    assert ours == get_display(line, base_dir=base).translate(UNMIRROR)


def test_brackets_are_mirrored_and_marks_stay_behind_their_letter() -> None:
    assert reorder("غزة (12)", "R") == "(12) ةزغ"
    assert reorder("«نعم»", "R") == "«معن»"
    assert reorder("قالَ", "R") == "لَاق"
    assert reorder("abc (x)", "L") == "abc (x)"


@pytest.mark.parametrize(
    ("text", "direction"), [("12 غزة", "R"), ("12 Gaza غزة", "L"), ("12", "L"), ("", "L")]
)
def test_the_first_letter_gives_the_direction(text: str, direction: str) -> None:
    assert base_direction(text) == direction


@given(MIXED, st.integers(2, 20))
def test_wrapping_keeps_the_width_and_loses_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert lines
    assert max(map(cell_len, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_cut_never_parts_a_mark_from_its_letter() -> None:
    assert wrap("كَتَبَتْهُ", 2) == ["كَتَ", "بَتْ", "هُ"]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("غزة", 10, ["\u2068غزة\u2069"]),
        ("Gaza", 10, ["Gaza"]),  # nothing to isolate
        ("١٢", 10, ["\u2068١٢\u2069"]),
        ("غزة Gaza", 4, ["\u2067غزة\u2069", "\u2067Gaza\u2069"]),
        ("Gaza غزة", 4, ["\u2066Gaza\u2069", "\u2066غزة\u2069"]),
    ],
)
def test_each_line_of_an_arabic_cell_is_isolated(text: str, width: int, lines: list[str]) -> None:
    written = cell_lines(prepare(text, "isolate"), width, "isolate")
    assert [line for line, _ in written] == lines
    assert [taken for _, taken in written] == [cell_len(line) for line in lines]


def test_visual_joins_then_wraps_then_reorders() -> None:
    prepared = prepare("سلام سلام", "visual")
    # Joined, each word is three cells; unjoined it would not fit.
    assert cell_lines(prepared, 3, "visual") == [("\ufee1\ufefc\ufeb3", 3)] * 2


def test_off_leaves_text_as_it_is() -> None:
    assert cell_lines(prepare("سلام (1)", "off"), 20, "off") == [("سلام (1)", 8)]


def test_columns_keep_their_order_between_isolates_and_not_without() -> None:
    cells = ["غزة (12)", "12", "بيروت", "7", "Gaza", "١٢ مايو"]

    def seen(mode: str) -> list[str]:
        row = "│ " + " │ ".join(cell_lines(prepare(c, mode), 20, mode)[0][0] for c in cells) + " │"
        return re.sub("[\u2066-\u2069]", "", get_display(row, base_dir="L"))[2:-2].split(" │ ")

    def letters(cell: str) -> list[str]:
        return sorted(cell.translate(UNMIRROR))

    assert [letters(cell) for cell in seen("isolate")] == [letters(cell) for cell in cells]
    assert [letters(cell) for cell in seen("off")] != [letters(cell) for cell in cells]
