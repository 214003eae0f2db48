"""The seat of hamza, madda, and where morphemes part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.morphology.orthography import letters, realise, tidy


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        # beginning of a word
        ("ءَكَل", "أَكَل"), ("ءِعْلان", "إِعْلان"), ("ءُسْرَة", "أُسْرَة"), ("ءاخَر", "آخَر"),
        ("ءَءْكُل", "آكُل"), ("ءِءْمان", "إِيمان"), ("ءُءْمِن", "أُومِن"),
        # inside: the strongest of the two vowels decides
        ("سَءَل", "سَأَل"), ("سُءِل", "سُئِل"), ("رَءِيس", "رَئِيس"), ("بِءْر", "بِئْر"), ("رُءُوس", "رُؤُوس"),
        ("مَسْءُول", "مَسْؤُول"), ("مَسْءَلَة", "مَسْأَلَة"), ("مُءْتَمَر", "مُؤْتَمَر"), ("فَءْس", "فَأْس"),
        # after long vowels
        ("قِراءَة", "قِراءَة"), ("مُرُوءَة", "مُرُوءَة"), ("بِيءَة", "بِيئَة"), ("تَساءُل", "تَساؤُل"),
        ("مَساءِل", "مَسائِل"),
        # end of a word: only what stands before counts
        ("بَدَء", "بَدَأ"), ("قارِء", "قارِئ"), ("تَباطُء", "تَباطُؤ"), ("شَيْء", "شَيْء"), ("جُزْء", "جُزْء"),
        ("سَماء", "سَماء"),
        # over the joint of stem and ending
        ("قَرَء+َ", "قَرَأَ"), ("قَرَء+ُوا", "قَرَؤُوا"), ("يَ+قْرَء+ُ", "يَقْرَأُ"), ("قَرَء+ا", "قَرَآ"),
        ("جُزْء+ًا", "جُزْءًا"), ("شَيْء+ًا", "شَيْئًا"), ("أَصْدِقاء+ِهِ", "أَصْدِقائِهِ"),
        ("أَصْدِقاء+ُهُ", "أَصْدِقاؤُهُ"), ("أَصْدِقاء+َهُ", "أَصْدِقاءَهُ"), ("جُزْء+َيْنِ", "جُزْأَيْنِ"),
    ],
)  # fmt: skip
def test_hamza(parts: str, written: str) -> None:
    assert tidy("".join(realise(parts.split("+")))) == tidy(written)


def test_madda_over_a_joint_belongs_to_the_first() -> None:
    assert realise(["قَرَء", "ا"]) == ("قَرَآ", "")
    assert realise(["يَ", "قْرَء", "ُونَ"]) == ("يَ", "قْرَؤ", "ُونَ")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("كِتَاب", "كِتاب"), ("هُدَى", "هُدَى"), ("كَتَّب", "كَتَّب"), ("كَتَ\u0651ب", "كَتَ\u0651ب"), ("", "")],
)
def test_tidy_gives_one_spelling(typed: str, kept: str) -> None:
    shadda_first = tidy(kept)
    assert tidy(typed) == shadda_first
    assert "\u064e\u0651" not in tidy(typed)


# A letter with the marks that one letter may carry, in either order of shadda and vowel.
SPELLED = st.tuples(
    st.sampled_from("ءبتسلمنيوا"),
    st.sampled_from(["", "\u064e", "\u064f", "\u0650", "\u0652", "\u0651\u064e", "\u064e\u0651"]),
).map("".join)
PIECES = st.lists(SPELLED, max_size=4).map("".join)


@given(PIECES)
def test_tidy_is_done_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.lists(PIECES, min_size=1, max_size=3))
def test_realise_keeps_the_morphemes_apart(parts: list[str]) -> None:
    """As many morphemes as before, and no letter but hamzas and what stands beside them changes."""
    written = realise(parts)
    assert len(written) == len(parts)
    for before, after in zip(parts, written, strict=True):
        assert [c for c in before if c in "بتسلمن"] == [c for c in after if c in "بتسلمن"]


def test_letters_carry_their_marks() -> None:
    found = letters("مُدَّة", part=2)
    assert [(one.base, len(one.marks), one.part) for one in found] == [
        ("م", 1, 2), ("د", 2, 2), ("ة", 0, 2),
    ]  # fmt: skip
    assert [one.vowel for one in found] == ["u", "a", ""]
    with pytest.raises(ValueError, match="begins with a mark"):
        letters("َكتب")
