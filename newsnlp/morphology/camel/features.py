"""CAMeL Tools' features of one analysis -> `newsnlp.model.Analysis`.

Feature names and values are those of the CAMeL Tools reference ("CAMeL Morphology Features"), which
the package's own database follows as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from newsnlp.arabic import strip_diacritics
from newsnlp.model import Analysis

__all__ = ["ENCLITICS", "PROCLITICS", "UPOS", "to_analysis", "undiacritised"]

UPOS: dict[str, str] = {
    "abbrev": "X",
    "adj": "ADJ",
    "adj_comp": "ADJ",
    "adj_num": "ADJ",
    "adv": "ADV",
    "adv_interrog": "ADV",
    "adv_rel": "ADV",
    "conj": "CCONJ",
    "conj_sub": "SCONJ",
    "digit": "NUM",
    "foreign": "X",
    "interj": "INTJ",
    "latin": "X",
    "noun": "NOUN",
    "noun_num": "NUM",
    "noun_prop": "PROPN",
    "noun_quant": "NOUN",
    "part": "PART",
    "part_connect": "PART",
    "part_det": "DET",
    "part_dem": "PART",
    "part_emphac": "PART",
    "part_focus": "PART",
    "part_fut": "AUX",
    "part_interrog": "PART",
    "part_neg": "PART",
    "part_rc": "PART",
    "part_restrict": "PART",
    "part_verb": "PART",
    "part_voc": "PART",
    "prep": "ADP",
    "pron": "PRON",
    "pron_dem": "DET",
    "pron_exclam": "PRON",
    "pron_interrog": "PRON",
    "pron_rel": "PRON",
    "punc": "PUNCT",
    "symbol": "SYM",
    "verb": "VERB",
    "verb_nom": "VERB",
    "verb_pseudo": "PART",
}
"""CAMeL's part of speech -> Universal Dependencies'; a tag that is not here is ``X``."""

_UNIVERSAL = frozenset([*UPOS.values(), "AUX", "SYM"])

PROCLITICS: dict[str, str] = {
    ">a_ques": "أ",
    "fa_conj": "ف",
    "fa_part": "ف",
    "fa_rc": "ف",
    "fa_sub": "ف",
    "wa_conj": "و",
    "wa_part": "و",
    "wa_prep": "و",
    "wa_sub": "و",
    "<i$_interrog": "إش",
    "bi_part": "ب",
    "bi_prep": "ب",
    "bi_prog": "ب",
    "Ea_prep": "ع",
    "EalaY_prep": "على",
    "fiy_prep": "في",
    "min_prep": "من",
    "hA_dem": "ها",
    "Ha_fut": "ح",
    "ka_prep": "ك",
    "la_emph": "ل",
    "la_prep": "ل",
    "la_rc": "ل",
    "laHa_emphfut": "لح",
    "laHa_rcfut": "لح",
    "li_jus": "ل",
    "li_prep": "ل",
    "li_sub": "ل",
    "libi_prep": "لب",
    "sa_fut": "س",
    "ta_prep": "ت",
    "wA_voc": "وا",
    "yA_voc": "يا",
    "Al_det": "ال",
    "AlmA_neg": "الما",
    "Aa_prondem": "ا",
    "lA_neg": "لا",
    "mA_neg": "ما",
    "mA_part": "ما",
    "mA_rel": "ما",
    "ma_neg": "م",
}
"""The value of ``prc0`` to ``prc3`` -> what is written, Egyptian values included."""

_PRONOUNS = {
    "1s": "ي",
    "1p": "نا",
    "2ms": "ك",
    "2fs": "ك",
    "2d": "كما",
    "2mp": "كم",
    "2p": "كم",
    "2fp": "كن",
    "3ms": "ه",
    "3fs": "ها",
    "3d": "هما",
    "3mp": "هم",
    "3p": "هم",
    "3fp": "هن",
}

ENCLITICS: dict[str, str] = {
    **{
        f"{person}_{use}": written
        for person, written in _PRONOUNS.items()
        for use in ("poss", "dobj", "pron")
    },
    "1s_dobj": "ني",
    "Ah_voc": "اه",
    "lA_neg": "لا",
    "mA_interrog": "ما",
    "mA_rel": "ما",
    "mA_sub": "ما",
    "ma_interrog": "م",
    "ma_rel": "م",
    "ma_sub": "م",
    "man_interrog": "من",
    "man_rel": "من",
}
"""The value of ``enc0`` to ``enc2`` -> what is written."""

_INFLECTION = (
    "asp",
    "mod",
    "vox",
    "per",
    "gen",
    "num",
    "stt",
    "cas",
    "form_gen",
    "form_num",
    "rat",
)
_NO_VALUE = frozenset(["na", "-", "u", "0", ""])
_NO_ROOT = frozenset(["NTWS", "PUNC", "FOREIGN", "DIGIT", "NOAN", "backoff", "-", ""])
_NO_GLOSS = frozenset(["NO_ANALYSIS", "NOAN", "na", "-", ""])
_RULES = frozenset(["digit", "punc", "foreign"])

_LEMMA_NUMBER = re.compile("[_-]")
_ROOT_NOISE = re.compile("[#.0-9_-]")
_GLOSS_BREAK = re.compile(r"\s*;\s*")


def undiacritised(text: str) -> str:
    """Letters alone, as people type them: no marks, and a plain alef for a joining one.

    >>> undiacritised("ٱِرْتِفاع")
    'ارتفاع'
    """
    return strip_diacritics(text).replace("ٱ", "ا")


def to_analysis(camel_features: Mapping[str, Any]) -> Analysis:
    """One of CAMeL's feature dictionaries as the record that tokens carry.

    Only ``pos`` and one of ``lex`` or ``diac`` must be there.

    >>> to_analysis({"lex": "كِتاب", "diac": "وَكِتابُها", "pos": "noun", "prc2": "wa_conj",
    ...              "enc0": "3fs_poss", "root": "ك.ت.ب", "gloss": "and+book+her"})
    ... # doctest: +NORMALIZE_WHITESPACE
    Analysis(lemma='كتاب', lemma_diac='كِتاب', pos='noun', upos='NOUN', root='كتب', gloss='book',
        proclitics=('و',), stem='كتاب', enclitics=('ها',), features={}, diac='وَكِتابُها',
        origin='lexicon')
    """
    get = camel_features.get
    pos = camel_features["pos"]
    diac = get("diac") or camel_features["lex"]
    origin = _origin(pos, get("source"))
    if origin == "rule":
        # CAMeL copies the word into every feature; a comma has no gloss
        return Analysis(diac, diac, pos, UPOS.get(pos, "X"), stem=diac, diac=diac, origin=origin)

    lex = get("lex") or diac
    # the number after _ or - tells homographs apart; a lemma that is itself such a sign stays
    lemma_diac = _LEMMA_NUMBER.split(lex, maxsplit=1)[0] or lex
    proclitics = tuple([PROCLITICS[value] for name in _PRC if (value := get(name)) in PROCLITICS])
    plain = undiacritised(diac)
    enclitics = _enclitics(camel_features, plain)
    return Analysis(
        lemma=undiacritised(lemma_diac),
        lemma_diac=lemma_diac,
        pos=pos,
        upos=_upos(pos, get("ud"), len(proclitics), len(enclitics)),
        root=_root(get("root")),
        gloss=_gloss(get("stemgloss"), get("gloss"), len(proclitics)),
        proclitics=proclitics,
        stem=_stem(plain, proclitics, enclitics, undiacritised(get("stem") or lemma_diac)),
        enclitics=enclitics,
        features={name: value for name in _INFLECTION if (value := get(name, "")) not in _NO_VALUE},
        diac=diac,
        origin=origin,
    )


_PRC = ("prc3", "prc2", "prc1", "prc0")  # in text order
_ENC = ("enc0", "enc1", "enc2")


def _origin(pos: str, source: str | None) -> str:
    if source in _RULES or (source is None and pos in _RULES):
        return "rule"
    return "guess" if source == "backoff" else "lexicon"


def _upos(pos: str, ud: str | None, before: int, after: int) -> str:
    """CAMeL's own ``ud`` names every part of the word; the stem's stands between the clitics."""
    if ud:
        parts = ud.split("+")
        if len(parts) == before + 1 + after and parts[before] in _UNIVERSAL:
            return parts[before]
    return UPOS.get(pos, "X")


def _root(root: str | None) -> str | None:
    if root is None or root in _NO_ROOT:
        return None
    return _ROOT_NOISE.sub("", root) or None


def _gloss(stem_gloss: str | None, gloss: str | None, before: int) -> str | None:
    """The stem's share of the gloss; CAMeL joins those of prefix, stem and suffix by ``+``."""
    if stem_gloss is None and gloss is not None:
        parts = gloss.split("+")
        stem_gloss = parts[before] if before < len(parts) else parts[-1]
    if stem_gloss is None or stem_gloss in _NO_GLOSS:
        return None
    return _GLOSS_BREAK.sub(", ", stem_gloss.replace("_", " ")).strip(" ,") or None


def _enclitics(features: Mapping[str, Any], plain: str) -> tuple[str, ...]:
    found = []
    for name in _ENC:
        value = features.get(name)
        if value in ENCLITICS:
            written = ENCLITICS[value]
            if value == "1s_pron" and plain == undiacritised(features.get("stem") or "") + "ني":
                written = "ني"  # إنني beside إني
            found.append(written)
    return tuple(found)


def _stem(plain: str, proclitics: tuple[str, ...], enclitics: tuple[str, ...], known: str) -> str:
    """What is written between the clitics; the whole word where they cannot be told apart.

    ``known`` is CAMeL's stem, or the lemma: it tells where للغة is cut.
    """
    end = "".join(enclitics)
    if end and plain.endswith(end):
        plain = plain[: -len(end)]
    start = "".join(proclitics)
    # the article's alef drops after ل (للكتاب), and its ل too before another one (للغة)
    rests = [
        plain[len(written) :]
        for written in (start, start.replace("لال", "لل"), start.replace("لال", "ل"))
        if len(plain) > len(written) and plain.startswith(written)
    ]
    rests.sort(key=lambda rest: not rest.startswith(known[:2]))
    return rests[0] if rests else plain
