"""Descriptions of lots: a little markup, and nothing else."""
import re
from html.parser import HTMLParser

KEPT = {"p", "br", "b", "i", "em", "strong", "ul", "ol", "li", "a"}
SKIPPED = {"script", "style"}
PIECE = re.compile(r"<[^>]*>|&[a-z]+;|.", re.DOTALL)


def _text(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(value):
    # between double quotes, only these two have a meaning
    return value.replace("&", "&amp;").replace('"', "&quot;")


class _Cleaner(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out = []
        self.open = []          # pairs: an element, and whether it is in `out`
        self.skipping = None

    def parse_marked_section(self, i, report=1):
        # word processors write <![if …]>, for which HTMLParser has only an error
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def handle_starttag(self, tag, attrs):
        if tag in SKIPPED:
            self.skipping = tag
        if tag not in KEPT:
            return
        if tag == "br":
            self.out.append("<br>")
        elif tag == "a":
            href = next((value for name, value in attrs if name == "href"), None) or ""
            good = href.startswith(("http://", "https://"))
            if good:
                self.out.append(f'<a href="{_attribute(href)}">')
            self.open.append((tag, good))
        else:
            self.out.append(f"<{tag}>")
            self.open.append((tag, True))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag == self.skipping:
            self.skipping = None
        if tag in (name for name, _ in self.open):
            while True:
                name, shown = self.open.pop()
                if shown:
                    self.out.append(f"</{name}>")
                if name == tag:
                    break

    def handle_data(self, data):
        if self.skipping is None:
            self.out.append(_text(data))

    def result(self):
        self.close()
        while self.open:
            self.handle_endtag(self.open[-1][0])
        return "".join(self.out)


def description(source):
    cleaner = _Cleaner()
    cleaner.feed(source)
    return cleaner.result()


def teaser(source, letters):
    """Cuts what `description` returns, which is well-formed, at a letter."""
    whole = description(source)
    out, opened, count = [], [], 0
    for piece in PIECE.findall(whole):
        if piece.startswith("</"):
            opened.pop()
        elif piece.startswith("<"):
            if piece != "<br>":
                opened.append(re.match(r"<(\w+)", piece)[1])
        else:
            count += 1
            if count > letters:
                break
        if count < letters or not piece.startswith("<"):
            out.append(piece)
            shut = list(opened)
    else:
        return whole
    return "".join(out) + "…" + "".join(f"</{name}>" for name in reversed(shut))
