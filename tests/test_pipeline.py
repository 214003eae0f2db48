from __future__ import annotations

import pickle
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsnlp
from newsnlp import pipeline
from newsnlp.entities.words import Word
from newsnlp.errors import ResourceError, UsageError
from newsnlp.model import Article, Doc
from newsnlp.morphology.engines import CamelChoice
from newsnlp.pipeline import Pipeline

TEXT = "زار الرئيس بيروت أمس."


def articles(count: int) -> Iterator[Article]:
    return (Article(f"{number}.txt", f"خبر رقم {number}") for number in range(count))


def test_version_is_the_packages() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
    assert newsnlp.__version__ == project["project"]["version"]


def test_stages_bring_what_they_build_on() -> None:
    assert Pipeline(stages=("entities",)).stages == ("tokens", "morphology", "entities")
    assert Pipeline(stages=("dates",)).stages == ("tokens", "dates")


@pytest.mark.parametrize("wrong", [{"engine": "farasa"}, {"stages": ("parse",)}])
def test_unknown_names_are_usage_errors(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="unknown") as raised:
        Pipeline(**wrong)  # type: ignore[arg-type]
    assert "one of" in raised.value.remedy


def test_layers_that_did_not_run_are_none() -> None:
    doc = newsnlp.load(stages=("tokens",))(TEXT)
    assert [token.text for token in doc.tokens] == ["زار", "الرئيس", "بيروت", "أمس", "."]
    assert doc.tokens[0].analysis is None
    assert (doc.mentions, doc.entities, doc.dates) == (None, None, None)


@pytest.mark.usefixtures("fake_stages")
def test_all_stages_run_by_default() -> None:
    doc = newsnlp.load()(Article("a", TEXT))
    assert doc.tokens[0].lemma == "زار"
    assert doc.entities is not None and doc.entities[0].english == "Beirut"
    assert doc.dates is not None and doc.dates[0].text == "أمس"


def test_pretokenized_text_is_not_cut_anew() -> None:
    doc = newsnlp.load(stages=("tokens",), pretokenized=True)("5.5% ،قال")
    assert [token.text for token in doc.tokens] == ["5.5%", "،قال"]


def test_stream_reads_no_further_than_it_must() -> None:
    taken = []

    def watched() -> Iterator[Article]:
        for article in articles(10):
            taken.append(article.source)
            yield article

    docs = newsnlp.load(stages=("tokens",)).stream(watched())
    next(docs)
    assert taken == ["0.txt"]


@pytest.mark.usefixtures("fake_stages")
def test_a_failure_is_raised_or_told_and_the_rest_go_on() -> None:
    given = [Article("good", "خبر"), Article("bad", "عطل"), Article("last", "خبر")]
    nlp = newsnlp.load(stages=("morphology",))
    with pytest.raises(RuntimeError, match="on purpose"):
        list(nlp.stream(given))
    told: list[tuple[str, str]] = []
    docs = nlp.stream(given, on_error=lambda article, e: told.append((article.source, str(e))))
    assert [doc.source for doc in docs] == ["good", "last"]
    assert told == [("bad", "broken on purpose")]


def test_a_missing_model_ends_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(engine: str) -> None:
        raise ResourceError("gone", remedy="get it back")

    monkeypatch.setattr(pipeline, "_open_morphology", missing)
    told: list[Exception] = []
    with pytest.raises(ResourceError, match="gone"):
        list(newsnlp.load().stream(articles(2), on_error=lambda _, e: told.append(e)))
    assert told == []


def test_a_stage_that_cannot_be_imported_is_a_resource_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unimportable() -> None:
        raise ImportError("No module named 'pycrfsuite'")

    monkeypatch.setattr(pipeline, "_open_dates", unimportable)
    with pytest.raises(ResourceError, match="pycrfsuite"):
        newsnlp.load(stages=("dates",))(TEXT)


def test_workers_give_the_same_documents_in_the_same_order() -> None:
    nlp = newsnlp.load(stages=("tokens",))
    given = [*articles(100), Article("bad", b"x"), *articles(3)]  # type: ignore[arg-type]
    told: list[tuple[str, Exception]] = []

    def tell(article: Article, error: Exception) -> None:
        told.append((article.source, error))

    alone = list(nlp.stream(given, on_error=tell))
    together = list(nlp.stream(given, jobs=2, on_error=tell))
    assert together == alone
    assert len(alone) == 103
    assert [(source, type(error)) for source, error in told] == [("bad", TypeError)] * 2
    assert "Traceback" in told[1][1].__notes__[0]


def test_chunks_end_by_number_and_by_size() -> None:
    long = Article("long", "ا" * 60_000)
    sizes = [len(chunk) for chunk in pipeline._chunks([long, long, *articles(40)])]
    assert sizes == [1, 1, 32, 8]


def test_negative_jobs_are_a_usage_error() -> None:
    with pytest.raises(UsageError):
        next(newsnlp.load(stages=("tokens",)).stream(articles(1), jobs=-1))


def test_any_exception_can_leave_its_process() -> None:
    class LocalError(Exception):
        pass

    sent = pipeline._portable(LocalError("من مكان ما"))
    assert "LocalError: من مكان ما" in str(pickle.loads(pickle.dumps(sent)))


def test_documents_survive_the_way_between_processes(build: object) -> None:
    doc: Doc = build([("بيروت", "بيروت", "noun_prop")])  # type: ignore[operator]
    assert pickle.loads(pickle.dumps(doc)) == doc


def test_camels_engines_leave_digits_to_rules_and_unknown_words_to_guesses(
    monkeypatch: pytest.MonkeyPatch, word: object
) -> None:
    class Engine:
        def sentences(self, sentences: list[list[str]]) -> list[list[CamelChoice | None]]:
            known = CamelChoice(word("زار", "verb"), 0.8)  # type: ignore[operator]
            return [[known if text == "زار" else None for text in words] for words in sentences]

    monkeypatch.setattr("newsnlp.morphology.engines.disambiguator", lambda name: Engine())
    tokens = newsnlp.load("camel-mle", stages=("morphology",))("زارَ ٢٠١٥ كرونباخ.").tokens
    assert [(t.lemma, t.analysis.origin) for t in tokens if t.analysis] == [
        ("زار", "lexicon"),
        ("2015", "rule"),
        ("كرونباخ", "guess"),
        (".", "rule"),
    ]


def test_camel_bert_has_names_from_its_own_recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    class Recognizer:
        def __call__(self, sentences: list[list[Word]]) -> list[list[tuple[str, float]]]:
            self.asked = sentences
            return [
                [("B-LOC" if word.token.text == "قرمشة" else "O", 0.75) for word in words]
                for words in sentences
            ]

    recognizer = Recognizer()
    monkeypatch.setattr("newsnlp.entities.camel_ner.CamelRecognizer", lambda: recognizer)
    stage = pipeline._open_entities("camel-bert")
    doc = stage(newsnlp.load(stages=("tokens",))("وصل إلى قرمشة.\nبيروت غائبة."))
    assert len(recognizer.asked) == 2  # both sentences at once
    assert [(m.text, m.type, m.score) for m in doc.mentions or ()] == [("قرمشة", "LOC", 0.75)]


def test_the_other_engines_have_names_from_the_bundled_tagger() -> None:
    doc = newsnlp.load(stages=("tokens",))("تساند إيران روسيا.")
    for engine in ("bundled", "camel-mle"):
        mentions = pipeline._open_entities(engine)(doc).mentions or ()
        assert [(m.text, m.type) for m in mentions] == [("إيران", "LOC"), ("روسيا", "LOC")]
