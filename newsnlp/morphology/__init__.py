"""Words: lemma, part of speech, clitics and features of every token, chosen in context.

stage        a Doc in, a Doc with analysed tokens out
lexicon      every reading of a form: table, CAMeL Tools, guess
solutions    the compiled table of frequent forms
readings     analyses grouped by what context can tell apart
prior        what a reading is worth by itself
context      the cheapest path of readings through a sentence
guesser      readings for unknown forms
camel/       CAMeL Tools, tamed
engines      CAMeL's own published models as engines
"""

from __future__ import annotations

from newsnlp.morphology.stage import Morphology

__all__ = ["Morphology"]
