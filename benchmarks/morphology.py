"""Lemma and part of speech in one process after start, against CAMeL Tools' MLE disambiguator.

    python benchmarks/morphology.py [WORDS] [CAMEL_WORDS]

Both read the same sentences and use the same morphology database, ours: CAMeL's disambiguator
without a model file ranks by the database's own `pos_lex_logprob`. It is slow, so it is given fewer
words (20,000 unless said otherwise), evenly spread over the articles, and its rate is compared.
"""

from __future__ import annotations

import sys
import time

from corpus import articles, peak_memory

import newsnlp
from newsnlp import resources
from newsnlp.model import Article, Doc
from newsnlp.morphology import Morphology
from newsnlp.morphology.camel import load_database
from newsnlp.morphology.camel.gateway import camel


def ours(words: int) -> tuple[int, float, list[list[str]]]:
    """Words done, seconds of the morphology alone, and the sentences as they were read."""
    tokenize = newsnlp.load(stages=("tokens",))
    stage = Morphology()
    stage(tokenize("قال"))
    done, seconds, sentences = 0, 0.0, []
    for number, text in enumerate(articles()):
        doc: Doc = tokenize(Article(str(number), text))
        began = time.process_time()
        read = stage(doc)
        seconds += time.process_time() - began
        done += len(read.tokens)
        if number % 25 == 0:
            sentences += [
                [token.text for token in tokens] for _, tokens in doc.tokens_by_sentence()
            ]
        if done >= words:
            break
    return done, seconds, sentences


def theirs(sentences: list[list[str]], words: int) -> tuple[int, float]:
    db = load_database(resources.model_path("morphology.db.xz"))
    analyzer = camel("morphology.analyzer").Analyzer(db)
    disambiguator = camel("disambig.mle").MLEDisambiguator(analyzer)
    disambiguator.disambiguate(["قال"])
    done = 0
    began = time.process_time()
    for sentence in sentences:
        disambiguator.disambiguate(sentence)
        done += len(sentence)
        if done >= words:
            break
    return done, time.process_time() - began


def main(words: int = 1_000_000, camel_words: int = 20_000) -> None:
    done, seconds, sentences = ours(words)
    memory = peak_memory()
    print(
        f"newsnlp      {done:9} words {seconds:8.1f} s {done / seconds:9.0f} words/s, {memory} MB at most"
    )
    camel_done, camel_seconds = theirs(sentences, camel_words)
    rate = camel_done / camel_seconds
    print(f"CAMeL Tools  {camel_done:9} words {camel_seconds:8.1f} s {rate:9.0f} words/s")
    print(f"ratio {done / seconds / rate:.1f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
