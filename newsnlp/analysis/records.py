"""The records that leave newsnlp, each declared once, as data.

A record is a plain ``dict`` whose keys are its kind's fields, in their order. The tables, the
delimited files, the JSON and its schema are all drawn from these declarations, so a field that is
not declared here reaches nobody.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsnlp.analysis.schema import SOURCE, Field, RecordKind

__all__ = [
    "ANALYSIS",
    "DATE",
    "ENTITY",
    "FREQUENCY",
    "FREQUENCY_BY",
    "KINDS",
    "MENTION",
    "SUMMARY",
    "TOKEN",
]


def _arabic(
    name: str, description: str, *, column: str | None = None, nullable: bool = False
) -> Field:
    return Field(name, "string", description, nullable, column, "right")


def _integer(name: str, description: str, *, column: str | None = None) -> Field:
    return Field(name, "integer", description, column=column, align="right")


def _number(
    name: str, description: str, *, column: str | None = None, nullable: bool = False
) -> Field:
    return Field(name, "number", description, nullable, column, "right")


_SENTENCE = _integer("sentence", "index of the sentence in its text, from 0", column="sent.")
_START = _integer("start", "offset of the first character, in code points of the text as read")
_END = _integer("end", "offset after the last character, in code points of the text as read")
_COUNT = _integer("count", "occurrences", column="count")
_ENTITY_TYPE = Field(
    "type",
    "string",
    "PER, LOC, ORG, MISC (as in ANERcorp), NORP, DATE, MONEY, PERCENT or QUANTITY",
    column="type",
    values=("PER", "LOC", "ORG", "MISC", "NORP", "DATE", "MONEY", "PERCENT", "QUANTITY"),
)
_NAMING = (
    _arabic("name", "the Arabic name under which mentions are counted together", column="name"),
    Field(
        "english",
        "string",
        "the usual English name, or a romanisation",
        nullable=True,
        column="english",
    ),
    Field(
        "english_origin",
        "string",
        "where the English name comes from; null where there is none",
        nullable=True,
        values=("gazetteer", "romanised"),
    ),
)
_LEMMA = _arabic("lemma", "the dictionary form without diacritics", column="lemma")
_LEMMA_DIAC = _arabic("lemma_diac", "the dictionary form with diacritics")
_POS = Field("pos", "string", "part of speech in CAMeL Tools' tag set", column="pos")
_GLOSS = Field("gloss", "string", "English gloss", nullable=True, column="gloss")
_FORMS = Field(
    "forms",
    "strings",
    "the surface forms that were merged, each once",
    column="forms",
    align="right",
)
_PER_MILLION = _number("per_million", "occurrences per million words", column="per million")

_MORPHOLOGY = (
    _LEMMA,
    _LEMMA_DIAC,
    _POS,
    Field("upos", "string", "part of speech in the tag set of Universal Dependencies"),
    _arabic("root", "the consonantal root", column="root", nullable=True),
    _GLOSS,
    Field("proclitics", "strings", "what is written before the stem, in text order"),
    _arabic("stem", "what is left without proclitics and enclitics"),
    Field("enclitics", "strings", "object and possessive pronouns after the stem, in text order"),
    Field("features", "object", "the inflection features that apply: asp, gen, num, stt, ..."),
    _arabic("diac", "the whole form with diacritics", nullable=True),
    Field(
        "origin",
        "string",
        "what explained the form",
        values=("lexicon", "rule", "guess"),
    ),
    _number("score", "share of probability the analysis holds, 0 to 1", nullable=True),
)

TOKEN = RecordKind(
    "token",
    "tokens",
    (
        SOURCE,
        _SENTENCE,
        _integer("index", "index of the token in its sentence, from 0"),
        _arabic("text", "the surface form", column="text"),
        _START,
        _END,
        *_MORPHOLOGY,
    ),
)

ANALYSIS = RecordKind(
    "analysis",
    "analyze",
    (
        SOURCE,
        _arabic("word", "the word as it was given"),
        _integer("rank", "1 is the most probable analysis", column="rank"),
        *_MORPHOLOGY,
    ),
)

MENTION = RecordKind(
    "mention",
    "entities",
    (
        SOURCE,
        _ENTITY_TYPE,
        _arabic("text", "the surface form, without proclitics", column="text"),
        _START,
        _END,
        _SENTENCE,
        *_NAMING,
        _number("score", "confidence, 0 to 1"),
    ),
)

ENTITY = RecordKind(
    "entity",
    "entities",
    (
        SOURCE,
        _ENTITY_TYPE,
        *_NAMING,
        _integer("count", "number of mentions", column="count"),
        _number("score", "confidence, 0 to 1"),
        _FORMS,
        Field(
            "mentions",
            "objects",
            "every place in the text that names it, in text order",
            fields=(
                _arabic("text", "the surface form, without proclitics"),
                _START,
                _END,
                _SENTENCE,
                _number("score", "confidence, 0 to 1"),
            ),
        ),
    ),
)

_DATE_FIELDS = (
    _arabic("text", "the surface form", column="text"),
    Field("value", "string", "ISO 8601 value", nullable=True, column="value"),
    Field("grain", "string", "day, week, month, year, decade, time, ...", column="grain"),
)

DATE = RecordKind(
    "date",
    "dates",
    (
        SOURCE,
        _SENTENCE,
        _DATE_FIELDS[0],
        _START,
        _END,
        *_DATE_FIELDS[1:],
        Field("rule", "string", "name of the rule that found it"),
    ),
)

FREQUENCY = RecordKind(
    "frequency",
    "frequencies",
    (SOURCE, _LEMMA, _LEMMA_DIAC, _POS, _GLOSS, _COUNT, _PER_MILLION, _FORMS),
)

FREQUENCY_BY: Mapping[str, RecordKind] = {
    "lemma": FREQUENCY,
    "form": RecordKind(
        "frequency_form",
        "frequencies",
        (SOURCE, _arabic("form", "the surface form", column="form"), _COUNT, _PER_MILLION),
    ),
    "root": RecordKind(
        "frequency_root",
        "frequencies",
        (
            SOURCE,
            _arabic("root", "the consonantal root", column="root"),
            _COUNT,
            _PER_MILLION,
            _FORMS,
        ),
    ),
    "pos": RecordKind("frequency_pos", "frequencies", (SOURCE, _POS, _COUNT, _PER_MILLION)),
    "ngram": RecordKind(
        "frequency_ngram",
        "frequencies",
        (
            SOURCE,
            _arabic("ngram", "neighbouring words, as lemmas", column="n-gram"),
            _COUNT,
            _PER_MILLION,
            _FORMS,
        ),
    ),
}

SUMMARY = RecordKind(
    "summary",
    "summary",
    (
        SOURCE,
        _arabic("title", "the headline", nullable=True, column="title"),
        Field("date", "string", "ISO 8601 date the text carries", nullable=True, column="date"),
        _integer("words", "tokens with letters or digits", column="words"),
        _integer("sentences", "sentences", column="sentences"),
        _integer("types", "distinct surface forms", column="distinct forms"),
        _integer("lemmas", "distinct lemmas", column="distinct lemmas"),
        Field(
            "top_lemmas",
            "objects",
            "the commonest content lemmas, commonest first",
            column="top lemmas",
            fields=(_LEMMA, _LEMMA_DIAC, _POS, _GLOSS, _COUNT),
        ),
        Field(
            "entities",
            "objects",
            "the commonest entities, grouped by type, commonest first",
            column="entities",
            fields=(_ENTITY_TYPE, *_NAMING, _COUNT),
        ),
        Field(
            "key_phrases",
            "objects",
            "key phrases, best first; null where they were not looked for",
            nullable=True,
            column="key phrases",
            fields=(
                _arabic("phrase", "the phrase as the text has it", column="phrase"),
                _number("score", "how much it stands out; higher is better", column="score"),
            ),
        ),
        Field(
            "lead",
            "strings",
            "the sentences that open the story; null where they were not looked for",
            nullable=True,
            column="lead",
            align="right",
        ),
        Field(
            "dates",
            "objects",
            "date expressions in text order",
            column="dates",
            fields=_DATE_FIELDS,
        ),
        Field(
            "quotes",
            "objects",
            "who said what, in text order; null where they were not looked for",
            nullable=True,
            column="quotes",
            fields=(
                _arabic("speaker", "who is quoted", nullable=True, column="speaker"),
                _arabic("cue", "the verb of saying", nullable=True, column="cue"),
                _arabic("content", "what was said", column="content"),
            ),
        ),
    ),
    layout="card",
)

KINDS: Mapping[str, RecordKind] = {
    kind.name: kind
    for kind in (TOKEN, ENTITY, MENTION, DATE, *FREQUENCY_BY.values(), SUMMARY, ANALYSIS)
}
