from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnlp.model import Article
from newsnlp.text import annotate


def test_annotate_fills_tokens_and_sentences_and_nothing_else():
    doc = annotate(Article("a.txt", "عنوان\nقال د. خالد: نعم. وعاد."))
    assert [[t.text for t in tokens] for _, tokens in doc.tokens_by_sentence()] == [
        ["عنوان"],
        ["قال", "د", ".", "خالد", ":", "نعم", "."],
        ["وعاد", "."],
    ]
    assert (doc.mentions, doc.entities, doc.dates) == (None, None, None)
    assert {token.analysis for token in doc.tokens} == {None}


@pytest.mark.parametrize("text", ["", " \n\t", "\u200f\u202e"])
@pytest.mark.parametrize("pretokenized", [False, True])
def test_blank_text_has_no_sentences_without_tokens(text, pretokenized):
    doc = annotate(Article("a.txt", text), pretokenized=pretokenized)
    assert len(doc.tokens) == len(doc.sentences) == len(text.split() if pretokenized else ())


def test_pretokenized_text_is_left_as_it_is_cut():
    text = "قال د. خالد.وعاد كوفيد-19 .\n\n  \r\n3.5% #وسم\tو+\u2028ثم"
    doc = annotate(Article("a.txt", text), pretokenized=True)
    assert [token.text for token in doc.tokens] == text.split()
    assert [(s.index, s.first, s.last) for s in doc.sentences] == [(0, 0, 5), (1, 5, 9)]
    kinds = ["word", "word", "word", "word", "punct", "number", "hashtag", "word", "word"]
    assert [token.kind for token in doc.tokens] == kinds


@given(st.text(st.characters(codec=None) | st.sampled_from("اب. \n\r\x1c\u200f")))
def test_pretokenized_lines_are_the_sentences(text):
    doc = annotate(Article("a.txt", text), pretokenized=True)
    lines = [line.split() for line in text.split("\n") if line.split()]
    assert [[t.text for t in tokens] for _, tokens in doc.tokens_by_sentence()] == lines
    assert [sentence.index for sentence in doc.sentences] == list(range(len(lines)))
    assert all(text[t.start : t.end] == t.text for t in doc.tokens)
    assert all(text[s.start : s.end].split() == lines[s.index] for s in doc.sentences)
