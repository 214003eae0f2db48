"""Trains the choice among readings: weights of lemmas and inflections, and the tag sequence model.

Nothing here sees a gold standard. The lexicon constrains which readings a form may have; the
corpora then say which of them occur.

1. *Word model.* Expectation maximisation over the counts of forms: a lemma's weight comes from all
   its forms, the unambiguous ones deciding (Dempster, Laird and Rubin 1977). Preferences written by
   us (`data/lexicon/preferences`) hold the balance for forms where knowledge is better.
2. *Sequence model.* Baum-Welch (Baum 1972) over sentences whose words carry the tags of their
   readings: transition costs, and for each frequent form what its readings are worth in context.
"""

from __future__ import annotations

import collections
import math
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from newsnlp.morphology.context import JOINED, SCALE, START
from newsnlp.morphology.prior import MISSPELLED, inflection_key, lemma_key, rarity, score
from newsnlp.morphology.readings import Reading
from newsnlp.morphology.solutions import Scored
from training import grammar

__all__ = ["context_matrix", "train_sequences", "train_words"]

# The share of a reading that those who wrote a form's preferences left out.
UNLISTED = 0.003
# Tags weigh less than they would in a generative model: the word model has seen its neighbours too.
# 0.3 of {0, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1} was best on dev, +0.6 points of lemmas over 1.
TRANSITION_WEIGHT = 0.3

Readings = Mapping[str, Sequence[Reading]]
Preferences = Mapping[str, Mapping[tuple[str, str], float]]


def train_words(
    readings: Readings,
    counts: Mapping[str, int],
    preferences: Preferences,
    doubts: Mapping[tuple[str, str], float],
    *,
    rounds: int = 10,
) -> dict[str, float]:
    """Log-weights of lemmas (within all) and of inflections (within their part of speech).

    ``doubts`` are log-penalties that stay on a lemma whatever the corpora seem to say.
    """
    weights: dict[str, float] = {}
    doubted = {
        lemma_key(r): doubts.get((r.analysis.lemma_diac, r.analysis.pos), 0.0)
        for choices in readings.values()
        for r in choices
    }
    pos_of = {inflection_key(r): r.analysis.pos for rs in readings.values() for r in rs}
    for number in range(rounds):
        lemmas: collections.Counter[str] = collections.Counter()
        inflections: collections.Counter[str] = collections.Counter()
        kinds: collections.Counter[str] = collections.Counter()
        for form, choices in readings.items():
            # The square root keeps a few hundred frequent forms from drowning all others.
            count = math.sqrt(counts.get(form, 1))
            if number == 0:
                shares = [
                    (
                        reading,
                        math.exp(
                            rarity(reading)
                            + doubted[lemma_key(reading)]
                            + (0.0 if reading.exact else MISSPELLED)
                        ),
                    )
                    for reading in choices
                ]
                total = sum(share for _, share in shares)
                shares = [(reading, share / total) for reading, share in shares]
            else:
                shares = [(r, math.exp(p)) for r, p in score(choices, weights.get)]
            shares = prefer(shares, preferences.get(form))
            for reading, share in shares:
                lemmas[lemma_key(reading)] += share * count
                inflections[inflection_key(reading)] += share * count
                kinds[reading.analysis.pos] += share * count
        total = lemmas.total()
        weights = {name: math.log((n + 0.1) / total) + doubted[name] for name, n in lemmas.items()}
        weights |= {
            name: math.log((n + 0.1) / kinds[pos_of[name]]) for name, n in inflections.items()
        }
    return weights


def prefer(
    shares: Sequence[tuple[Reading, float]], preference: Mapping[tuple[str, str], float] | None
) -> list[tuple[Reading, float]]:
    """Shares rescaled so that each (lemma, part of speech) holds the share written down for it."""
    if not preference:
        return list(shares)
    held: collections.Counter[tuple[str, str]] = collections.Counter()
    for reading, share in shares:
        held[reading.analysis.lemma_diac, reading.analysis.pos] += share
    if sum(preference.get(key, 0.0) for key in held) < 0.5:
        return list(shares)  # it speaks of lemmas the lexicon no longer has
    rescaled = []
    for reading, share in shares:
        key = (reading.analysis.lemma_diac, reading.analysis.pos)
        wanted = preference.get(key, UNLISTED)
        rescaled.append((reading, wanted * share / held[key] if held[key] else 0.0))
    total = sum(share for _, share in rescaled) or 1.0
    return [(reading, share / total) for reading, share in rescaled]


def train_sequences(
    sentences: Callable[[], Iterable[Sequence[str]]],
    tags: Sequence[str],
    emissions: Mapping[str, Sequence[tuple[float, int, bool]]],
    *,
    known: Collection[str] = (),
    rounds: int = 3,
    report: Callable[[str], None] = lambda _: None,
) -> tuple[list[list[float]], dict[str, list[float]], list[float]]:
    """Baum-Welch over tag lattices.

    ``sentences`` gives the forms of each sentence; ``emissions`` what each form offers: (share, tag,
    joined to a conjunction). The shares of ``known`` forms stay as they are: what was written down
    about them outweighs what the sentences seem to say. Returns transition probabilities, the expected
    share of each offer of a form, and the probability of each tag by itself.
    """
    size = len(tags)
    numbers = {tag: n for n, tag in enumerate(tags)}
    start, joined = numbers[START], numbers[JOINED]
    prior = [1e-4] * size
    for offers in emissions.values():
        for share, tag, _ in offers:
            prior[tag] += share
    total = sum(prior)
    prior = [p / total for p in prior]
    # Relative to the tag's own probability.
    transition = [[grammar.start(before, tag) for tag in tags] for before in tags]
    shares = {form: [share for share, _, _ in offers] for form, offers in emissions.items()}
    for number in range(rounds):
        pairs = [[0.0] * size for _ in range(size)]
        expected = {form: [0.0] * len(offers) for form, offers in emissions.items()}
        log_likelihood, words = 0.0, 0
        for forms in sentences():
            log_likelihood += _expect(
                forms, emissions, shares, transition, pairs, expected, start, joined
            )
            words += len(forms)
        totals = [0.0] * size
        for row in pairs:
            for tag, value in enumerate(row):
                totals[tag] += value
        mass = sum(totals)
        prior = [(value + 0.05) / (mass + 0.05 * size) for value in totals]
        for before, row in enumerate(pairs):
            seen = sum(row)
            smooth = 20.0  # as if every tag had been followed by 20 words drawn at random
            transition[before] = [
                (value + smooth * prior[tag]) / (seen + smooth) / prior[tag]
                for tag, value in enumerate(row)
            ]
        for form, counts in expected.items():
            seen = sum(counts)
            if seen and form not in known:
                base = [share for share, _, _ in emissions[form]]
                shares[form] = [
                    (value + 4.0 * share) / (seen + 4.0)
                    for value, share in zip(counts, base, strict=True)
                ]
        report(
            f"round {number + 1}: {words} words, log likelihood a word {log_likelihood / words:.4f}"
        )
    return transition, shares, prior


def _expect(
    forms: Sequence[str],
    emissions: Mapping[str, Sequence[tuple[float, int, bool]]],
    shares: Mapping[str, Sequence[float]],
    transition: list[list[float]],
    pairs: list[list[float]],
    expected: Mapping[str, list[float]],
    start: int,
    joined: int,
) -> float:
    """One forward-backward pass; adds to ``pairs`` and ``expected``, returns the log likelihood."""
    forward: list[list[float]] = []
    scales: list[float] = []
    before_tags, before = [start], [1.0]
    offers_of = [emissions[form] for form in forms]
    for form, offers in zip(forms, offers_of, strict=True):
        own = shares[form]
        values = []
        whole = sum(before)
        for (_, tag, is_joined), share in zip(offers, own, strict=True):
            if is_joined:
                reach = whole * transition[joined][tag]
            else:
                reach = 0.0
                for t, v in zip(before_tags, before, strict=True):
                    reach += v * transition[t][tag]
            values.append(reach * share)
        scale = sum(values) or 1e-300
        before = [value / scale for value in values]
        before_tags = [tag for _, tag, _ in offers]
        forward.append(before)
        scales.append(scale)
    after = [1.0] * len(forward[-1]) if forward else []
    for at in range(len(forms) - 1, -1, -1):
        offers, own, scale = offers_of[at], shares[forms[at]], scales[at]
        previous_offers = offers_of[at - 1] if at else [(1.0, start, False)]
        previous = forward[at - 1] if at else [1.0]
        counts = expected[forms[at]]
        for n, (value, back) in enumerate(zip(forward[at], after, strict=True)):
            counts[n] += value * back
        backward = [0.0] * len(previous_offers)
        for n, ((_, tag, is_joined), share) in enumerate(zip(offers, own, strict=True)):
            weight = share * after[n] / scale
            if weight < 1e-9:
                continue
            if is_joined:
                reach = transition[joined][tag] * weight
                pairs[joined][tag] += reach
                for m in range(len(backward)):
                    backward[m] += reach
            else:
                for m, (_, t, _) in enumerate(previous_offers):
                    reach = transition[t][tag] * weight
                    backward[m] += reach
                    pairs[t][tag] += previous[m] * reach
        after = backward
    return sum(map(math.log, scales))


def context_matrix(transition: Sequence[Sequence[float]]) -> bytes:
    """The matrix as one byte a cost, 128 where a tag is as likely as by itself; compressed."""
    rows = bytearray()
    weight = SCALE * TRANSITION_WEIGHT
    for row in transition:
        costs = [-weight * math.log(max(value, 1e-9)) for value in row]
        rows += bytes(min(255, max(0, round(cost) + 128)) for cost in costs)
    return zlib.compress(bytes(rows), 9)


def collapse(scored: Scored, numbers: Mapping[str, int]) -> list[tuple[float, int, bool]]:
    """What a form offers to the sequence model: readings of the same tag as one."""
    offers: dict[tuple[int, bool], float] = collections.defaultdict(float)
    for reading, logprob in scored:
        offers[numbers[reading.tag], reading.joined] += math.exp(logprob)
    return [(share, tag, joined) for (tag, joined), share in offers.items()]
