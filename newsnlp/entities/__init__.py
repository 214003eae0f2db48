"""Names, dates and amounts: who, where, which organisation, when, how much.

stage        a Doc in, a Doc with mentions and entities out
words        tokens without the proclitics that are no part of a name
tagger       labels tokens (features, gazetteer, clusters, triggers)
consistency  a name in one sentence is one in the next
groups       nationalities and other groups, by the gazetteer
naming       one canonical name and its English for many mentions
romanise     Latin letters for names no one has listed
dates/       date expressions and their ISO 8601 values
amounts/     money, percentages and quantities
"""

from __future__ import annotations

from newsnlp.entities.stage import Entities

__all__ = ["Entities"]
