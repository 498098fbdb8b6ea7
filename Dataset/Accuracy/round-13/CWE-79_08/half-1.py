"""Descriptions of lots: HTML from sellers, reduced to a little markup."""
import html
import re
from html.parser import HTMLParser

_KEPT = frozenset({"p", "br", "b", "i", "em", "strong", "ul", "ol", "li", "a"})
_DROPPED = frozenset({"script", "style"})


def _attribute(value):
    # as the HTML standard serialises the value of an attribute
    return value.replace("&", "&amp;").replace("\xa0", "&nbsp;").replace('"', "&quot;")


class _Cleaner(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out = []
        self._open = []         # (element, whether it is shown)
        self._hidden = None

    def handle_starttag(self, tag, attrs):
        if tag in _DROPPED:
            self._hidden = tag
            return
        if tag not in _KEPT:
            return
        if tag == "br":
            self.out.append("<br>")
            return
        start = f"<{tag}>"
        if tag == "a":
            href = next((value for name, value in attrs if name == "href"), None) or ""
            if href.startswith(("http://", "https://")):
                start = f'<a href="{_attribute(href)}">'
            else:
                start = ""
        self.out.append(start)
        self._open.append((tag, bool(start)))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)       # <p/> is <p> for a browser
        if tag in _DROPPED:
            self.set_cdata_mode(tag)

    def handle_endtag(self, tag):
        if tag == self._hidden:
            self._hidden = None
            return
        if not any(name == tag for name, _ in self._open):
            return
        while self._open:
            name, shown = self._open.pop()
            if shown:
                self.out.append(f"</{name}>")
            if name == tag:
                break

    def handle_data(self, data):
        if self._hidden is None:
            self.out.append(html.escape(data, quote=False))

    def parse_marked_section(self, i, report=1):
        return self.parse_bogus_comment(i)     # <![if …]> of the word processors

    def close(self):
        super().close()
        while self._open:
            name, shown = self._open.pop()
            if shown:
                self.out.append(f"</{name}>")


def description(source):
    cleaner = _Cleaner()
    cleaner.feed(source)
    cleaner.close()
    return "".join(cleaner.out)


# In a description every tag and every character reference is complete.
_TOKEN = re.compile(r"<(?P<end>/?)(?P<name>[a-z]+)[^>]*>|&[^;]+;|.", re.DOTALL)


def teaser(source, letters):
    whole = description(source)
    is_open = []
    seen = 0
    cut = None
    for token in _TOKEN.finditer(whole):
        name = token["name"]
        if name is None:
            seen += 1
            if seen > letters:
                at, still_open = cut
                ends = "".join(f"</{element}>" for element in reversed(still_open))
                return whole[:at] + "…" + ends
            if seen == letters:
                cut = token.end(), tuple(is_open)
        elif token["end"]:
            is_open.pop()
        elif name != "br":
            is_open.append(name)
    return whole
