from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnlp.text import split_sentences, tokenize
from newsnlp.text.sentences import LONGEST


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, tokenize(text))]


CASES = [
    # line breaks, with or without a full stop
    ["عنوان بلا نقطة", "فقرة أولى.", "فقرة ثانية"],
    # every end mark, alone and in runs, with what closes behind it
    ["ذهب.", "أحقا؟", "نعم!", "ربما…", "ثم.."],
    ["أحقا؟!", "لا!!!", "نعم"],
    ['قال "ذهبت."', "وعاد."],
    ["قال «ذهبت.»", "(وعاد.)", "ونام"],
    ['"هل جاء؟"', '"نعم"'],
    ["العقلية الرقمية . .", "وإدارة الوقت"],
    # not an end
    ["قال د. خالد وأ.د. وليد إن م. سامي عاد."],
    ["اتهم أمير س. ونسيمة ن.، وهما شابان."],
    ["وصف د .غسان (ا .ف .ب) الأمر."],
    ["على بعد 5 كم. من هنا في 2015 م. تقريبا."],
    ["قالت بي.بي.سي وقناة سي. إن. إن وموقع العربية.نت وطائرة إف.16 كلها."],
    ["زاد 3.5% إلى 1,234.5 ثم 3 .78 مليون."],
    ["1. المقدمة طويلة"],
    ["الفساد (؟) والعدل (!!) والسلام (...) كلها هنا"],
    ['قال "ماذا؟"، ثم سكت'],
    ["كتب «لماذا إسرائيل؟» قبل أن يسافر"],
    ["سأل «لماذا؟»", "وسكت"],
    ["شعر ونثر... إلخ"],
    ["Mr. Smith of U.S. Steel and J. Doe use Node.js today"],
    ["انظر www.cnn.com.", "ثم عد"],
    # a unit, an era or an agency before the و that opens the next sentence
    ["على بعد 5 كم.", "وقالت الشرطة"],
    ["نقلت أ.ف.ب.", "وأضافت"],
    ["صدر في 2015.", "وقال"],
]
ENDED = [parts for parts in CASES if all(part.rstrip('"»)')[-1] in ".؟!…" for part in parts[:-1])]


@pytest.mark.parametrize("parts", CASES)
def test_sentences_on_lines_of_their_own(parts):
    assert sentences("\n".join(parts)) == parts


@pytest.mark.parametrize("parts", ENDED)
def test_sentences_in_one_line(parts):
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize("glue", [".", " .", "؟", "...", '."', ".»"])
def test_an_end_mark_glued_to_the_next_word_ends_the_sentence(glue):
    quote = {'"': '"', "»": "«"}.get(glue[-1], "")
    assert sentences(f"{quote}انتهى الأمر{glue}وقالت") == [f"{quote}انتهى الأمر{glue}", "وقالت"]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\n\n", "\u2028", "\x85", "\v"])
def test_every_kind_of_line_break_parts(line_break):
    assert sentences(f"سطر أول{line_break}سطر آخر{line_break}") == ["سطر أول", "سطر آخر"]


def test_a_monster_is_cut_at_the_last_pause_that_fits():
    text = "كلمة " * 300 + "، " + "كلمة " * 700
    lengths = [s.last - s.first for s in split_sentences(text, tokenize(text))]
    assert lengths == [301, LONGEST, 300]


@given(st.text(st.sampled_from('ابد وم1٣.!؟…"«»()،:-aZ \n\u2028\u200f')))
def test_sentences_cover_the_tokens_in_order(text):
    tokens = tokenize(text)
    last = 0
    for index, sentence in enumerate(split_sentences(text, tokens)):
        assert (sentence.index, sentence.first) == (index, last)
        assert 0 < sentence.last - sentence.first <= LONGEST
        assert sentence.start == tokens[sentence.first].start
        assert sentence.end == tokens[sentence.last - 1].end
        assert not {"\n", "\u2028"} & set(text[sentence.start : sentence.end])
        last = sentence.last
    assert last == len(tokens)


@pytest.mark.parametrize("unit", ["ا ", ". ", '."', "د.", "؟!،", "ا\n", '" ', "(..)"])
def test_time_is_linear_in_hostile_text(unit):
    text = unit * 40_000
    tokens = tokenize(text)
    started = time.process_time()
    assert split_sentences(text, tokens)
    assert time.process_time() - started < 5
