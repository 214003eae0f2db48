"""The gazetteer's checker refuses what is wrong, and the one that ships has nothing wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from training import gazetteer

GOOD = [
    "إيران	country	Iran	الجمهورية الإسلامية الإيرانية;الجمهورية الإسلامية	IR",
    "كريم	given_m	Karim	-	-	word",
    "عبد الله	given_m	Abdullah	-	-",
    "إف-16	weapon	F-16	-	US",
    "الخليج	region	the Gulf	-	BH;KW;OM",
]

BAD = {
    "إيران	country	Iran	-": "4 columns, not 5 or 6",
    "إيران	country	Iran	-	IR	-	-": "7 columns, not 5 or 6",
    "إِيران	country	Iran	-	IR": "is not a plain undiacritised Arabic name",
    "Iran	country	Iran	-	IR": "'Iran' is not a plain undiacritised Arabic name",
    "بني  سويف	city	Beni Suef	-	EG": "is not a plain undiacritised Arabic name",
    "إيران	country	Iran	بلاد فارس;	IR": "'' is not a plain undiacritised Arabic name",
    "إيران	place	Iran	-	IR": "unknown kind 'place'",
    "إيران	country	إيران	-	IR": "'إيران' is not an English name",
    "إيران	country		-	IR": "'' is not an English name",
    "إيران	country	Iran	-	Iran": "'Iran' is not ISO 3166 codes or -",
    "إيران	country	Iran	-	": "'' is not ISO 3166 codes or -",
    "كريم	given_m	Karim	-	-	often": "unknown note often",
    "إيران	country	Iran	إيران	IR": "an alias repeats",
    "إيران	country	Iran	فارس;فارس	IR": "an alias repeats",
    "جون كيربي	given_m	John	-	-": "a given name is one word",
}


@pytest.mark.parametrize("line", GOOD)
def test_good_entries_are_taken(line: str) -> None:
    entry, faults = gazetteer.parse(line, "x:1")
    assert faults == []
    assert entry and entry.english == line.split("\t")[2]


@pytest.mark.parametrize(("line", "reason"), BAD.items())
def test_bad_entries_are_refused_with_their_reason(line: str, reason: str) -> None:
    entry, faults = gazetteer.parse(line, "x:1")
    assert entry is None
    assert any(reason in fault for fault in faults), faults


def test_the_checker_names_the_line_and_finds_duplicates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "1.tsv", tmp_path / "2.tsv"
    first.write_text(f"# places\n{GOOD[0]}\n", encoding="utf-8")
    second.write_text(f"{GOOD[1]}\n{GOOD[0]}\n", encoding="utf-8")
    monkeypatch.setattr(gazetteer, "files", lambda: [first, second])
    assert gazetteer.main(["check", str(first)]) == 0
    assert capsys.readouterr().out == "1 entries, 0 faults\n"
    assert gazetteer.main(["check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "2.tsv:2: إيران is already a country at 1.tsv:2",
        "3 entries, 1 faults",
    ]


def test_the_shipped_gazetteer_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    faults = gazetteer.check(gazetteer.files())
    assert faults == 0, capsys.readouterr().out


def test_the_shipped_gazetteer_is_large_and_of_every_kind() -> None:
    entries = gazetteer.load()
    assert len(entries) >= 20_000
    assert {entry.kind for entry in entries} == set(gazetteer.TYPE_OF_KIND)
