"""Date expressions and their ISO 8601 values, by rule.

surface           tokens folded, without the proclitics before a word the rules know
vocabulary        months, weekdays, units of time and what modifies them
points, hijri     days, months and years: resolved, and named in Arabic and English
fields            a day, a month or a year where it begins in a line
*_rules           one function for each kind of expression
matcher           which rules a word can begin, and the longest of what they find
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsnlp.arabic import normalize, western_digits
from newsnlp.entities.dates.matcher import READER, dates_of
from newsnlp.entities.dates.points import Found
from newsnlp.model import DateExpression, Doc, Mention

__all__ = ["annotate_dates", "date_mentions"]


def annotate_dates(doc: Doc) -> Doc:
    """The document with its date expressions; ``doc.article.date`` is what أمس is counted from.

    >>> from datetime import date
    >>> from newsnlp.model import Article
    >>> from newsnlp.text import annotate
    >>> article = Article("demo", "قصف في 17 أكتوبر، واتفاق أمس.", date(2022, 11, 1))
    >>> [(d.text, d.value, d.grain) for d in annotate_dates(annotate(article)).dates]
    [('17 أكتوبر', '2022-10-17', 'day'), ('أمس', '2022-10-31', 'day')]
    """
    return replace(
        doc,
        dates=tuple(
            DateExpression(
                sentence, doc.text[start:end], start, end, found.value, found.grain, found.rule
            )
            for found, sentence, start, end in _found(doc)
        ),
    )


def date_mentions(doc: Doc) -> list[Mention]:
    """The dates of a document as mentions of entities; a time of day alone is none.

    >>> from newsnlp.model import Article
    >>> from newsnlp.text import annotate
    >>> doc = annotate(Article("demo", "منذ عام ٢٠١٥، وفي تشرين الأول 2018"))
    >>> [(m.text, m.name, m.english) for m in date_mentions(doc)]
    [('عام ٢٠١٥', 'عام 2015', '2015'), ('تشرين الأول 2018', 'أكتوبر 2018', 'October 2018')]
    """
    mentions = []
    for found, sentence, start, end in _found(doc):
        if found.grain == "time":
            continue
        text = doc.text[start:end]
        name = found.arabic or " ".join(western_digits(normalize(text)).split())
        mentions.append(
            Mention("DATE", text, start, end, sentence, name, found.english, "gazetteer")
        )
    return mentions


def _found(doc: Doc) -> Iterator[tuple[Found, int, int, int]]:
    """What the rules find, with the index of its sentence and its offsets."""
    for sentence, tokens in doc.tokens_by_sentence():
        line = READER.line(tokens)
        for found in dates_of(line, doc.article.date):
            yield found, sentence.index, *line.span(found.first, found.last)
