"""Descriptions of lots, with a little markup."""
import re
from html.parser import HTMLParser

KEPT = frozenset({"p", "br", "b", "i", "em", "strong", "ul", "ol", "li"})
SILENT = frozenset({"script", "style"})
ADDRESSES = ("http://", "https://")


def _text(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _value(text):
    """The value of an attribute in double quotes."""
    return text.replace("&", "&amp;").replace('"', "&quot;")


class _Cleaner(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self._silent = None
        self._links = []  # for each open a: is it kept?

    def handle_starttag(self, tag, attrs):
        if tag in SILENT:
            self._silent = tag
        elif tag == "a":
            href = next((value for name, value in attrs if name == "href"), None) or ""
            kept = href.startswith(ADDRESSES)
            self._links.append(kept)
            if kept:
                self.parts.append(f'<a href="{_value(href)}">')
        elif tag in KEPT:
            self.parts.append(f"<{tag}>")

    def handle_startendtag(self, tag, attrs):
        if tag not in SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag == self._silent:
            self._silent = None
        elif tag == "a":
            if self._links and self._links.pop():
                self.parts.append("</a>")
        elif tag in KEPT and tag != "br":
            self.parts.append(f"</{tag}>")

    def handle_data(self, data):
        if self._silent is None:
            self.parts.append(_text(data))


def description(source):
    cleaner = _Cleaner()
    cleaner.feed(source)
    cleaner.close()
    return "".join(cleaner.parts)


# A description consists of nothing but these: tags, references, and single letters.
_PIECE = re.compile(r"<(?P<end>/?)(?P<tag>[a-z]+)[^>]*>|&[a-z]+;|.", re.DOTALL)


def teaser(source, letters):
    whole = description(source)
    still_open = []
    count = 0
    cut = None
    for piece in _PIECE.finditer(whole):
        tag = piece["tag"]
        if tag is None:
            count += 1
            if count == letters:
                cut = piece.end(), list(still_open)
            elif count > letters:
                break
        elif piece["end"]:
            if tag in still_open:
                while still_open.pop() != tag:
                    pass
        elif tag != "br":
            still_open.append(tag)
    if count <= letters:
        return whole
    end, tags = cut
    return whole[:end] + "…" + "".join(f"</{tag}>" for tag in reversed(tags))
