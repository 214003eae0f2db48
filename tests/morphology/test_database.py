"""The compiled database, as CAMeL Tools itself reads it: analysis, generation, and nothing too much."""

from __future__ import annotations

import lzma
import random
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from newsnlp import resources
from newsnlp.morphology.camel import CamelAnalyzer, load_database
from newsnlp.morphology.camel.gateway import camel
from newsnlp.morphology.solutions import Solutions
from training import lexicon
from training.manifest import DATA
from training.morphology import closed
from training.morphology.assemble import build
from training.morphology.database import _Plan

HERE = Path(__file__).parent
CLITICS = ("prc3", "prc2", "prc1", "prc0", "enc0")
INFLECTION = ("per", "asp", "vox", "mod", "gen", "num", "stt", "cas")
GENERATED = ("pos", *CLITICS, *INFLECTION, "rat", "form_gen", "form_num")
SHOWN = ("prc3", "prc2", "prc1", "prc0", *INFLECTION, "enc0")


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of eighteen lexemes and the closed classes, as text."""
    lexemes = []
    lines = (HERE / "tiny_lexicon.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        lexeme, faults = lexicon.parse(line, f"tiny_lexicon.tsv:{number}")
        assert lexeme and not faults, (line, faults)
        lexemes.append(lexeme)
    builder = build(lexemes, closed.load(DATA / "lexicon" / "00-closed.tsv"))
    path = tmp_path_factory.mktemp("tiny") / "morphology.db"
    path.write_text("".join(line + "\n" for line in builder.lines()), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def tiny_db(tiny: Path) -> Any:
    return load_database(tiny, flags="ag")


@pytest.fixture(scope="session")
def shipped_db(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The shipped database with both flags: parsed from its text, which takes seconds."""
    text = tmp_path_factory.mktemp("shipped") / "morphology.db"
    text.write_bytes(lzma.decompress(resources.model_path("morphology.db.xz").read_bytes()))
    return load_database(text, flags="ag")


def shown(analysis: Mapping[str, str]) -> tuple[str, str, str, str]:
    features = " ".join(
        f"{name}={analysis[name]}"
        for name in SHOWN
        if analysis.get(name) not in (None, "na", "0", "u", "-")
    )
    return analysis["diac"], analysis["lex"], analysis["pos"], features or "-"


def expected_analyses() -> dict[str, set[tuple[str, ...]]]:
    expected: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for line in (HERE / "tiny_analyses.tsv").read_text(encoding="utf-8").splitlines():
        word, *columns = line.split("\t")
        expected[word].add(tuple(columns))
    return dict(expected)


@pytest.mark.parametrize("flags", ["a", "g", "ag"])
def test_camel_tools_loads_the_text(tiny: Path, flags: str) -> None:
    db = camel("morphology.database").MorphologyDB(str(tiny), flags)
    assert (db.flags.analysis, db.flags.generation) == ("a" in flags, "g" in flags)
    assert {"diac", "lex", "bw", "gloss", "root", "pattern", "d3tok", "atbseg"} <= db.all_feats()


@pytest.mark.parametrize(("word", "expected"), expected_analyses().items())
def test_full_analyses(tiny_db: Any, word: str, expected: set[tuple[str, ...]]) -> None:
    assert {shown(analysis) for analysis in CamelAnalyzer(tiny_db).analyze(word)} == expected


def test_every_analysis_has_camels_features(tiny_db: Any) -> None:
    found = CamelAnalyzer(tiny_db).analyze("وللكتاب")
    assert found
    for analysis in found:
        assert set(tiny_db.order) <= analysis.keys()
        assert analysis["root"] == "ك.ت.ب"
        assert analysis["bw"].startswith("وَ/CONJ+لِ/PREP+ال/DET")
        assert analysis["d3tok"].startswith("وَ+_لِ+_ال+_")
        assert analysis["ud"] == "CCONJ+ADP+DET+NOUN"
        assert float(analysis["pos_lex_logprob"]) < 0


def not_generated(db: Any, words: list[str]) -> tuple[int, list[tuple[str, str]]]:
    """How many analyses were put to the generator, and those it does not give back."""
    analyzer = CamelAnalyzer(db)
    generator = camel("morphology.generator").Generator(db)
    asked, lost = 0, []
    for word in words:
        for analysis in analyzer.analyze(word):
            features = {name: analysis[name] for name in GENERATED}
            made = generator.generate(analysis["lex"], features)
            asked += 1
            if analysis["diac"] not in {one["diac"] for one in made}:
                lost.append((word, analysis["diac"]))
    return asked, lost


def test_generation_undoes_analysis(tiny_db: Any) -> None:
    asked, lost = not_generated(tiny_db, list(expected_analyses()))
    assert asked > 140
    assert lost == []


def test_generation_undoes_analysis_in_the_shipped_database(shipped_db: Any) -> None:
    forms = sorted(Solutions(resources.model_path("solutions.sqlite")).forms())
    asked, lost = not_generated(shipped_db, random.Random(2015).sample(forms, 180))
    assert asked > 900
    assert lost == []


def test_the_compiled_form_analyses_as_the_text_does(shipped_db: Any) -> None:
    compiled = CamelAnalyzer(load_database(resources.model_path("morphology.cdb")))
    parsed = CamelAnalyzer(shipped_db)
    forms = sorted(Solutions(resources.model_path("solutions.sqlite")).forms())
    for word in random.Random(7).sample(forms, 100):
        assert compiled.analyze(word) == parsed.analyze(word)


def test_categories_admit_only_what_the_paradigms_made() -> None:
    sample = random.Random(17).sample(lexicon.load(), 1500)
    assert _Plan(build(sample, ()).stems).check_closure() == []


NON_WORDS = """
    ءءء ووو كتتتب قققة ضضض بببب الالكتاب سالكتاب لالكتاب كالسيكتب بالكتبت والوكتاب الكتابنا الكتابها
    سكتاب وفكتاب فوكتاب بلكتاب كبالكتاب كتابةه كتابةها مدرسةهم اليكتب بكتبوا ستكتبت سيكتبت وبسيكتب
    ةكتاب كىتاب كةتاب يالكتاب لسيكتب أبكتاب عليهاه منهمها بفي كتبتمها ستكتبوا تتكتب نيكتب بسيكتب
    سسيكتب الالعراق لالعراق سالعراق العراقنا العليهم عليال وولكتاب المكتبهم
""".split()


@pytest.fixture(scope="session")
def shipped() -> CamelAnalyzer:
    return CamelAnalyzer(load_database(resources.model_path("morphology.db.xz")))


@pytest.mark.parametrize("form", NON_WORDS)
def test_non_words_have_no_analysis(shipped: CamelAnalyzer, form: str) -> None:
    assert [shown(analysis) for analysis in shipped.analyze(form)] == []
