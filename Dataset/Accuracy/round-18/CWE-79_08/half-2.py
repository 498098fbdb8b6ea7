"""Descriptions of lots: a little markup, and nothing else.

The source becomes a plain text first, in which each tag that may stay is a mark,
BEGIN, its number and END. Such a text is easy to cut. Only then it is
escaped, as a whole, and at last tags take the places of the marks.
"""
import html
import re
from html.parser import HTMLParser

BEGIN, END = "\ue000", "\ue001"         # signs for private use, which no text has
MARK = re.compile(f"{BEGIN}([0-9]+){END}")
KEPT = frozenset("p br b i em strong ul ol li a".split())


class _Reader(HTMLParser):
    def __init__(self, source):
        super().__init__()
        self.plain = []
        self.tags = []
        self.open = []
        self.hidden = ""
        # nobody but us makes marks
        self.feed(source.replace(BEGIN, "").replace(END, ""))
        self.close()
        while self.open:
            self._end()

    def parse_marked_section(self, i, report=1):
        end = self.rawdata.find(">", i)
        return -1 if end < 0 else end + 1

    def _mark(self, tag):
        self.plain.append(f"{BEGIN}{len(self.tags)}{END}")
        self.tags.append(tag)

    def _end(self):
        name, shown = self.open.pop()
        if shown:
            self._mark(f"</{name}>")
        return name

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "style"):
            self.hidden = tag
        elif tag == "br":
            self._mark("<br>")
        elif tag == "a":
            addresses = [value or "" for name, value in attrs if name == "href"]
            shown = bool(addresses) and addresses[0].startswith(("http://", "https://"))
            if shown:
                self._mark(f'<a href="{html.escape(addresses[0])}">')
            self.open.append((tag, shown))
        elif tag in KEPT:
            self._mark(f"<{tag}>")
            self.open.append((tag, True))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag == self.hidden:
            self.hidden = ""
        elif any(name == tag for name, _ in self.open):
            while self._end() != tag:
                pass

    def handle_data(self, data):
        if not self.hidden:
            self.plain.append(data)


def _render(plain, tags):
    result = html.escape(plain, quote=False)
    for number, tag in enumerate(tags):
        result = result.replace(f"{BEGIN}{number}{END}", tag)
    return result


def description(source):
    reader = _Reader(source)
    return _render("".join(reader.plain), reader.tags)


def teaser(source, letters):
    reader = _Reader(source)
    plain = "".join(reader.plain)
    if len(MARK.sub("", plain)) <= letters:
        return _render(plain, reader.tags)
    at, left, opened = 0, letters, []
    while True:
        if mark := MARK.match(plain, at):
            tag = reader.tags[int(mark[1])]
            if tag.startswith("</"):
                opened.pop()
            elif tag != "<br>":
                opened.append(re.match("<([a-z]+)", tag)[1])
            at = mark.end()
        else:
            at += 1
            left -= 1
            if not left:
                break
    ends = "".join(f"</{name}>" for name in reversed(opened))
    return _render(plain[:at], reader.tags) + "…" + ends
