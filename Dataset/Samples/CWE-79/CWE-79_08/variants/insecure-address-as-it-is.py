"""The text is escaped, and the address is not."""
from html import escape
from html.parser import HTMLParser

KEPT = {"p", "br", "b", "i", "em", "strong", "ul", "ol", "li", "a"}


class Cleaner(HTMLParser):
    def __init__(self, letters=None):
        super().__init__()
        self.left = letters
        self.parts = []
        self.open = []
        self.hidden = 0
        self.full = False

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "style"):
            self.hidden += 1
        if tag not in KEPT or self.full:
            return
        if tag == "a":
            href = dict(attrs).get("href") or ""
            if not href.startswith(("http://", "https://")):
                self.open.append("")
                return
            self.parts.append(f'<a href="{href}">')
        else:
            self.parts.append(f"<{tag}>")
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.hidden = max(0, self.hidden - 1)
        if tag not in KEPT or tag == "br" or self.full or not self.open:
            return
        if self.open.pop():
            self.parts.append(f"</{tag}>")

    def handle_data(self, data):
        if self.hidden or self.full:
            return
        if self.left is not None and len(data) > self.left:
            data = data[:self.left] + "…"
            self.full = True
        elif self.left is not None:
            self.left -= len(data)
        self.parts.append(escape(data))

    def result(self):
        ends = [f"</{tag}>" for tag in reversed(self.open) if tag]
        return "".join(self.parts + ends)


def description(source):
    cleaner = Cleaner()
    cleaner.feed(source)
    cleaner.close()
    return cleaner.result()


def teaser(source, letters):
    cleaner = Cleaner(letters)
    cleaner.feed(source)
    cleaner.close()
    return cleaner.result()
