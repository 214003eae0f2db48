"""Every reading of a form, whichever way it is known: the table, CAMeL Tools, or a guess.

The three are asked in that order. A form in the table never touches CAMeL Tools; only the first
form that is not there opens the morphology database.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsnlp import resources
from newsnlp.arabic import normalize
from newsnlp.morphology.guesser import guess
from newsnlp.morphology.prior import score
from newsnlp.morphology.readings import Reading, group
from newsnlp.morphology.solutions import Scored, Solutions

if TYPE_CHECKING:
    from newsnlp.morphology.camel import CamelAnalyzer

__all__ = ["Lexicon", "readings_of"]

_LONGEST = 40


def readings_of(form: str, analyses: list[dict[str, str]]) -> tuple[Reading, ...]:
    """CAMeL Tools' analyses of a form as readings."""
    from newsnlp.morphology.camel import to_analysis

    return group((to_analysis(a), a.get("source") != "spvar") for a in analyses)


class Lexicon:
    """The bundled morphology: forms in, scored readings out."""

    def __init__(self) -> None:
        self.solutions = Solutions(resources.model_path("solutions.sqlite"))

    def readings(self, form: str) -> Scored:
        """The readings of a normalised form with natural log-probabilities, at least one."""
        known = self.solutions.look_up(form)
        if known:
            return known
        if len(form) <= _LONGEST:
            readings = readings_of(form, self._analyzer.analyze(form))
            if readings:
                return score(readings, self.solutions.weight)
        return guess(form[:_LONGEST], attested=self._attested)

    def analyses(self, word: str) -> Scored:
        """All readings of a word as typed, best first; those the table leaves out come last."""
        form = normalize(word)
        chosen = sorted(self.readings(form), key=lambda pair: -pair[1])
        seen = {(r.analysis.lemma_diac, r.tag, r.analysis.proclitics) for r, _ in chosen}
        rest = [
            reading
            for reading in readings_of(form, self._analyzer.analyze(form[:_LONGEST]))
            if (reading.analysis.lemma_diac, reading.tag, reading.analysis.proclitics) not in seen
        ]
        floor = min(logprob for _, logprob in chosen)
        others = score(rest, self.solutions.weight) if rest else ()
        return (*chosen, *((reading, floor + logprob) for reading, logprob in others))

    def _attested(self, form: str) -> bool:
        return self.solutions.look_up(form) is not None

    @cached_property
    def _analyzer(self) -> CamelAnalyzer:
        from newsnlp.morphology.camel import CamelAnalyzer, load_database

        return CamelAnalyzer(load_database(resources.model_path("morphology.db.xz")))
