import re
from html import escape

ALLOWED = re.compile(r"^https?://|/")
LINK = re.compile(r"(!?)\[([^\s\[\]](?:[^\[\]\n]*[^\s\[\]])?)\]\(([^\s\[\]()]+)\)")
CODE = re.compile(r"`([^\s`](?:[^`\n]*[^\s`])?)`")
STRONG = re.compile(r"\*([^\s*](?:[^*\n]*[^\s*])?)\*")


def _link(m):
    bang, text, address = m.groups()
    if not ALLOWED.search(address):
        return escape(m[0])
    if bang:
        return f'<img src="{escape(address)}" alt="{escape(text)}">'
    return f'<a href="{escape(address)}">{escape(text)}</a>'


RULES = [
    (CODE, lambda m: f"<code>{escape(m[1])}</code>"),
    (LINK, _link),
    (STRONG, lambda m: f"<strong>{escape(m[1])}</strong>"),
]


def _inline(text, rules=RULES):
    """Apply the first rule; the pieces between its matches go to the others."""
    if not rules:
        return escape(text)
    (pattern, replace), *rest = rules
    html, last = "", 0
    for m in pattern.finditer(text):
        html += _inline(text[last:m.start()], rest) + replace(m)
        last = m.end()
    return html + _inline(text[last:], rest)


def _blocks(text):
    for block in re.split(r"\n{2,}", text.strip("\n")):
        lines = block.split("\n")
        if len(lines) == 1 and block.startswith("= "):
            yield "heading", block[2:]
        elif all(line.startswith("+ ") for line in lines):
            yield "steps", [line[2:] for line in lines]
        elif block:
            yield "paragraph", block


def tip_html(text):
    html, number = "", 0
    for kind, value in _blocks(text):
        if kind == "heading":
            number += 1
            html += f'<h2 id="h{number}">{escape(value)}</h2>\n'
        elif kind == "steps":
            html += "<ol>" + "".join(f"<li>{_inline(v)}</li>" for v in value) + "</ol>\n"
        else:
            html += f"<p>{_inline(value)}</p>\n"
    return html


def tip_contents(text):
    titles = [value for kind, value in _blocks(text) if kind == "heading"]
    items = [f'<li><a href="#h{n}">{escape(t)}</a></li>' for n, t in enumerate(titles, 1)]
    return "<ul>" + "".join(items) + "</ul>"
