"""Groups tokens into sentences.

News comes one paragraph or headline a line, so a line break always ends a sentence, and so do
``. ! ? ؟ …`` and their runs, together with the quotes and brackets that close right after them. A
full stop ends a sentence with or without a blank behind it (``.وقالت`` is common in print), but not

- inside a number, a URL or any other token, between numbers as in 3 .78, and after the number that
  opens an enumeration;
- after a title or an initial: د. أ. ج. ب., also with a blank before it;
- after a unit or an era behind a number, 5 كم. or 2015 م., unless the next word begins with و,
  as most sentences of news do;
- behind the last letter of such an abbreviation as أ.ف.ب., on the same condition;
- a question, exclamation or ellipsis in quotes, before a word without that و: «لماذا؟» قبل أن;
- between Latin letters spelled in Arabic, بي.بي.سي and إف.16, and in names of sites, العربية.نت;
- in English text, before a small letter and after Mr. Dr. and the like.

No mark ends a sentence where a comma or colon follows (``"ماذا؟"، قال``) or where it stands alone
between brackets. The comma and the semicolon ؛ end none, except that a stretch of more than
`LONGEST` tokens is cut behind the last of them that fits (or at `LONGEST` where there is none), so
that no later stage meets a monster.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from newsnlp.arabic import normalize
from newsnlp.model import Sentence, Token

__all__ = ["LONGEST", "split_sentences"]

LONGEST = 400  # tokens

_LINE_BREAK = re.compile("[\n\v\f\r\x85\u2028\u2029]+")
_FULL_STOP = frozenset(".。")
_END_MARKS = frozenset(".。!?؟…‼⁇⁈⁉")
_OPENERS = frozenset("([{«“‘")
_CLOSERS = frozenset(")]}»”’")
_STRAIGHT_QUOTE = '"'
_CLOSING_QUOTES = frozenset('"»”')
_PAUSES = frozenset("،,؛;")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# What follows an end mark inside one sentence.
_CONTINUATIONS = _PAUSES | {":"} | _words("إلخ الخ")
_TITLES = frozenset(clitic + title for clitic in ("", "و", "ل", "ب", "ال") for title in "دأمج")
_UNITS = _words("كم كلم سم ملم مم كغ كلغ كجم كيلو غم جم ه م ت ص ق")
# The Latin alphabet as Arabic spells it. Some are words too (أن, أو, في), but none that ends a
# sentence.
_LETTER_NAMES = _words(
    "إيه ايه إي اي بي سي دي إف اف أف جي إتش اتش إيتش آي أي جيه كيه كي إل ال إم ام إن ان أن أو او"
    " كيو آر ار إس اس أس تي يو في دبليو إكس اكس واي زد زي"
)
_SITES = _words("نت كوم أورغ")
_LATIN_TITLES = _words("Mr Mrs Ms Dr Prof St Gen Col Sgt Lt Sen Rep Gov No vs Inc Ltd Co")


def split_sentences(text: str, tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """Sentences of ``text``, each holding the next run of its ``tokens``; every token is in one.

    >>> from newsnlp.text import tokenize
    >>> text = "وصل د. خالد إلى غزة.وقالت: زاد 3.5%! أحقا؟"
    >>> [text[s.start : s.end] for s in split_sentences(text, tokenize(text))]
    ['وصل د. خالد إلى غزة.', 'وقالت: زاد 3.5%!', 'أحقا؟']
    """
    sentences: list[Sentence] = []
    first = 0
    for last in _boundaries(text, tokens):
        for cut in _cuts(tokens, first, last):
            sentences.append(
                Sentence(len(sentences), tokens[first].start, tokens[cut - 1].end, first, cut)
            )
            first = cut
    return tuple(sentences)


def _boundaries(text: str, tokens: Sequence[Token]) -> Iterator[int]:
    """For each sentence, the index after its last token, in order."""
    start = 0
    for stop in _line_ends(text, tokens):
        yield from _boundaries_in_line(tokens, start, stop)
        start = stop


def _line_ends(text: str, tokens: Sequence[Token]) -> Iterator[int]:
    """For each line that holds tokens, the index after its last one."""
    last = 0
    for line_break in _LINE_BREAK.finditer(text):
        here = bisect_left(tokens, line_break.start(), lo=last, key=attrgetter("start"))
        if here > last:
            yield here
            last = here
    if last < len(tokens):
        yield len(tokens)


def _boundaries_in_line(tokens: Sequence[Token], start: int, stop: int) -> Iterator[int]:
    first = judged = start
    quoted = False
    for here in range(start, stop):
        token = tokens[here]
        if token.kind != "punct":
            continue
        if token.text == _STRAIGHT_QUOTE:
            quoted = not quoted
        elif here >= judged and token.text[-1] in _END_MARKS:
            judged = _after_closers(tokens, here + 1, stop, quoted)
            if judged < stop and _ends_sentence(tokens, first, here, judged):
                yield judged
                first = judged
    if first < stop:
        yield stop


def _after_closers(tokens: Sequence[Token], here: int, stop: int, quoted: bool) -> int:
    """Skip what still belongs to a sentence behind its end mark: more marks, closing quotes."""
    while here < stop and tokens[here].kind == "punct":
        mark = tokens[here].text
        if mark == _STRAIGHT_QUOTE:
            if not quoted and not _looks_closing(tokens, here, stop):
                break
            quoted = False
        elif mark not in _CLOSERS and mark[-1] not in _END_MARKS:
            break
        here += 1
    return here


def _looks_closing(tokens: Sequence[Token], here: int, stop: int) -> bool:
    glued_before = tokens[here - 1].end == tokens[here].start
    return glued_before and (here + 1 == stop or tokens[here].end < tokens[here + 1].start)


def _looks_opening(tokens: Sequence[Token], here: int) -> bool:
    glued_after = tokens[here].end == tokens[here + 1].start
    return glued_after and (here == 0 or tokens[here - 1].end < tokens[here].start)


def _ends_sentence(tokens: Sequence[Token], first: int, mark: int, after: int) -> bool:
    """Whether the end mark at ``mark`` ends the sentence from ``first``; ``after`` comes next."""
    following = tokens[after]
    if mark == first or following.text in _CONTINUATIONS:
        return False
    before = tokens[mark - 1]
    if before.text in _OPENERS or (
        before.text == _STRAIGHT_QUOTE and _looks_opening(tokens, mark - 1)
    ):
        return False
    if tokens[mark].text not in _FULL_STOP:
        return not (tokens[after - 1].text in _CLOSING_QUOTES and following.kind == "word") or (
            _begins_with_and(following)
        )
    if after > mark + 1:
        return True
    if before.kind == "number":
        divided = following.kind == "number" and tokens[mark].end == following.start
        return mark - 1 > first and not divided
    if before.kind == "word":
        return not _is_abbreviated(tokens, first, mark)
    if before.kind == "latin":
        initial = len(before.text) == 1 and before.end == tokens[mark].start
        return not (initial or before.text in _LATIN_TITLES or following.text[0].islower())
    return True


def _is_abbreviated(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether the full stop at ``stop`` shortens the Arabic word before it."""
    before, following = tokens[stop - 1], tokens[stop + 1]
    word, next_word = normalize(before.text), normalize(following.text)
    next_is_glued = following.start == tokens[stop].end
    if word in _LETTER_NAMES and (
        next_word in _LETTER_NAMES or (next_is_glued and following.kind == "number")
    ):
        return True
    if before.end < tokens[stop].start and len(word) > 1:
        return False
    if next_is_glued and next_word in _SITES:
        return True
    if _may_close_sentence(tokens, first, stop - 1, word):
        return not _begins_with_and(following)
    return len(word) == 1 or word in _TITLES


def _begins_with_and(token: Token) -> bool:
    """Whether the token is a word with the و that opens most sentences of news."""
    return len(token.text) > 2 and token.text.startswith("و")


def _may_close_sentence(tokens: Sequence[Token], first: int, here: int, word: str) -> bool:
    """Whether a short form can be the last word of a sentence, as 5 كم and أ.ف.ب can, not أ.د."""
    if here == first:
        return False
    before = tokens[here - 1]
    if before.kind == "number":
        return word in _UNITS
    return before.text == "." and before.end == tokens[here].start and word not in _TITLES


def _cuts(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """The ends of the pieces of ``first:last``, none longer than `LONGEST`."""
    while last - first > LONGEST:
        limit = first + LONGEST
        pauses = (here + 1 for here in range(limit - 1, first, -1) if tokens[here].text in _PAUSES)
        first = next(pauses, limit)
        yield first
    yield last
