"""The unit that paradigms yield and the database compiler takes: one inflected form in parts."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["JOINTS", "Cell"]

# What follows the inflected form: nothing, an enclitic that begins with a consonant (ه ها هم ك نا
# ني ...), or the first person ي of nouns, which takes the case vowel's place.
JOINTS = ("", "c", "y")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a paradigm as it is written, cut into inflectional prefix, stem and suffix.

    The three strings together, diacritised, are the written form; a stem never begins with a mark.
    ``joint`` tells what follows (see `JOINTS`). ``features`` are CAMeL Tools features with their
    values, ``(("asp", "p"), ("per", "3"), ...)``, in a fixed order.
    """

    prefix: str
    stem: str
    suffix: str
    joint: str
    features: tuple[tuple[str, str], ...]

    @property
    def form(self) -> str:
        return self.prefix + self.stem + self.suffix
