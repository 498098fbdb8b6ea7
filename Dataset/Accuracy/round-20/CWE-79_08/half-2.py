"""Descriptions of lots, with a little markup."""
import re
from html.parser import HTMLParser

from markupsafe import escape

KEPT = frozenset({"p", "br", "b", "i", "em", "strong", "ul", "ol", "li"})
SILENT = frozenset({"script", "style"})
ADDRESSES = ("http://", "https://")


def _text(text):
    """Text as HTML. `1 < 2` stays legible in the source of the page: a `<` only opens
    something where a letter, `/`, `!` or `?` follows."""
    return re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text.replace("&", "&amp;").replace(">", "&gt;"))


class _Cleaner(HTMLParser):
    """Takes a description apart: into `(tag, html)` for tags, `(None, text)` for texts."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.pieces = []
        self._data = []
        self._silent = None
        self._links = []  # for each open a: is it kept?
        self.feed(source)
        self.close()
        self._flush()

    def _flush(self):
        # The parser hands over a text bit by bit.
        if self._data:
            self.pieces.append((None, "".join(self._data)))
            self._data = []

    def handle_starttag(self, tag, attrs):
        self._flush()
        if tag in SILENT:
            self._silent = tag
        elif tag == "a":
            href = next((value for name, value in attrs if name == "href"), None) or ""
            kept = href.startswith(ADDRESSES)
            self._links.append(kept)
            if kept:
                self.pieces.append(("a", f'<a href="{escape(href)}">'))
        elif tag in KEPT:
            self.pieces.append((tag, f"<{tag}>"))

    def handle_startendtag(self, tag, attrs):
        if tag not in SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        self._flush()
        if tag == self._silent:
            self._silent = None
        elif tag == "a":
            if self._links and self._links.pop():
                self.pieces.append(("/a", "</a>"))
        elif tag in KEPT and tag != "br":
            self.pieces.append((f"/{tag}", f"</{tag}>"))

    def handle_data(self, data):
        if self._silent is None:
            self._data.append(data)


def _html(pieces):
    return "".join(_text(piece) if tag is None else piece for tag, piece in pieces)


def description(source):
    return _html(_Cleaner(source).pieces)


def teaser(source, letters):
    pieces = _Cleaner(source).pieces
    if sum(len(piece) for tag, piece in pieces if tag is None) <= letters:
        return _html(pieces)
    taken = []
    still_open = []
    for tag, piece in pieces:
        if tag is None:
            taken.append((None, piece[:letters]))
            letters -= len(piece)
            if letters <= 0:
                break
            continue
        taken.append((tag, piece))
        if tag.startswith("/"):
            if tag[1:] in still_open:
                while still_open.pop() != tag[1:]:
                    pass
        elif tag != "br":
            still_open.append(tag)
    return _html(taken) + "…" + "".join(f"</{tag}>" for tag in reversed(still_open))
