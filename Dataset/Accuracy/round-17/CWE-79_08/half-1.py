import re
from html.parser import HTMLParser

from markupsafe import escape

KEPT = frozenset(("p", "br", "b", "i", "em", "strong", "ul", "ol", "li", "a"))
HIDDEN = ("script", "style")


def _quoted(value):
    """A value within double quotes: only these two signs mean anything there."""
    return '"' + value.replace("&", "&amp;").replace('"', "&quot;") + '"'


class _Cleaner(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out = []
        self.open = []        # (tag, whether it was written)
        self.hidden = None

    def parse_html_declaration(self, i):
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def handle_starttag(self, tag, attrs):
        if tag in HIDDEN:
            self.hidden = tag
        if self.hidden or tag not in KEPT:
            return
        if tag == "br":
            self.out.append("<br>")
            return
        if tag != "a":
            self.open.append((tag, True))
            self.out.append(f"<{tag}>")
            return
        href = next((value for name, value in attrs if name == "href"), None) or ""
        good = href.lower().startswith(("http://", "https://"))
        self.open.append((tag, good))
        if good:
            self.out.append(f"<a href={_quoted(href)}>")

    def handle_endtag(self, tag):
        if tag == self.hidden:
            self.hidden = None
        if self.hidden or tag not in [name for name, _ in self.open]:
            return
        while self._end() != tag:
            pass

    def _end(self):
        tag, written = self.open.pop()
        if written:
            self.out.append(f"</{tag}>")
        return tag

    def handle_data(self, data):
        if not self.hidden:
            self.out.append(str(escape(data)))

    def finish(self):
        self.close()
        while self.open:
            self._end()
        return "".join(self.out)


def description(source):
    cleaner = _Cleaner()
    cleaner.feed(source)
    return cleaner.finish()


# description() writes tags, references, and single characters
_PIECE = re.compile(r"<[^>]*>|&[#a-z0-9]+;|.", re.S)


def teaser(source, letters):
    whole = description(source)
    out, opened, seen = [], [], 0
    for piece in _PIECE.findall(whole):
        if piece.startswith("</"):
            opened.pop()
        elif piece.startswith("<"):
            if piece != "<br>":
                opened.append(piece[1:-1].split()[0])
        else:
            if seen == letters:
                # cut before this one; what was only begun or ended since then is harmless
                while out and out[-1].startswith("<"):
                    out.pop()
                return _ended("".join(out) + "…")
            seen += 1
        out.append(piece)
    return whole


def _ended(html):
    opened = []
    for tag in re.findall(r"<[^>]*>", html):
        if tag.startswith("</"):
            opened.pop()
        elif tag != "<br>":
            opened.append(tag[1:-1].split()[0])
    return html + "".join(f"</{tag}>" for tag in reversed(opened))
