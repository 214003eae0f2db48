"""CAMeL Tools' two ways to put the analyses of a word in order, likeliest first.

Both are theirs: the counts of the MLE disambiguator (Obeid et al. 2020, "CAMeL Tools"), and the
agreement of an analysis with the tag that a BERT model predicts (Inoue et al. 2022,
"Morphosyntactic Tagging with Pre-trained Language Models for Arabic and its Dialects").
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from newsnlp.morphology.camel.analyzer import MAX_LETTERS, CamelAnalyzer
from newsnlp.morphology.camel.gateway import camel

__all__ = ["BertRanking", "MleRanking", "model_config"]

Features = Mapping[str, Any]
_CACHE = 50_000


class MleRanking:
    """The best analysis of a word out of context, by an MLE model and its database.

    Raises:
        OSError, ValueError, LookupError: the model file cannot be read.
    """

    def __init__(self, db: Any, model: Path) -> None:
        analyzer = camel("morphology.analyzer").Analyzer(db, "NOAN_PROP")
        self._disambiguator = camel("disambig.mle").MLEDisambiguator(
            analyzer, str(model), top=sys.maxsize, cache_size=0
        )
        self.best = lru_cache(maxsize=_CACHE)(self._best)

    def _best(self, word: str) -> tuple[Features, float] | None:
        """The analysis and its share of probability, or ``None`` where there is no analysis.

        The model knows the probability of a lemma with a part of speech; its share is among the
        different ones that the word's analyses have.
        """
        if len(word) > MAX_LETTERS:
            return None
        try:
            ranked = self._disambiguator.disambiguate([word])[0].analyses
        except (ArithmeticError, LookupError, TypeError, ValueError):
            # as in `CamelAnalyzer`: a string that trips CAMeL Tools up
            return None
        if not ranked:
            return None
        probability = {
            _lemma_and_pos(scored.analysis): 10 ** float(scored.pos_lex_logprob)
            for scored in ranked
            if scored.pos_lex_logprob is not None
        }
        best = ranked[0].analysis
        total = sum(probability.values())
        share = probability.get(_lemma_and_pos(best), 0.0) / total if total else 1 / len(ranked)
        return best, share


def _lemma_and_pos(features: Features) -> tuple[str, str]:
    return features["lex"], features["pos"]


class BertRanking:
    """The analysis of a word that agrees best with the tag a BERT model gave it.

    Args:
        db: the database that the model's configuration names.
        folder: the model, with ``default_config.json`` and ``mle_model.json``.

    Raises:
        OSError, ValueError, LookupError: these files cannot be read.
    """

    def __init__(self, db: Any, folder: Path) -> None:
        scoring = camel("disambig.score_function")
        config = model_config(folder)
        self._score = scoring.score_analysis_uniform
        self._scored = camel("disambig.common").ScoredAnalysis
        self._features = scoring.FEATURE_SET_MAP[config["feature"]]
        self._tie_breaker = config["tie_breaker"]
        self._counts = json.loads((folder / "mle_model.json").read_text(encoding="utf-8"))
        missing = {"unfactored", *self._counts["info"]["features"]} - self._counts.keys()
        if missing:
            raise LookupError(f"mle_model.json has no {', '.join(sorted(missing))}")
        self._analyzer = CamelAnalyzer(db, backoff=config["backoff"])
        self.best = lru_cache(maxsize=_CACHE)(self._best)

    def _best(self, word: str, label: str) -> Features:
        """The best analysis for a label, ``pos:noun__prc0:Al_det__...``.

        Without analyses the label speaks for itself, about the word as it stands.
        """
        tag = dict(pair.split(":", 1) for pair in label.split("__"))
        # copies, as CAMeL's scorer writes into what it scores
        analyses = [dict(analysis) for analysis in self._analyzer.analyze(word)]
        if not analyses:
            return {**tag, "lex": word, "diac": word, "source": "backoff"}
        ranked = [
            self._scored(
                self._score(
                    analysis,
                    tag,
                    self._counts,
                    tie_breaker=self._tie_breaker,
                    features=self._features,
                ),
                analysis,
                analysis["diac"],
                analysis.get("pos_lex_logprob", -99),
                analysis.get("lex_logprob", -99),
            )
            for analysis in analyses
        ]
        best: Features = min(ranked).analysis  # ScoredAnalysis sorts the highest score first
        return best


def model_config(folder: Path) -> dict[str, Any]:
    """The settings a BERT disambiguator was published with: ``db_name``, ``backoff`` ..."""
    config: dict[str, Any] = json.loads(
        (folder / "default_config.json").read_text(encoding="utf-8")
    )
    return config
