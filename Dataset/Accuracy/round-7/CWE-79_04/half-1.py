import re
from html import escape
from html.parser import HTMLParser

MARK = re.compile(
    r"`(?P<code>[^\s`](?:[^`\n]*[^\s`])?)`"
    r"|\*(?P<strong>[^\s*](?:[^*\n]*[^\s*])?)\*"
    r"|(?P<bang>!?)\[(?P<text>[^\s\[\]](?:[^\[\]\n]*[^\s\[\]])?)\]\((?P<address>[^\s\[\]()]+)\)"
)


def _mark(m):
    if m["code"]:
        return f"<code>{escape(m['code'])}</code>"
    if m["strong"]:
        return f"<strong>{escape(m['strong'])}</strong>"
    if not m["address"].startswith(("https://", "http://", "/")):
        return escape(m[0])
    address, text = escape(m["address"]), escape(m["text"])
    if m["bang"]:
        return f'<img src="{address}" alt="{text}">'
    return f'<a href="{address}">{text}</a>'


def _inline(text):
    out, last = [], 0
    for m in MARK.finditer(text):
        out += [escape(text[last:m.start()]), _mark(m)]
        last = m.end()
    return "".join(out) + escape(text[last:])


def tip_html(text):
    html, headings = [], 0
    for block in re.split(r"\n{2,}", text.strip("\n")):
        lines = block.split("\n")
        if len(lines) == 1 and block.startswith("= "):
            headings += 1
            html.append(f'<h2 id="part-{headings}">{escape(block[2:])}</h2>')
        elif all(line.startswith("+ ") for line in lines):
            html.append("<ol>" + "".join(f"<li>{_inline(x[2:])}</li>" for x in lines) + "</ol>")
        elif block:
            html.append(f"<p>{_inline(block)}</p>")
    return "\n".join(html)


class _Headings(HTMLParser):
    """Collects id and text of the headings of a finished tip."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.inside = False

    def handle_starttag(self, tag, attrs):
        if tag == "h2":
            self.inside = True
            self.found.append([dict(attrs)["id"], ""])

    def handle_endtag(self, tag):
        if tag == "h2":
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.found[-1][1] += data


def tip_contents(text):
    parser = _Headings()
    parser.feed(tip_html(text))
    parser.close()
    items = (f'<li><a href="#{id_}">{title}</a></li>' for id_, title in parser.found)
    return "<ul>" + "".join(items) + "</ul>"
