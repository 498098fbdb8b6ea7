from html.parser import HTMLParser
from urllib.parse import urlsplit

from markupsafe import Markup, escape

_KEPT = {"p", "br", "b", "i", "em", "strong", "ul", "ol", "li", "a"}
_DROPPED = {"script", "style"}


def _web_address(href):
    """Whether this is an address of the web, and nothing like javascript: or data:."""
    try:
        return urlsplit(href).scheme in ("http", "https") and "//" in href
    except ValueError:
        return href.startswith(("http://", "https://"))


class _Cleaner(HTMLParser):
    """Makes a list of pieces: ("text", characters), ("start", name, tag) and ("end", name)."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces = []
        self.open = []          # (name, whether it is shown)
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        if tag in _DROPPED:
            self.hidden += 1
        if tag not in _KEPT or self.hidden:
            return
        markup, shown = Markup(f"<{tag}>"), True
        if tag == "a":
            href = dict(reversed(attrs)).get("href") or ""
            shown = _web_address(href)
            markup = Markup('<a href="{}">').format(href)
        if shown:
            self.pieces.append(("start", tag, markup))
        if tag != "br":
            self.open.append((tag, shown))

    def handle_startendtag(self, tag, attrs):
        if tag not in _DROPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag in _DROPPED and self.hidden:
            self.hidden -= 1
        if not self.hidden and tag in [name for name, _ in self.open]:
            while self._end() != tag:
                pass

    def _end(self):
        name, shown = self.open.pop()
        if shown:
            self.pieces.append(("end", name, Markup(f"</{name}>")))
        return name

    def handle_data(self, data):
        if not self.hidden:
            self.pieces.append(("text", data, escape(data)))

    def finish(self):
        self.close()
        while self.open:
            self._end()
        return self.pieces


def _pieces(source):
    cleaner = _Cleaner()
    cleaner.feed(source)
    return cleaner.finish()


def description(source):
    return str(Markup("").join(markup for _, _, markup in _pieces(source)))


def teaser(source, letters):
    pieces = _pieces(source)
    if sum(len(data) for kind, data, _ in pieces if kind == "text") <= letters:
        return description(source)
    out, is_open = [], []
    for kind, data, markup in pieces:
        if kind == "text":
            out.append(escape(data[:letters]))
            letters -= len(data[:letters])
            if not letters:
                break
        else:
            out.append(markup)
            if kind == "end":
                is_open.pop()
            elif data != "br":
                is_open.append(data)
    out.append(Markup("…"))
    out += [Markup(f"</{name}>") for name in reversed(is_open)]
    return str(Markup("").join(out))
