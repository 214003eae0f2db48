"""One thing, one name: which mentions of a document mean the same, what it is called, in English too.

Strategies in order, each with the reason it stands where it does:

1. A short person's name takes the person whose full name the document gives (كيربي after جون كيربي):
   the document knows better than any list whom it means.
2. The gazetteer's entry of the mention's type: its canonical name and usual English.
3. A longer organisation or place of the document that begins with the short one.
4. The mention's own words; English word by word from name lists, else romanised and flagged so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from newsnlp.arabic import normalize
from newsnlp.entities.gazetteer import Gazetteer, Name
from newsnlp.entities.romanise import romanise
from newsnlp.model import Entity, Mention

__all__ = ["entities_of", "name_mentions"]

_NAME_KINDS = frozenset(("given_m", "given_f", "family"))
_PARTICLES = {"بن": "bin", "ابن": "ibn", "بنت": "bint", "ال": "Al", "ابو": "Abu", "ام": "Umm",
              "عبد": "Abd", "دو": "de", "دي": "de", "فان": "van", "فون": "von"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Called:
    """What a mention is called: the canonical name, its English and where that comes from."""

    name: str
    english: str
    origin: str


def name_mentions(
    mentions: Sequence[tuple[Mention, str]], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """The mentions with name, english and english_origin filled in.

    Each comes with its base: the folded words without proclitics. Mentions that already have a name
    (dates, groups) stay as they are.
    """
    full_names = _full_names(mentions)
    longer = _longer_forms(mentions)
    called: dict[tuple[str, str], _Called] = {}
    for mention, base in mentions:
        key = (mention.type, base)
        if not mention.name and key not in called:
            called[key] = _call(mention, base, gazetteer, full_names, longer)
    return tuple(
        mention
        if mention.name
        else replace(
            mention,
            name=called[mention.type, base].name,
            english=called[mention.type, base].english,
            english_origin=called[mention.type, base].origin,
        )
        for mention, base in mentions
    )


def entities_of(mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """Mentions gathered by type and name, the most mentioned first, ties in text order."""
    groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.type, mention.name].append(mention)
    found = [
        Entity(type_, name, members[0].english, members[0].english_origin,
               max(member.score for member in members), tuple(members))
        for (type_, name), members in groups.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda e: (-e.count, e.mentions[0].start)))


def _full_names(mentions: Sequence[tuple[Mention, str]]) -> dict[str, tuple[str, str]]:
    """Last name (and first) -> the full name, folded and as written, that the document gives it.

    Two people who share a last name leave it to the one named first.
    """
    found: dict[str, tuple[str, str]] = {}
    for mention, base in mentions:
        words = base.split()
        if mention.type == "PER" and len(words) > 1:
            full = (base, _written(mention))
            for short in (words[-1], " ".join(words[-2:]), words[0]):
                if short != base and len(short) > 2:
                    found.setdefault(short, full)
    return found


def _longer_forms(
    mentions: Sequence[tuple[Mention, str]],
) -> dict[tuple[str, str], tuple[str, str]]:
    """(type, short form) -> the one longer name in the document that begins with it."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    by_type: dict[str, dict[str, str]] = defaultdict(dict)
    for mention, base in mentions:
        by_type[mention.type].setdefault(base, _written(mention))
    for type_ in ("ORG", "LOC"):
        bases = by_type[type_]
        for base in bases:
            longer = [other for other in bases if other.startswith(base + " ")]
            if len(longer) == 1 and len(base) > 3:
                found[type_, base] = (longer[0], bases[longer[0]])
    return found


def _call(
    mention: Mention,
    base: str,
    gazetteer: Gazetteer,
    full_names: dict[str, tuple[str, str]],
    longer: dict[tuple[str, str], tuple[str, str]],
) -> _Called:
    if mention.type == "PER" and base in full_names:
        full, written = full_names[base]
        return _listed("PER", full, gazetteer) or _spelled("PER", full, written, gazetteer)
    listed = _listed(mention.type, base, gazetteer)
    if listed:
        return listed
    if (mention.type, base) in longer:
        full, written = longer[mention.type, base]
        return _listed(mention.type, full, gazetteer) or _spelled(
            mention.type, full, written, gazetteer
        )
    return _spelled(mention.type, base, _written(mention), gazetteer)


def _listed(type_: str, base: str, gazetteer: Gazetteer) -> _Called | None:
    """The gazetteer's name for this, of the right type; else one of any type but a bare name's."""
    names = [name for name in gazetteer.look_up(base) if name.kind not in _NAME_KINDS]
    right = [name for name in names if name.type == type_]
    for name in sorted(right or names, key=_prominence):
        if right or name.type in ("LOC", "ORG"):
            return _Called(name.name, name.english, "gazetteer")
    return None


def _prominence(name: Name) -> int:
    """Countries before capitals before the many towns that share a name."""
    order = ("country", "person", "capital", "city", "government", "armed", "international")
    return order.index(name.kind) if name.kind in order else len(order)


def _spelled(type_: str, base: str, written: str, gazetteer: Gazetteer) -> _Called:
    """A name no list holds as a whole: word by word."""
    if type_ != "PER":
        return _Called(written, romanise(written), "romanised")
    english, origin = [], "gazetteer"
    folded = base.split()
    for at, word in enumerate(folded):
        names = [name for name in gazetteer.look_up(word) if name.kind in _NAME_KINDS]
        family = [name for name in names if name.kind == "family"]
        given = [name for name in names if name.kind != "family"]
        chosen = (family or given) if at and at + 1 == len(folded) else (given or family)
        if word in _PARTICLES:
            english.append(_PARTICLES[word])
        elif chosen:
            english.append(chosen[0].english)
        else:
            origin = "romanised"
            own = written.split()
            english.append(romanise(own[at] if at < len(own) else word))
    return _Called(written, " ".join(english), origin)


def _written(mention: Mention) -> str:
    """The mention as a name: no marks, blanks evened out, a lost article (لل) put back."""
    return " ".join(normalize(mention.text).split())
