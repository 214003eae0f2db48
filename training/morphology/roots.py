"""A verb as the lexicon names it (root, form, vowels), and what kind of root it has.

The classification is that of the school grammars (Wright, *A Grammar of the Arabic Language*, I
§§ 36-176; Ryding, *A Reference Grammar of Modern Standard Arabic*, 2005, ch. 21-33).
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FORMS", "VOWELS", "Verb"]

FORMS = frozenset(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "Q1", "Q2", "Q4"))
# Middle vowels of form I, perfect-imperfect; "a-" has no imperfect.
VOWELS = frozenset(("a-u", "a-i", "a-a", "i-a", "u-u", "i-i", "a-"))
_RADICALS = frozenset("ءبتثجحخدذرزسشصضطظعغفقكلمنهوي")
_WEAK = frozenset("وي")
# The forms in which the second radical stands alone, so that a weak one fuses with its vowels.
_HOLLOW_FORMS = frozenset(("I", "IV", "VII", "VIII", "X"))
_DOUBLED_FORMS = _HOLLOW_FORMS | {"III", "VI"}
# Vowels that the last two radicals of form I allow: قال is a-u because its root has و.
_HOLLOW_VOWELS = {"و": frozenset(("a-u", "i-a")), "ي": frozenset(("a-i", "i-a"))}
_DEFECTIVE_VOWELS = {
    "و": frozenset(("a-u", "a-a", "i-a", "u-u")),
    "ي": frozenset(("a-i", "a-a", "i-a", "i-i")),
}
# وَطِئَ يَطَأُ and وَسِعَ يَسَعُ lose their و although other i-a verbs keep it (وَجِعَ يَوْجَعُ).
_DROPPING_I_A = frozenset(("وطء", "وسع"))


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb; ``strong`` keeps the second radical whole where the rule would contract it.

    ``root`` is written with bare hamza; ``vowels`` only goes with form I.

    Raises:
        ValueError: no verb has this root, form and vowels.
    """

    root: str
    form: str
    vowels: str = ""
    strong: bool = False

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise ValueError(
                f"{self.form!r} is not a verb form; they are {' '.join(sorted(FORMS))}"
            )
        length = 4 if self.quadriliteral else 3
        if len(self.root) != length or set(self.root) - _RADICALS:
            raise ValueError(
                f"form {self.form} takes a root of {length} radicals (bare ء, no alef), "
                f"not {self.root!r}"
            )
        if (self.form == "I") != (self.vowels in VOWELS) or (self.form != "I" and self.vowels):
            raise ValueError(
                f"form I, and no other, says its vowels ({' '.join(sorted(VOWELS))}); "
                f"{self.root} {self.form} says {self.vowels!r}"
            )
        if self.form == "IX" and self.root[2] in _WEAK:
            raise ValueError(f"{self.root}: a root that ends in {self.root[2]} has no form IX")
        if self.form == "I" and self.imperfect_vowel:
            if self.hollow and self.vowels not in _HOLLOW_VOWELS[self.root[1]]:
                self._refuse_vowels(1, _HOLLOW_VOWELS)
            if self.defective and self.vowels not in _DEFECTIVE_VOWELS[self.root[2]]:
                self._refuse_vowels(2, _DEFECTIVE_VOWELS)

    def _refuse_vowels(self, at: int, allowed: dict[str, frozenset[str]]) -> None:
        weak = self.root[at]
        raise ValueError(
            f"{self.root}: with {weak} as radical {at + 1} form I is "
            f"{' or '.join(sorted(allowed[weak]))}, not {self.vowels}"
        )

    @property
    def quadriliteral(self) -> bool:
        return self.form.startswith("Q")

    @property
    def perfect_vowel(self) -> str:
        return self.vowels.partition("-")[0]

    @property
    def imperfect_vowel(self) -> str:
        return self.vowels.partition("-")[2]

    @property
    def defective(self) -> bool:
        """The last radical is weak: رَمَى, أَعْطَى."""
        return self.root[-1] in _WEAK

    @property
    def hollow(self) -> bool:
        """The middle radical is weak and fuses in this form: قال, أَقام; not قَوَّم, طَوَى, عَوِر."""
        return (
            self.form in _HOLLOW_FORMS
            and self.root[1] in _WEAK
            and not self.defective
            and not self.strong
        )

    @property
    def doubled(self) -> bool:
        """The last two consonants of the stem are one sound and contract: مَدّ, اِحْمَرّ, اِطْمَأَنّ."""
        if self.form in ("IX", "Q4"):
            return True
        return (
            self.form in _DOUBLED_FORMS
            and self.root[1] == self.root[2]
            and not self.defective
            and not self.strong
        )

    @property
    def drops_first(self) -> bool:
        """The و of the active imperfect falls: يَعِدُ, يَضَعُ; not يَوْجَعُ, يَوَدُّ."""
        if self.form != "I" or self.root[0] != "و" or self.doubled:
            return False
        return self.imperfect_vowel == "i" or self.vowels == "a-a" or self.root in _DROPPING_I_A
