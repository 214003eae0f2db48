from __future__ import annotations

import lzma
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from newsnlp.errors import ResourceError
from newsnlp.morphology.camel import CamelAnalyzer, compile_database, compiled_path, load_database


@pytest.fixture
def compiled(database: Path) -> Path:
    path = compiled_path(database)
    compile_database(database, path)
    return path


def alone(path: Path) -> Path:
    """The file in a folder of its own, where nothing else can be taken for it."""
    folder = path.parent / "alone"
    folder.mkdir()
    return path.rename(folder / path.name)


@pytest.mark.parametrize("backoff", ["NONE", "NOAN_PROP", "ADD_ALL"])
def test_every_analysis_is_that_of_the_text(
    database: Path, compiled: Path, words: Sequence[str], backoff: str
) -> None:
    fast = CamelAnalyzer(load_database(alone(compiled)), backoff=backoff)
    slow = CamelAnalyzer(load_database(database), backoff=backoff)
    assert sum(len(slow.analyze(word)) for word in words) > 10
    for word in words:
        assert fast.analyze(word) == slow.analyze(word)


def test_every_index_is_that_of_the_text(database: Path, compiled: Path) -> None:
    fast, slow = load_database(alone(compiled)), load_database(database)
    assert dict(fast.stem_hash) == slow.stem_hash
    for name, value in vars(slow).items():
        if name not in ("stem_hash", "defines"):
            assert getattr(fast, name) == value, name
    assert {name: values and set(values) for name, values in fast.defines.items()} == {
        name: values and set(values) for name, values in slow.defines.items()
    }


def test_open_and_closed_features_come_back(
    tmp_path: Path, database_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the bound at one value, some features of this small database are open, some closed."""
    monkeypatch.setattr("newsnlp.morphology.camel.database._OPEN_FROM", 1)
    text = tmp_path / "small.db"
    text.write_text(database_text, encoding="utf-8")
    compile_database(text, tmp_path / "small.cdb")
    fast = load_database(tmp_path / "small.cdb")
    text.rename(tmp_path / "other.db")
    assert dict(fast.stem_hash) == load_database(tmp_path / "other.db").stem_hash


def test_the_compiled_form_beside_the_text_is_used(database: Path, compiled: Path) -> None:
    assert type(load_database(database)).__name__ == "CompiledDB"


def test_a_compiled_form_of_another_text_is_not(database: Path, compiled: Path) -> None:
    database.write_text(
        database.read_text(encoding="utf-8").replace("Egypt", "Egypt_Misr"), encoding="utf-8"
    )
    db = load_database(database)
    assert db.stem_hash["مصر"][0][1]["gloss"] == "Egypt_Misr"


def test_generation_parses_the_text(database: Path, compiled: Path) -> None:
    assert "كِتاب" in load_database(database, flags="g").lemma_hash


def test_compressed_text_opens_and_compiles(database: Path, words: Sequence[str]) -> None:
    packed = database.with_name("packed.db.xz")
    packed.write_bytes(lzma.compress(database.read_bytes()))
    plain = CamelAnalyzer(load_database(database))
    assert compiled_path(packed).name == "packed.cdb"
    for _ in ("text", "compiled"):
        analyzer = CamelAnalyzer(load_database(packed))
        assert [analyzer.analyze(word) for word in words] == [plain.analyze(word) for word in words]
        compile_database(packed, compiled_path(packed))


def test_compiling_twice_gives_the_same_bytes(database: Path, compiled: Path) -> None:
    again = database.with_name("again.cdb")
    compile_database(database, again)
    assert again.read_bytes() == compiled.read_bytes()


def test_a_missing_database_is_told(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"nowhere\.db is missing") as caught:
        load_database(tmp_path / "nowhere.db", remedy="mend it so")
    assert caught.value.remedy == "mend it so"


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-20],
        lambda content: b"",
        lambda content: b"another/1 7\n" + content,
        lambda content: content[:60] + b"\x00\x00\x00" + content[63:],
    ],
    ids=["cut short", "empty", "another format", "a wrong byte"],
)
def test_a_damaged_compiled_form_is_told(compiled: Path, damage: Callable[[bytes], bytes]) -> None:
    compiled.write_bytes(damage(compiled.read_bytes()))
    with pytest.raises(ResourceError, match="damaged"):
        load_database(compiled)


def test_a_damaged_shelf_is_told_when_it_is_opened(compiled: Path) -> None:
    content = compiled.read_bytes()
    compiled.write_bytes(content[:-3] + b"\x00\x00\x00")
    db = load_database(compiled)
    with pytest.raises(ResourceError, match="damaged"):
        dict(db.stem_hash)


def test_a_text_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "novel.db"
    path.write_text("It was a dark and stormy night.\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="cannot be read"):
        load_database(path)


@pytest.mark.parametrize("kept", [0, 40, -8])
def test_a_text_cut_short_is_told(database: Path, kept: int) -> None:
    lines = database.read_text(encoding="utf-8").splitlines(keepends=True)
    database.write_text("".join(lines[:kept]), encoding="utf-8")
    with pytest.raises(ResourceError, match="cut short"):
        load_database(database)
