"""What the recogniser looks at: words, morphology, gazetteer, word classes, triggers.

Each token gets a list of strings for a linear-chain conditional random field; which of them matter
is learnt. The set follows Benajiba and Rosso (2008) and Darwish (ACL 2013) for Arabic: clitics
split off, lexicons, and classes of words seen in raw news.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsnlp.entities.clusters import Clusters
from newsnlp.entities.gazetteer import Gazetteer
from newsnlp.entities.triggers import trigger_class
from newsnlp.entities.words import Word

__all__ = ["sentence_features"]

_EDGE = "_"


def sentence_features(
    words: Sequence[Word], gazetteer: Gazetteer, clusters: Clusters
) -> list[list[str]]:
    """One list of features a token."""
    listed = _gazetteer_tags(words, gazetteer)
    own = [_own(word, tags, clusters) for word, tags in zip(words, listed, strict=True)]
    edge = dict.fromkeys(_NAMES, _EDGE)
    count = len(words)
    quoted = _quoted(words)
    out = []
    for at in range(count):
        here = own[at]
        features = [f"{name}={value}" for name, value in here.items() if value]
        features += [f"L={tag}" for tag in listed[at]]
        for offset in (-2, -1, 1, 2):
            there = own[at + offset] if 0 <= at + offset < count else edge
            names = _NEAR if abs(offset) == 1 else _FAR
            features += [f"{name}[{offset}]={there[name]}" for name in names if there[name]]
            if 0 <= at + offset < count:
                features += [f"L[{offset}]={tag}" for tag in listed[at + offset]]
        before = own[at - 1] if at else edge
        after = own[at + 1] if at + 1 < count else edge
        features.append(f"pp={before['pos']}|{here['pos']}")
        features.append(f"pn={here['pos']}|{after['pos']}")
        features.append(f"tp={before['trigger']}|{here['pos']}|{here['list']}")
        features.append(f"ll={before['list']}|{here['list']}")
        features.append(f"ln={here['list']}|{after['list']}")
        features.append(f"cc={before['c6']}|{here['c6']}")
        features.append(f"cn={here['c6']}|{after['c6']}")
        if at == 0:
            features.append("first")
        if quoted[at]:
            features.append("quoted")
        out.append(features)
    return out


_NAMES = ("w", "lemma", "pos", "clitic", "pre2", "pre3", "suf2", "suf3", "c6", "c8", "c10", "c12",
          "trigger", "list", "kind", "long", "guess")  # fmt: skip
_NEAR = ("w", "lemma", "pos", "clitic", "c6", "c8", "c10", "c12", "trigger", "kind", "suf2")
_FAR = ("w", "pos", "c8", "c10", "trigger")


def _own(word: Word, tags: Sequence[str], clusters: Clusters) -> dict[str, str]:
    analysis = word.token.analysis
    base = word.base
    bare = base.removeprefix("ال")
    classes = clusters.classes(base)
    lemma = analysis.lemma if analysis else base
    return {
        "w": base if word.token.kind == "word" else word.token.kind + base[:1],
        "lemma": lemma,
        "pos": (analysis.pos if analysis else "") + ("+" if base != bare else ""),
        "clitic": word.clitics,
        "pre2": bare[:2],
        "pre3": bare[:3],
        "suf2": bare[-2:],
        "suf3": bare[-3:],
        "c6": classes[0],
        "c8": classes[1],
        "c10": classes[2],
        "c12": classes[3],
        "trigger": trigger_class(lemma),
        "list": "".join(sorted({tag[2:5] for tag in tags})),
        "kind": word.token.kind if word.token.kind != "word" else "",
        "long": "1" if len(bare) > 6 else "",
        "guess": "1" if analysis and analysis.origin == "guess" else "",
    }


def _gazetteer_tags(words: Sequence[Word], gazetteer: Gazetteer) -> list[list[str]]:
    """For each word the kinds of the longest names over it, as B-kind and I-kind.

    Of one kind only the longest match at a place counts; single words that are also everyday words
    say so.
    """
    tags: list[dict[str, None]] = [{} for _ in words]
    longest: dict[tuple[int, str], int] = {}
    matches = list(gazetteer.matches([word.base for word in words]))
    for match in matches:
        for name in match.names:
            place = (match.first, name.type)
            longest[place] = max(longest.get(place, 0), match.last)
    for match in matches:
        for name in match.names:
            if longest[match.first, name.type] > match.last:
                continue
            mark = "~" if "word" in name.notes and match.last - match.first == 1 else ""
            size = min(match.last - match.first, 3)
            tags[match.first][f"B-{name.type}{mark}"] = None
            tags[match.first][f"B-{name.kind}{size}{mark}"] = None
            for at in range(match.first + 1, match.last):
                tags[at][f"I-{name.type}"] = None
                tags[at][f"I-{name.kind}{size}"] = None
    return [list(found) for found in tags]


def _quoted(words: Sequence[Word]) -> list[bool]:
    """Whether a word stands within a short quotation."""
    inside = [False] * len(words)
    opened = -1
    for at, word in enumerate(words):
        text = word.token.text
        if text in '«»"“”' and text:
            if opened >= 0 and at - opened <= 7:
                for between in range(opened + 1, at):
                    inside[between] = True
                opened = -1
            else:
                opened = at
    return inside
