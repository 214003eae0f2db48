from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsnlp.arabic import FORMAT_CONTROLS
from newsnlp.text import tokenize
from newsnlp.text.tokens import kind_of

KINDS = {"word", "latin", "number", "punct", "url", "email", "mention", "hashtag", "emoji", "other"}
BLANK = re.compile(rf"[\s{FORMAT_CONTROLS}]")
TRICKY = 'ابلوةىَّـ٣1,.،؟"«(-+:/#@_%aZé²👨🏽🇪🇬\u200d\u200c\u202e\ufe0f\u0301\x00\x1b\ud800 \n\u2028'


def surfaces(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # numbers
        ("1,234.5", ["1,234.5"]),
        ("1,234,567", ["1,234,567"]),
        ("٣٫٥", ["٣٫٥"]),
        ("2،945", ["2،945"]),
        ("1ر5", ["1ر5"]),
        ("في 2017،2018", ["في", "2017", "،", "2018"]),
        ("1,2,3", ["1", ",", "2,3"]),
        ("-3 +4", ["-3", "+4"]),
        ("(-٣)", ["(", "-٣", ")"]),
        ("2-1", ["2", "-", "1"]),
        ("2 -1", ["2", "-", "1"]),
        ("50% ٥٠٪", ["50", "%", "٥٠", "٪"]),
        ("17/10/2022 2022-10-17 17/10", ["17/10/2022", "2022-10-17", "17/10"]),
        ("2017/2018", ["2017", "/", "2018"]),
        ("12:30 9:05:10", ["12:30", "9:05:10"]),
        ("$50", ["$", "50"]),
        # marks of punctuation
        ("الإيراني- الروسي", ["الإيراني", "-", "الروسي"]),
        ("مسيرة.. لماذا... ثم…", ["مسيرة", "..", "لماذا", "...", "ثم", "…"]),
        ("أحقا؟!", ["أحقا", "؟", "!"]),
        ("«نعم» “لا”", ["«", "نعم", "»", "“", "لا", "”"]),
        ("الأحد ـ الاثنين", ["الأحد", "ـ", "الاثنين"]),
        ("انتهى .وقالت", ["انتهى", ".", "وقالت"]),
        # other scripts, and where they touch Arabic
        ("Covid-19 F-16 AT&T U.S. l’ONU", ["Covid-19", "F-16", "AT&T", "U.S.", "l’ONU"]),
        ("iPhone7 5G", ["iPhone7", "5G"]),
        ("كوفيد-19", ["كوفيد", "-", "19"]),
        ('ب"الناتو"', ["ب", '"', "الناتو", '"']),
        ("لـ2022 2015م و1", ["لـ", "2022", "2015", "م", "و", "1"]),
        ("لـCNN وBBC", ["لـ", "CNN", "و", "BBC"]),
        ("كم²", ["كم", "²"]),
        ("नमस्ते e\u0301té", ["नमस्ते", "e\u0301té"]),
        # the web
        ("(https://x.com/a?b=1)، ثم", ["(", "https://x.com/a?b=1", ")", "،", "ثم"]),
        ("http://a.ae/b/.وتهدف", ["http://a.ae/b/", ".", "وتهدف"]),
        ("www.cnn.com. CNN.com، ", ["www.cnn.com", ".", "CNN.com", "،"]),
        ("info@news.example.org.", ["info@news.example.org", "."]),
        ("@nbh_mo) @قناة_العربية", ["@nbh_mo", ")", "@قناة_العربية"]),
        ("#عاجل_الآن #G20 #1", ["#عاجل_الآن", "#G20", "#", "1"]),
        ("العربية.نت", ["العربية", ".", "نت"]),
        ("a_b", ["a", "_", "b"]),
        # emoji
        ("👨\u200d👩\u200d👧👍🏽❤️", ["👨\u200d👩\u200d👧", "👍🏽", "❤️"]),
        ("🇪🇬🇸🇦1️⃣", ["🇪🇬", "🇸🇦", "1️⃣"]),
        # marks and controls
        ("مُحَمَّدٌ العـــراق", ["مُحَمَّدٌ", "العـــراق"]),
        ("می\u200cشود", ["می\u200cشود"]),
        ("\u200fقال\u200f \u202c", ["قال"]),
        ("\x1b[31m", ["\x1b", "[", "31m"]),
    ],
)
def test_tokens(text, expected):
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    ("surface", "kind"),
    [
        ("كتاب", "word"),
        ("CNN", "latin"),
        ("Москва", "latin"),
        ("٣٫٥", "number"),
        ("؟", "punct"),
        ("$", "punct"),
        ("ـ", "punct"),
        ("...", "punct"),
        ("https://x.com/", "url"),
        ("a@b.org", "email"),
        ("@name", "mention"),
        ("#وسم", "hashtag"),
        ("🇪🇬", "emoji"),
        ("\x1b", "other"),
        ("\u064e", "other"),
        # not ours: tokens of other people's cutting
        ("كوفيد-19", "word"),
        ("+ها", "word"),
        ("2017-2018", "number"),
        ("--", "punct"),
        ("\u200f", "other"),
    ],
)
def test_kinds(surface, kind):
    assert kind_of(surface) == kind


@given(st.text(st.characters(codec=None) | st.sampled_from(TRICKY)))
@example("\u200f\u064e\u200fا\u200f")
@example("👨\u200d\u200d👩")
def test_every_character_that_is_not_blank_is_in_one_token(text):
    end = 0
    for token in tokenize(text):
        assert token.text and token.text == text[token.start : token.end]
        assert all(BLANK.fullmatch(char) for char in text[end : token.start])
        assert token.text.split() == [token.text]
        assert token.kind in KINDS
        assert kind_of(token.text) in KINDS
        end = token.end
    assert all(BLANK.fullmatch(char) for char in text[end:])


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("ا" * 2_000_000, 1),
        ("." * 2_000_000, 1),
        ("\u064e" * 1_000_000, 1),
        ("\u0301" * 1_000_000, 1),
        (" " * 2_000_000, 0),
        ("\u200f" * 1_000_000, 0),
        ("ا" + "\u200f" * 1_000_000, 1),
        ("1." * 500_000, 2),
        ("1," * 100_000, 200_000),
        ("a." * 100_000, 200_000),
        ("a@" * 100_000, 200_000),
        ("a-" * 500_000, 2),
        ("#1" * 100_000, 200_000),
        ("#" + "_" * 100_000, 100_001),
        ("1" + ",111" * 200_000 + "1", 3),
        ("http://" + "." * 1_000_000, 5),
        ("👨\u200d" * 200_000, 1),
        ("👍" + "\U000e0020" * 100_000, 100_001),
    ],
    ids=lambda value: repr(value[:4]) if isinstance(value, str) else None,
)
def test_time_is_linear_in_hostile_text(text, most):
    started = time.process_time()
    assert len(tokenize(text)) <= most
    # A quadratic pattern takes minutes here; the bound leaves room for a slow machine.
    assert time.process_time() - started < 5
