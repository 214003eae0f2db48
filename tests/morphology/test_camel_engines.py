from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsnlp.errors import ResourceError, UsageError
from newsnlp.morphology.engines import ENGINES, CamelChoice, disambiguator

Run = Callable[..., str]
MODEL = Path("data/disambig_bert_unfactored/msa")
COUNTS = Path("data/disambig_mle/calima-msa-r13/model.json")
DATABASE = Path("data/morphology_db/calima-msa-r13/morphology.db")


def lemmas(choices: list[CamelChoice | None]) -> list[str | None]:
    return [choice and choice.analysis.lemma for choice in choices]


def test_mle_chooses_by_counts_then_by_probability(camel_data: Path) -> None:
    engine = disambiguator("camel-mle")
    # the counts know كتاب as a plural of writer; of وكتابها they say nothing, the lexicon does
    assert lemmas(engine(["كتاب", "وكتابها", "،", ""])) == ["كاتب", "كتاب", "،", None]


def test_the_score_is_the_share_of_probability(camel_data: Path) -> None:
    """The database gives the two lemmas of the form log10 probabilities of -2 and -3."""
    written, writer = (disambiguator("camel-mle")([word])[0] for word in ("وكتابها", "كتاب"))
    assert written is not None
    assert writer is not None
    assert written.score == pytest.approx(10 / 11)
    assert writer.score == pytest.approx(1 / 11)


def test_mle_guesses_names(camel_data: Path) -> None:
    choice = disambiguator("camel-mle")(["زقزوق"])[0]
    assert choice is not None
    assert (choice.analysis.lemma, choice.analysis.pos) == ("زقزوق", "noun_prop")
    assert (choice.analysis.origin, choice.analysis.gloss) == ("guess", None)


def test_mle_agrees_with_camels_own(camel_data: Path, words: list[str], fresh_python: Run) -> None:
    code = f"""
import json
from camel_tools.disambig.mle import MLEDisambiguator
found = MLEDisambiguator.pretrained().disambiguate({words!r})
print(json.dumps([word.analyses[0].analysis["diac"] if word.analyses else None for word in found]))
"""
    theirs = json.loads(fresh_python(code, CAMELTOOLS_DATA=str(camel_data), HOME=str(camel_data)))
    ours = disambiguator("camel-mle")(words)
    assert [choice and choice.analysis.diac for choice in ours] == theirs


def test_bert_chooses_by_the_tag(camel_bert: Path) -> None:
    choices = disambiguator("camel-bert")(["كتاب", "مصر", "قلم", ""])
    assert lemmas(choices) == ["كتاب", "مصر", "قلم", None]
    known = [choice for choice in choices if choice]
    assert [choice.analysis.origin for choice in known] == ["lexicon", "lexicon", "guess"]
    assert all(0 < choice.score <= 1 for choice in known)


def test_bert_agrees_with_camels_own(camel_bert: Path) -> None:
    from newsnlp.morphology.camel.gateway import camel

    sentence = ["كتاب", "مصر", "قلم", "وكتابها", "كِتاب", "،"]
    ours = disambiguator("camel-bert")(sentence)
    from newsnlp.morphology.camel import load_database

    theirs = camel("disambig.bert.unfactored").BERTUnfactoredDisambiguator(
        str(camel_bert / MODEL),
        camel("morphology.analyzer").Analyzer(load_database(camel_bert / DATABASE), "NOAN_PROP"),
        use_gpu=False,
    )
    # within one piece of the model's length: CAMeL's own reading goes no further
    theirs._model["unfactored"].predict.__func__.__defaults__ = (32, 16)
    assert [choice and choice.analysis.diac for choice in ours] == [
        word.analyses[0].analysis["diac"] for word in theirs.disambiguate(sentence)
    ]


def test_bert_takes_sentences_of_all_lengths_at_once(camel_bert: Path) -> None:
    engine = disambiguator("camel-bert")
    sentences = [["مصر"] * 600, [], ["كتاب"], ["\u200d", "مصر"], ["كتاب", "قلم"] * 3]
    found = engine.sentences(sentences)
    assert [lemmas(choices) for choices in found] == [
        ["مصر"] * 600,
        [],
        ["كتاب"],
        [None, "مصر"],
        ["كتاب", "قلم"] * 3,
    ]
    assert found[2] == engine(["كتاب"])


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_a_missing_model_names_the_command(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "none"))
    with pytest.raises(ResourceError, match="is not in") as caught:
        disambiguator(engine)
    assert caught.value.remedy == f"newsnlp models install {engine}"


@pytest.mark.parametrize(
    ("engine", "file"),
    [
        ("camel-mle", COUNTS),
        ("camel-mle", DATABASE),
        ("camel-bert", MODEL / "default_config.json"),
        ("camel-bert", MODEL / "mle_model.json"),
        ("camel-bert", MODEL / "model.safetensors"),
        ("camel-bert", MODEL / "config.json"),
    ],
)
@pytest.mark.parametrize("content", [b"", b"\xff\xfe no model", b"[]", None])
def test_a_damaged_model_names_the_command(
    camel_bert: Path, engine: str, file: Path, content: bytes | None
) -> None:
    if content is None:
        (camel_bert / file).unlink()
    else:
        (camel_bert / file).write_bytes(content)
    with pytest.raises(ResourceError) as caught:
        disambiguator(engine)
    assert caught.value.remedy == f"newsnlp models install {engine}"


def test_missing_torch_names_the_command(camel_bert: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(ResourceError, match="torch is not installed") as caught:
        disambiguator("camel-bert")
    assert caught.value.remedy == "pip install torch transformers"


def test_an_unknown_engine_names_the_known(camel_data: Path) -> None:
    with pytest.raises(UsageError, match=r"'camel-crf'.*camel-mle, camel-bert"):
        disambiguator("camel-crf")
