"""From an article to tokens and sentences, each with its exact place in the text."""

from __future__ import annotations

from newsnlp.model import Article, Doc
from newsnlp.text.pretokenized import read_pretokenized
from newsnlp.text.sentences import split_sentences
from newsnlp.text.tokens import tokenize

__all__ = ["annotate", "split_sentences", "tokenize"]


def annotate(article: Article, *, pretokenized: bool = False) -> Doc:
    """The article as a `Doc` with its tokens and sentences.

    ``pretokenized`` says that each line is a sentence and its tokens are parted by blanks: then
    nothing is cut anew.

    >>> doc = annotate(Article("demo", "زار الرئيس بيروت. وعاد أمس."))
    >>> [[t.text for t in tokens] for _, tokens in doc.tokens_by_sentence()]
    [['زار', 'الرئيس', 'بيروت', '.'], ['وعاد', 'أمس', '.']]
    """
    if pretokenized:
        tokens, sentences = read_pretokenized(article.text)
    else:
        tokens = tokenize(article.text)
        sentences = split_sentences(article.text, tokens)
    return Doc(article, tokens=tokens, sentences=sentences)
