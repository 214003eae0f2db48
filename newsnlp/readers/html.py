"""The running text of a news page, without its menus, forms and scripts.

A few rules in place of a trained extractor: what stands in ``nav``, ``header``, ``footer`` and
``aside`` goes, and so do list items that are nothing but a link; then text outside forms, inside
``article`` or ``main``, and in paragraphs is preferred, each only where it is most of what there
is, since old pages put all their text in a form, a table cell or between ``<br>``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser

__all__ = ["declared_encoding", "extract_text"]


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNSEEN = _names("noscript template svg select button iframe object")
_ASIDE = _names("nav header footer aside")
_MAIN = _names("article main")
_HEADLINES = _names("h1 h2 h3 h4 h5 h6")
_PROSE = _HEADLINES | _names("p li blockquote")
# Every other element that starts a line of its own; the elements above do as well.
_BLOCKS = (
    _PROSE
    | _ASIDE
    | _MAIN
    | _names("title form")
    | _names(
        "address body br caption center dd div dl dt figcaption figure head hr html ol option pre "
        "section summary details table tbody td th thead tr ul"
    )
)
_TRACKED = _UNSEEN | _ASIDE | _MAIN | _PROSE | {"title", "form", "a"}
# A paragraph, a list item and a headline end where the next begins; their end tags are optional.
_END_WITH_NEXT = _PROSE - {"blockquote"}
# Scripts first, for a string in them may hold the beginning of a comment.
_NOT_TEXT = re.compile(
    r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[!?][^>]*>?",
    re.IGNORECASE | re.DOTALL,
)
_UNFINISHED_TAG = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_MANY_UNFINISHED = 1000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_DECLARATION_SPACE = 4096


@dataclass(frozen=True, slots=True)
class _Block:
    """A line of text and the elements that it stood in; ``linked`` where all of it is links."""

    text: str
    elements: frozenset[str]
    linked: bool

    def within(self, names: frozenset[str]) -> bool:
        return bool(self.elements & names)


def extract_text(page: str) -> str:
    """The title and main text of an HTML page: one line a block, white space runs made one blank.

    Offsets of records made from it are into this text, not into the page.

    >>> extract_text("<nav>الرئيسية</nav><h1>زيارة</h1><p>وصل <b>الوزير</b> أمس.<p>وغادر.")
    'زيارة\\nوصل الوزير أمس.\\nوغادر.'
    """
    parser = _Blocks()
    parser.feed(_tamed(page))
    parser.close()
    parser.end_block()
    titles = [block.text for block in parser.blocks if "title" in block.elements]
    body = [block for block in parser.blocks if "title" not in block.elements]
    body = [block for block in body if not _is_furniture(block)] or body
    for wanted in (_outside_forms, _in_main, _is_prose):
        body = _if_most(body, wanted)
    lines = [block.text for block in body]
    # A title is most often the headline again, with the name of the site behind it.
    titles = [title for title in titles if not any(title.startswith(line) for line in lines)]
    return "\n".join(titles[:1] + lines)


def _tamed(page: str) -> str:
    """The page without what makes the parser of the standard library fail or crawl.

    It raises AssertionError on some declarations, and takes time that grows with the square of
    the number of tags left unfinished, so where these are many they are read as plain text.
    """
    page = _NOT_TEXT.sub("", page)
    if sum(1 for _ in _UNFINISHED_TAG.finditer(page)) > _MANY_UNFINISHED:
        page = _UNFINISHED_TAG.sub("&lt;", page)
    return page


def declared_encoding(page: bytes) -> str | None:
    """The charset that the head of a page names, which need not be true."""
    found = _CHARSET.search(page[:_DECLARATION_SPACE])
    return found[1].decode("ascii") if found else None


def _is_furniture(block: _Block) -> bool:
    if "li" in block.elements and block.linked:
        return True
    if "header" in block.elements and block.within(_MAIN):
        return block.within(_ASIDE - {"header"})  # an article's own header holds its headline
    return block.within(_ASIDE)


def _outside_forms(block: _Block) -> bool:
    return "form" not in block.elements


def _in_main(block: _Block) -> bool:
    return block.within(_MAIN)


def _is_prose(block: _Block) -> bool:
    return block.within(_PROSE)


def _if_most(blocks: list[_Block], wanted: Callable[[_Block], bool]) -> list[_Block]:
    """The wanted blocks, if they hold at least half of the characters; otherwise all."""
    chosen = [block for block in blocks if wanted(block)]
    size = sum(len(block.text) for block in chosen)
    return chosen if 2 * size >= sum(len(block.text) for block in blocks) else blocks


class _Blocks(HTMLParser):
    """Cuts a page into blocks; elements are counted, so that tags left open do no harm."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Block] = []
        self._open: Counter[str] = Counter()
        self._parts: list[str] = []
        self._unlinked = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if tag in _END_WITH_NEXT:
            for name in _END_WITH_NEXT:
                self._open[name] = 0
        if tag in _TRACKED:
            self._open[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if self._open[tag] > 0:
            self._open[tag] -= 1

    def handle_data(self, data: str) -> None:
        if any(self._open[name] for name in _UNSEEN):
            return
        self._parts.append(data)
        if not self._open["a"] and not data.isspace():
            self._unlinked = True

    def end_block(self) -> None:
        """Close the line that is being gathered, if there is anything on it."""
        text = " ".join("".join(self._parts).split())
        if text:
            elements = frozenset(name for name, depth in self._open.items() if depth > 0)
            self.blocks.append(_Block(text, elements, not self._unlinked))
        self._parts.clear()
        self._unlinked = False
