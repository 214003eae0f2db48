from __future__ import annotations

from collections.abc import Mapping

import pytest

from newsnlp.morphology.camel import to_analysis
from newsnlp.morphology.camel.features import ENCLITICS, PROCLITICS, UPOS


def noun(diac: str, **features: str) -> Mapping[str, str]:
    return {"diac": diac, "lex": "كِتاب_1", "pos": "noun", **features}


@pytest.mark.parametrize(
    ("features", "lemma", "lemma_diac"),
    [
        (noun("كِتاب"), "كتاب", "كِتاب"),
        ({"diac": "ارْتِفاعِ", "lex": "ٱِرْتِفاع-1", "pos": "noun"}, "ارتفاع", "ٱِرْتِفاع"),
        ({"diac": "هٰذا", "lex": "هٰذا", "pos": "pron_dem"}, "هذا", "هٰذا"),
        ({"diac": "قَلَم", "pos": "noun", "lex": ""}, "قلم", "قَلَم"),
        ({"diac": "-", "lex": "-", "pos": "punc"}, "-", "-"),
        ({"diac": "_", "lex": "_", "pos": "noun"}, "_", "_"),
    ],
)
def test_lemma(features: Mapping[str, str], lemma: str, lemma_diac: str) -> None:
    analysis = to_analysis(features)
    assert (analysis.lemma, analysis.lemma_diac) == (lemma, lemma_diac)


@pytest.mark.parametrize(
    ("features", "proclitics", "stem", "enclitics"),
    [
        (noun("كِتابِ"), (), "كتاب", ()),
        (
            noun("وَلِلْكِتابِ", prc2="wa_conj", prc1="li_prep", prc0="Al_det"),
            ("و", "ل", "ال"),
            "كتاب",
            (),
        ),
        (noun("لِلُّغَةِ", prc1="li_prep", prc0="Al_det", stem="لُغَ"), ("ل", "ال"), "لغة", ()),
        (noun("كِتابُها", enc0="3fs_poss"), (), "كتاب", ("ها",)),
        (noun("كِتابِي", enc0="1s_poss"), (), "كتاب", ("ي",)),
        (
            noun("سَيَكْتُبُنِي", prc1="sa_fut", enc0="1s_dobj", stem="كْتُب"),
            ("س",),
            "يكتب",
            ("ني",),
        ),
        (noun("إِنَّنِي", enc0="1s_pron", stem="إِنَّ"), (), "إن", ("ني",)),
        (noun("إِنِّي", enc0="1s_pron", stem="إِنّ"), (), "إن", ("ي",)),
        (
            noun("أَفَبِالكِتابِ", prc3=">a_ques", prc2="fa_conj", prc1="bi_prep", prc0="Al_det"),
            ("أ", "ف", "ب", "ال"),
            "كتاب",
            (),
        ),
        (noun("كِتاب", prc2="0", prc1="na", enc0="0"), (), "كتاب", ()),
        (noun("كِتاب", prc2="unheard_of", enc0="unheard_of"), (), "كتاب", ()),
        (noun("لا", prc0="lA_neg"), ("لا",), "لا", ()),
    ],
)
def test_clitics_in_text_order(
    features: Mapping[str, str],
    proclitics: tuple[str, ...],
    stem: str,
    enclitics: tuple[str, ...],
) -> None:
    analysis = to_analysis(features)
    assert (analysis.proclitics, analysis.stem, analysis.enclitics) == (
        proclitics,
        stem,
        enclitics,
    )


@pytest.mark.parametrize("value", sorted(ENCLITICS))
def test_every_enclitic_leaves_its_stem(value: str) -> None:
    analysis = to_analysis(noun("كِتاب" + ENCLITICS[value], enc0=value))
    assert (analysis.stem, analysis.enclitics) == ("كتاب", (ENCLITICS[value],))


@pytest.mark.parametrize("value", sorted(PROCLITICS))
def test_every_proclitic_leaves_its_stem(value: str) -> None:
    analysis = to_analysis(noun(PROCLITICS[value] + "كِتاب", prc1=value))
    assert (analysis.proclitics, analysis.stem) == ((PROCLITICS[value],), "كتاب")


@pytest.mark.parametrize("person", ["1s", "1p", "2ms", "2fs", "2d", "2mp", "2fp", "3ms", "3d"])
def test_a_pronoun_is_written_alike_after_nouns_and_particles(person: str) -> None:
    assert ENCLITICS[f"{person}_poss"] == ENCLITICS[f"{person}_pron"]


@pytest.mark.parametrize(
    ("pos", "ud", "prc2", "upos"),
    [
        ("noun", None, None, "NOUN"),
        ("verb", "CCONJ+VERB", "wa_conj", "VERB"),
        ("part_fut", "CCONJ+AUX", "wa_conj", "AUX"),
        ("noun", "CCONJ+ADP+NOUN", "wa_conj", "NOUN"),
        ("noun", "PREP", None, "NOUN"),
        ("new_tag", None, None, "X"),
    ],
)
def test_upos(pos: str, ud: str | None, prc2: str | None, upos: str) -> None:
    features = {"diac": "كِتاب", "lex": "كِتاب", "pos": pos, "ud": ud, "prc2": prc2}
    assert to_analysis(features).upos == upos


def test_upos_are_universal() -> None:
    universal = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"
    assert set(UPOS.values()) <= set(universal.split())


@pytest.mark.parametrize(
    ("root", "cleaned"),
    [
        ("ك.ت.ب", "كتب"),
        ("#.م.ر", "مر"),
        ("ق.و.ل2", "قول"),
        ("كتب", "كتب"),
        ("NTWS", None),
        ("PUNC", None),
        ("#", None),
        ("", None),
    ],
)
def test_root(root: str, cleaned: str | None) -> None:
    assert to_analysis(noun("كِتاب", root=root)).root == cleaned


@pytest.mark.parametrize(
    ("features", "gloss"),
    [
        (noun("كِتاب", stemgloss="book;books"), "book, books"),
        (noun("كِتاب", stemgloss="United_States"), "United States"),
        (noun("كِتاب", stemgloss=";"), None),
        (noun("كِتاب", stemgloss="NO_ANALYSIS"), None),
        (noun("وَكِتابُها", prc2="wa_conj", enc0="3fs_poss", gloss="and+book+her"), "book"),
        (noun("كِتاب", prc2="wa_conj", gloss="book"), "book"),
        (noun("كِتاب"), None),
    ],
)
def test_gloss(features: Mapping[str, str], gloss: str | None) -> None:
    assert to_analysis(features).gloss == gloss


def test_features_keep_what_applies() -> None:
    analysis = to_analysis(
        noun("كِتاب", gen="m", num="s", asp="na", cas="u", stt="-", rat="i", enc0="0", bw="x")
    )
    assert analysis.features == {"gen": "m", "num": "s", "rat": "i"}


@pytest.mark.parametrize(
    ("source", "pos", "origin"),
    [
        ("lex", "noun", "lexicon"),
        ("spvar", "noun", "lexicon"),
        (None, "noun", "lexicon"),
        ("backoff", "noun_prop", "guess"),
        ("digit", "digit", "rule"),
        ("punc", "punc", "rule"),
        ("foreign", "foreign", "rule"),
        (None, "punc", "rule"),
    ],
)
def test_origin(source: str | None, pos: str, origin: str) -> None:
    features = {"diac": "x", "lex": "x", "pos": pos, "source": source}
    assert to_analysis(features).origin == origin


def test_what_rules_recognise_is_its_own_lemma_and_has_no_gloss() -> None:
    analysis = to_analysis(
        {"diac": "٢٠١٥", "lex": "٢٠١٥", "pos": "digit", "source": "digit", "gloss": "٢٠١٥"}
    )
    assert (analysis.lemma, analysis.stem, analysis.upos) == ("٢٠١٥", "٢٠١٥", "NUM")
    assert analysis.gloss is analysis.root is None
