"""Money, percentages and quantities, by rule.

currencies   what a currency is called, and its code by country
units        what a unit of measure is called, and its symbol
rules        a number, and what it counts
"""

from __future__ import annotations

from newsnlp.entities.amounts.rules import READER, amounts_of
from newsnlp.model import Doc, Mention

__all__ = ["amount_mentions"]


def amount_mentions(doc: Doc) -> list[Mention]:
    """The amounts of a document as mentions of type MONEY, PERCENT or QUANTITY.

    Counts of people and things are none.

    >>> from newsnlp.model import Article
    >>> from newsnlp.text import annotate
    >>> doc = annotate(Article("demo", "بـ20 ألف ريال سعودي، أي ١٥٪ من سعر 20 سيارة"))
    >>> [(m.type, m.text, m.english) for m in amount_mentions(doc)]
    [('MONEY', '20 ألف ريال سعودي', 'SAR 20000'), ('PERCENT', '١٥٪', '15%')]
    """
    mentions = []
    for sentence, tokens in doc.tokens_by_sentence():
        line = READER.line(tokens)
        for amount in amounts_of(line):
            start, end = line.span(amount.first, amount.last)
            mentions.append(
                Mention(
                    amount.type, doc.text[start:end], start, end, sentence.index,
                    amount.arabic, amount.english, "gazetteer",
                )
            )  # fmt: skip
    return mentions
