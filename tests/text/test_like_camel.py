"""Our tokens beside those of CAMeL Tools, whose models were trained on its tokens."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

from newsnlp.text import tokenize

SEED = Path(__file__).parents[2] / "seeds" / "000_12ba7111f2471564.txt"

SUBJECTS = [
    "رئيس الوزراء الأردني",
    "المتحدّثة باسم الخارجية الروسية (ماريا زاخاروفا)",
    "وزير المالية، علي المنصوري،",
    'الأمين العام لـ"حزب العدالة"',
    "مصدرٌ أمنيّ - طلب ألا يُذكر اسمه -",
    "مسؤولو البنك المركزي/فرع عدن",
    "النائب د. سليم الحص",
]
VERBS = [
    "قال أمس إن",
    "أكّد لـ«الوكالة»:",
    "نفى… أن",
    "سأل: هل",
    "حذّر - مجددا - من أن",
    "أعلن؛ ثم كرر أن",
]
CLAIMS = [
    "المفاوضات ستُستأنف في 12 مايو/أيار المقبل.",
    "نسبة البطالة بلغت 14% في عام ٢٠١٩!",
    "الطائرة إف-16 لم تُقلع؟",
    "سعر الغاز ارتفع 30 في المئة (من 200 إلى 260 دولارا)؛ وهو الأعلى.",
    '"الهدنة" باقية" و«التهدئة» ممكنة، والله أعلم.',
    "الفريقين تعادلا 2-2 بعد وقت إضافي!!",
    "العـــراق وإيـران — وهما جاران — اتفقا على الحدود.",
    "سهم الشركة = 45 دولارا + أرباح * ربعية & مكافآت.",
    "فيروس كوفيد-19 انحسر ، كما يبدو .وأضاف: نعم",
]
SENTENCES = [
    f"{subject} {verb} {claim}" for subject, verb, claim in product(SUBJECTS, VERBS, CLAIMS)
]

# Where we part from CAMeL Tools on purpose: the text, its tokens, and ours.
DIFFERENCES = [
    ("separators in numbers", "بلغ 1,234.5", "بلغ 1 , 234 . 5", "بلغ 1,234.5"),
    ("Arabic separators", "٣٫٥ و 2،945", "٣ ٫ ٥ و 2 ، 945", "٣٫٥ و 2،945"),
    ("signs", "حرارة -3", "حرارة - 3", "حرارة -3"),
    ("dates", "17/10/2022", "17 / 10 / 2022", "17/10/2022"),
    ("times", "الساعة 12:30", "الساعة 12 : 30", "الساعة 12:30"),
    ("ellipses", "نعم... لا..", "نعم . . . لا . .", "نعم ... لا .."),
    ("hashtags", "#عاجل_الآن", "# عاجل _ الآن", "#عاجل_الآن"),
    ("mentions", "@a_b", "@ a _ b", "@a_b"),
    ("URLs", "http://x.org/a", "http : / / x . org / a", "http://x.org/a"),
    ("sites", "cnn.com", "cnn . com", "cnn.com"),
    ("e-mail", "a@b.org", "a @ b . org", "a@b.org"),
    ("Latin compounds", "Covid-19 AT&T", "Covid - 19 AT & T", "Covid-19 AT&T"),
    ("Latin apostrophes", "l'ONU", "l ' ONU", "l'ONU"),
    ("Latin abbreviations", "U.S. a", "U . S . a", "U.S. a"),
    ("clitics before numbers", "لـ2022 و30", "لـ2022 و30", "لـ 2022 و 30"),
    ("words behind numbers", "2015م", "2015م", "2015 م"),
    ("clitics before Latin", "لـCNN", "لـCNN", "لـ CNN"),
    ("superscripts", "كم²", "كم²", "كم ²"),
    ("controls at the edge", "\u200fقال\u202c", "\u200fقال\u202c", "قال"),
    ("controls alone", "قال \u200b ثم", "قال \u200b ثم", "قال ثم"),
    ("other control characters", "كل\x02مة", "كل\x02مة", "كل \x02 مة"),
]


@pytest.fixture(scope="module")
def camel(tmp_path_factory):
    """CAMeL Tools' tokenizer, with an empty catalogue so that it does not go and download one."""
    folder = tmp_path_factory.mktemp("camel")
    catalogue = {"version": "0", "packages": {}, "components": {}}
    (folder / "catalogue.json").write_text(json.dumps(catalogue), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAMELTOOLS_DATA", str(folder))
        from camel_tools.tokenizers.word import simple_word_tokenize

        yield simple_word_tokenize


def ours(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


def test_running_text_is_cut_alike(camel):
    assert len(SENTENCES) > 300
    different = [text for text in SENTENCES if ours(text) != camel(text)]
    assert different == []


def test_the_seed_article_is_cut_alike_but_for_its_ellipsis(camel):
    lines = SEED.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if ours(line) != camel(line)] == lines[:1]
    assert ours(lines[0]) == ["طائرات", "مسيرة", "..", *camel(lines[0])[4:]]


@pytest.mark.parametrize(
    ("text", "theirs", "expected"),
    [row[1:] for row in DIFFERENCES],
    ids=[row[0] for row in DIFFERENCES],
)
def test_every_difference_is_deliberate(camel, text, theirs, expected):
    assert camel(text) == theirs.split()
    assert ours(text) == expected.split()
    assert theirs.split() != expected.split()
