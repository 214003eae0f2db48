"""The steps of the build that concern morphology."""

from __future__ import annotations

import collections
import lzma
import math
from collections.abc import Iterable

from newsnlp.arabic import normalize
from newsnlp.morphology.context import JOINED, START
from newsnlp.morphology.prior import score
from newsnlp.morphology.readings import Reading
from newsnlp.morphology.solutions import Scored, write_solutions
from training import corpus, disambiguation, gazetteer, lexicon
from training.manifest import DATA, MODELS

# The forms the table holds; the rest of the corpora's forms are rarer than once in a million words.
TABLE_FORMS = 110_000
# Readings of a form past these are left out of the table; `newsnlp analyze` still finds them.
MOST_READINGS = 8
HOPELESS = 8.5  # natural logarithm: one in five thousand
# Words the sequence model is trained on, from each corpus.
SEQUENCE_WORDS = 400_000


def database() -> None:
    """Compile the lexicon into CAMeL Tools' format, and that into the fast-opening form."""
    from newsnlp.morphology.camel import compile_database, compiled_path
    from training.morphology import closed
    from training.morphology.assemble import build

    builder = build(
        lexicon.load(), closed.load(DATA / "lexicon" / "00-closed.tsv"), gazetteer.load()
    )
    text = MODELS / "morphology.db.xz"
    with lzma.open(text, "wt", encoding="utf-8", preset=6) as out:
        out.writelines(line + "\n" for line in builder.lines())
    compile_database(text, compiled_path(text))


def preferences() -> dict[str, dict[tuple[str, str], float]]:
    """Form -> (lemma, part of speech) -> the share of its tokens, as written in the lexicon."""
    from training.morphology.assemble import wasla
    from training.morphology.orthography import tidy

    found: dict[str, dict[tuple[str, str], float]] = collections.defaultdict(dict)
    for path in sorted((DATA / "lexicon" / "preferences").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                form, lemma, pos, share = line.split("\t")
                found[normalize(form)][wasla(tidy(lemma)), pos] = float(share)
    return found


def solutions() -> None:
    """Analyse the frequent forms, train the choice among readings, write the table."""
    from newsnlp.morphology.camel import CamelAnalyzer, load_database
    from newsnlp.morphology.lexicon import readings_of
    from training.morphology.assemble import doubts

    counts = corpus.form_counts()
    analyzer = CamelAnalyzer(load_database(MODELS / "morphology.db.xz"), cache_size=1)
    readings = {}
    for form, _ in counts.most_common():
        found = readings_of(form, analyzer.analyze(form))
        if found:
            readings[form] = found
    print(f"{len(readings)} of {len(counts)} forms analysed, "
          f"{sum(counts[f] for f in readings) / counts.total():.4f} of running words")  # fmt: skip
    preferred = preferences()
    doubted = doubts(lexicon.load(), gazetteer.load())
    weights = disambiguation.train_words(readings, counts, preferred, doubted)
    scored: dict[str, Scored] = {}
    for form, choices in readings.items():
        shares = [(r, math.exp(p)) for r, p in score(choices, weights.get)]
        shares = disambiguation.prefer(shares, preferred.get(form))
        scored[form] = tuple(
            sorted(((r, math.log(max(s, 1e-6))) for r, s in shares), key=lambda pair: -pair[1])
        )
    tags = _tags(scored)
    numbers = {tag: n for n, tag in enumerate(tags)}
    emissions = {form: disambiguation.collapse(s, numbers) for form, s in scored.items()}
    other = {kind: [(1.0, numbers[tag], False)] for kind, tag in _KIND_TAGS.items()}
    unknown = [(0.75, numbers["noun_prop..ms"], False), (0.25, numbers["noun..ms"], False)]

    def sentences():
        for name in ("ant", "alkhaleej"):
            for sentence in corpus.sentences(name, words=SEQUENCE_WORDS, every=7):
                forms = []
                for form, kind in sentence:
                    if kind == "word":
                        emissions.setdefault(form, unknown)
                        forms.append(form)
                    else:
                        forms.append("\0" + kind)
                yield forms

    emissions |= {"\0" + kind: offer for kind, offer in other.items()}
    for _ in sentences():
        pass  # unknown forms get their offer before training starts
    transition, shares, _ = disambiguation.train_sequences(
        sentences, tags, emissions, known=preferred, report=lambda line: print(line, flush=True)
    )
    final = {
        form: _in_context(scored[form], emissions[form], shares[form], numbers)
        for form, _ in counts.most_common(TABLE_FORMS)
        if form in scored
    }
    write_solutions(
        MODELS / "solutions.sqlite",
        final,
        weights=weights,
        context=(tags, disambiguation.context_matrix(transition)),
        meta={"forms": str(len(final)), "tags": str(len(tags))},
    )


_KIND_TAGS = {
    "number": "digit:", "punct": "punc:", "emoji": "punc:", "other": "punc:", "hashtag": "noun_prop:",
    "latin": "foreign:", "url": "foreign:", "email": "foreign:", "mention": "foreign:",
}  # fmt: skip


def _tags(scored: dict[str, Scored]) -> list[str]:
    seen = {reading.tag for choices in scored.values() for reading, _ in choices}
    return sorted(seen | {START, JOINED, "noun_prop..ms", "noun..ms", *_KIND_TAGS.values()})


def _in_context(
    scored: Scored,
    offers: list[tuple[float, int, bool]],
    shares: list[float],
    numbers: dict[str, int],
) -> Scored:
    """The word model's readings, with each tag's share as the sentences taught it."""
    wanted = {(tag, joined): s for (_, tag, joined), s in zip(offers, shares, strict=True)}
    held = {(tag, joined): share for share, tag, joined in offers}
    found = []
    for reading, logprob in scored:
        key = (numbers[reading.tag], reading.joined)
        factor = max(wanted[key], 1e-6) / max(held[key], 1e-9)
        found.append((reading, min(0.0, logprob + math.log(factor))))
    return pruned(found)


def pruned(scored: Iterable[tuple[Reading, float]]) -> Scored:
    """The readings a sentence may still choose: the table leaves out the hopeless ones."""
    ordered = sorted(scored, key=lambda pair: -pair[1])
    best = ordered[0][1]
    return tuple(pair for pair in ordered[:MOST_READINGS] if pair[1] > best - HOPELESS)
