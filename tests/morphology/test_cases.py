"""Case, state and mood by what stands beside the word."""

from __future__ import annotations

import pytest

from newsnlp.model import Analysis
from newsnlp.morphology.cases import in_variant, wanted
from newsnlp.morphology.readings import Reading, Variant, tag_of


def reading(lemma: str, pos: str, *variants: str, before: str = "", after: str = "") -> Reading:
    """A reading whose variants are ``diac:feature=value,feature=value``."""
    found = []
    for variant in variants or (lemma,):
        diac, _, features = variant.partition(":")
        found.append(Variant(diac, dict(f.split("=") for f in features.split(",") if f)))
    analysis = Analysis(
        lemma, lemma, pos, "X", proclitics=tuple(before.split()), enclitics=tuple(after.split()),
        features={"gen": "m", "num": "s", **found[0].features}, diac=found[0].diac,
    )  # fmt: skip
    return Reading(analysis, tuple(found), tag_of(analysis), True)


BOOK = ("كِتابُ:stt=c,cas=n", "كِتابِ:stt=c,cas=g", "كِتابَ:stt=c,cas=a",
        "كِتابٌ:stt=i,cas=n", "كِتابٍ:stt=i,cas=g", "كِتابًا:stt=i,cas=a")  # fmt: skip
THE_BOOK = ("الكِتابُ:stt=d,cas=n", "الكِتابِ:stt=d,cas=g", "الكِتابَ:stt=d,cas=a")
WRITES = ("يَكْتُبُ:mod=i,vox=a", "يَكْتُبَ:mod=s,vox=a", "يَكْتُبْ:mod=j,vox=a", "يُكْتَبُ:mod=i,vox=p",
          "يُكْتَبَ:mod=s,vox=p", "يُكْتَبْ:mod=j,vox=p")  # fmt: skip
book = reading("كتاب", "noun", *BOOK)
the_book = reading("كتاب", "noun", *THE_BOOK, before="ال")
in_a_book = reading("كتاب", "noun", "بِكِتابٌ:stt=i,cas=n", "بِكِتابٍ:stt=i,cas=g", before="ب")
writes = reading("كتب", "verb", *WRITES)
name = reading("سمير", "noun_prop")


@pytest.mark.parametrize(
    ("before", "word", "after", "diac"),
    [
        (reading("في", "prep"), the_book, None, "الكِتابِ"),
        (reading("في", "prep"), book, None, "كِتابٍ"),
        (reading("في", "prep"), book, name, "كِتابِ"),
        (None, in_a_book, None, "بِكِتابٍ"),
        (reading("وزارة", "noun"), the_book, None, "الكِتابِ"),
        (reading("قال", "verb"), the_book, None, "الكِتابُ"),
        (reading("إن", "verb_pseudo"), the_book, None, "الكِتابَ"),
        (reading("أن", "conj_sub"), the_book, None, "الكِتابَ"),
        (None, book, None, "كِتابٌ"),
        (reading("لم", "part_neg"), writes, None, "يَكْتُبْ"),
        (reading("أن", "conj_sub"), writes, None, "يَكْتُبَ"),
        (reading("لن", "part_neg"), writes, None, "يَكْتُبَ"),
        (reading("قد", "part_verb"), writes, None, "يَكْتُبُ"),
        (None, writes, None, "يَكْتُبُ"),
    ],
)
def test_neighbours_choose(
    before: Reading | None, word: Reading, after: Reading | None, diac: str
) -> None:
    sentence = [one for one in (before, word, after) if one]
    at = 1 if before else 0
    chosen = in_variant(word, list(wanted(sentence))[at])
    assert chosen.diac == diac
    feature = next(v for v in word.variants if v.diac == diac).features
    assert feature.items() <= chosen.features.items()
    assert chosen.features["gen"] == "m"


def test_a_word_with_one_variant_is_asked_nothing() -> None:
    assert list(wanted([name, book])) == [(), (("stt", "i"), ("cas", "g"))]
    assert in_variant(name, ()) is name.analysis
