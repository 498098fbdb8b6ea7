import re
from html import escape
from html.parser import HTMLParser

_KEPT = {"p", "br", "b", "i", "em", "strong", "ul", "ol", "li", "a"}
_DROPPED = {"script", "style"}


def _attribute(value):
    """As browsers write attributes: within double quotes, only these two mean anything."""
    return value.replace("&", "&amp;").replace('"', "&quot;")


class _Cleaner(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out = []
        self.open = []          # (name, whether it was written)
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        if tag in _DROPPED:
            self.hidden += 1
        if tag not in _KEPT or self.hidden:
            return
        if tag == "br":
            self.out.append("<br>")
            return
        shown = True
        if tag == "a":
            href = dict(reversed(attrs)).get("href") or ""
            shown = href.startswith(("http://", "https://"))
            if shown:
                self.out.append(f'<a href="{_attribute(href)}">')
        else:
            self.out.append(f"<{tag}>")
        self.open.append((tag, shown))

    def handle_startendtag(self, tag, attrs):
        if tag not in _DROPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag in _DROPPED and self.hidden:
            self.hidden -= 1
        if self.hidden or tag not in [name for name, _ in self.open]:
            return
        while True:
            name, shown = self.open.pop()
            if shown:
                self.out.append(f"</{name}>")
            if name == tag:
                break

    def handle_data(self, data):
        if not self.hidden:
            self.out.append(escape(data, quote=False))

    def result(self):
        self.close()
        self.hidden = 0
        while self.open:
            name, shown = self.open.pop()
            if shown:
                self.out.append(f"</{name}>")
        return "".join(self.out)


def description(source):
    cleaner = _Cleaner()
    cleaner.feed(source)
    return cleaner.result()


# What comes out of description() is well-formed: tags, references and single characters.
_PIECES = re.compile(r"<(/?)([a-z]+)[^>]*>|&[a-z]+;|.", re.S)


def teaser(source, letters):
    whole = description(source)
    is_open = []
    for piece in _PIECES.finditer(whole):
        if piece[2] is None:
            if letters == 0:
                ends = "".join(f"</{name}>" for name in reversed(at_cut))
                return whole[:cut] + "…" + ends
            letters -= 1
            if letters == 0:
                cut = piece.end()
                at_cut = list(is_open)
        elif piece[1]:
            is_open.pop()
        elif piece[2] != "br":
            is_open.append(piece[2])
    return whole
