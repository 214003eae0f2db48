"""The fixed head of the morphology database: which features exist, their values and defaults.

The format is the one `camel_tools.morphology.database.MorphologyDB` parses (Habash, *ALMOR*, 2007).
"""

from __future__ import annotations

__all__ = ["NOMINAL", "POS_TAGS", "UD", "VERBAL", "header", "stem_defaults"]

# CAMeL's part of speech -> Universal Dependencies, and the tag in its Buckwalter field.
UD = {
    "noun": "NOUN", "noun_prop": "PROPN", "noun_num": "NUM", "noun_quant": "NOUN", "adj": "ADJ",
    "adj_comp": "ADJ", "adj_num": "ADJ", "adv": "ADV", "adv_interrog": "ADV", "adv_rel": "ADV",
    "pron": "PRON", "pron_dem": "DET", "pron_rel": "PRON", "pron_interrog": "PRON",
    "verb": "VERB", "verb_pseudo": "VERB", "prep": "ADP", "conj": "CCONJ", "conj_sub": "SCONJ",
    "part": "PART", "part_neg": "PART", "part_verb": "PART", "part_fut": "AUX",
    "part_interrog": "PART", "part_voc": "PART", "part_focus": "PART", "part_restrict": "PART",
    "part_det": "PART", "interj": "INTJ", "abbrev": "X", "punc": "PUNCT", "digit": "NUM",
    "foreign": "X",
}  # fmt: skip
POS_TAGS = tuple(UD)
NOMINAL = frozenset("noun noun_prop noun_num noun_quant adj adj_comp adj_num".split())
VERBAL = frozenset(("verb",))

_OPEN = (
    "diac lex bw gloss root pattern source ud d3tok d3seg atbtok atbseg pos_lex_logprob stemcat"
).split()
_CLOSED = {
    "pos": (*POS_TAGS, "latin"),
    "prc3": ("0", "na", ">a_ques"),
    "prc2": ("0", "na", "wa_conj", "fa_conj"),
    "prc1": (
        "0", "na", "bi_prep", "li_prep", "ka_prep", "sa_fut", "li_sub", "li_jus", "la_emph",
    ),
    "prc0": ("0", "na", "Al_det"),
    "per": ("1", "2", "3", "na"),
    "asp": ("p", "i", "c", "na"),
    "vox": ("a", "p", "u", "na"),
    "mod": ("i", "s", "j", "u", "na"),
    "gen": ("m", "f", "na"),
    "num": ("s", "d", "p", "na", "u"),
    "stt": ("i", "d", "c", "na", "u"),
    "cas": ("n", "a", "g", "na", "u"),
    "enc0": (
        "0",
        "na",
        *(
            f"{person}_{kind}"
            for kind in ("poss", "dobj", "pron")
            for person in "1s 1p 2ms 2fs 2d 2mp 2fp 3ms 3fs 3d 3mp 3fp".split()
        ),
    ),
    "rat": ("y", "n", "i", "na"),
    "form_gen": ("m", "f", "na", "-"),
    "form_num": ("s", "d", "p", "na", "-"),
}  # fmt: skip
_ORDER = (
    "diac lex bw gloss pos prc3 prc2 prc1 prc0 per asp vox mod form_gen gen form_num num stt cas "
    "enc0 rat source root pattern ud d3tok d3seg atbtok atbseg pos_lex_logprob stemcat"
).split()


def stem_defaults(pos: str) -> dict[str, str]:
    """What a stem of this part of speech says of every inflection feature before affixes speak."""
    clitics = "0" if pos not in ("punc", "digit", "foreign", "latin") else "na"
    values = dict.fromkeys(("prc3", "prc2", "prc1", "enc0"), clitics)
    values["prc0"] = clitics if pos in NOMINAL else "na"
    values |= dict.fromkeys(("per", "asp", "vox", "mod", "gen", "num", "stt", "cas"), "na")
    values |= {"form_gen": "na", "form_num": "na", "rat": "na"}
    return values


def header() -> list[str]:
    """The lines before the affixes."""
    lines = ["###DEFINES###"]
    lines += [f"DEFINE {name} {name}:*open*" for name in _OPEN]
    lines += [
        f"DEFINE {name} " + " ".join(f"{name}:{value}" for value in values)
        for name, values in _CLOSED.items()
    ]
    lines.append("###DEFAULTS###")
    for pos in _CLOSED["pos"]:
        values = {"pos": pos, **stem_defaults(pos)}
        lines.append("DEFAULT " + " ".join(f"{name}:{value}" for name, value in values.items()))
    lines += ["###ORDER###", "ORDER " + " ".join(_ORDER)]
    lines += ["###TOKENIZATIONS###", "TOKENIZATION d3tok d3seg atbtok atbseg"]
    lines += ["###STEMBACKOFF###", "STEMBACKOFF ALL NOUN_PROP", "STEMBACKOFF PROP NOUN_PROP"]
    return lines
