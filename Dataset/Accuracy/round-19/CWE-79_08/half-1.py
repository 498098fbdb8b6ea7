import re
from html import unescape
from html.parser import HTMLParser

KEPT = {"p", "br", "b", "i", "em", "strong", "ul", "ol", "li", "a"}
SILENT = {"script", "style"}

# what a description is made of: tags, character references, single characters
PIECE = re.compile(r"<[^>]*>|&[^&;\s]*;|.", re.DOTALL)


def _text(data):
    return data.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(value):
    """A value that stands between double quotes: only these and & mean something there."""
    return value.replace("&", "&amp;").replace('"', "&quot;")


class _Cleaner(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out = []
        self.links = []     # for each open a: does it stay?
        self.silent = 0

    def handle_starttag(self, tag, attrs):
        if tag in SILENT:
            self.silent += 1
        if self.silent or tag not in KEPT:
            return
        if tag != "a":
            self.out.append(f"<{tag}>")
            return
        href = next((value for name, value in attrs if name == "href"), None) or ""
        stays = href.lower().startswith(("http://", "https://"))
        self.links.append(stays)
        if stays:
            self.out.append(f'<a href="{_attribute(href)}">')

    def handle_startendtag(self, tag, attrs):
        # for a browser, the slash in <b/> means nothing
        self.handle_starttag(tag, attrs)
        if tag in SILENT:
            self.set_cdata_mode(tag)

    def handle_endtag(self, tag):
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
            return
        if self.silent or tag not in KEPT:
            return
        if tag == "br":
            self.out.append("<br>")
        elif tag != "a":
            self.out.append(f"</{tag}>")
        elif self.links and self.links.pop():
            self.out.append("</a>")

    def handle_data(self, data):
        if not self.silent:
            self.out.append(_text(data))


def description(source):
    cleaner = _Cleaner()
    cleaner.feed(source)
    cleaner.close()
    return "".join(cleaner.out)


def _is_tag(piece):
    return len(piece) > 1 and piece[0] == "<"


def teaser(source, letters):
    whole = description(source)
    pieces = PIECE.findall(whole)
    if sum(len(unescape(piece)) for piece in pieces if not _is_tag(piece)) <= letters:
        return whole
    out, still_open, left = [], [], letters
    for piece in pieces:
        out.append(piece)
        if not _is_tag(piece):
            left -= 1
            if not left:
                break
            continue
        name = re.match(r"</?(\w+)", piece)[1]
        if piece[1] == "/":
            if name in still_open:
                while still_open.pop() != name:
                    pass
        elif name != "br":
            still_open.append(name)
    out.append("…")
    out.extend(f"</{name}>" for name in reversed(still_open))
    return "".join(out)
