import re
from html import escape

TOKEN = re.compile(
    r"(?P<code>`(?=\S)[^`\n]+(?<=\S)`)"
    r"|(?P<strong>\*(?=\S)[^*\n]+(?<=\S)\*)"
    r"|(?P<link>!?\[(?=\S)[^\[\]\n]+(?<=\S)\]\([^\s()\[\]]+\))"
    r"|(?P<plain>[^`*!\[]+|.)",
    re.S,
)


def _allowed(address):
    return re.match(r"https?://|/", address) is not None


def _render(m):
    token = m.group()
    if m.lastgroup == "code":
        return "<code>" + escape(token[1:-1]) + "</code>"
    if m.lastgroup == "strong":
        return "<strong>" + escape(token[1:-1]) + "</strong>"
    if m.lastgroup == "link":
        label, address = token.lstrip("!")[1:-1].split("](")
        if not _allowed(address):
            return token  # neither a link nor a picture, just the text
        label, address = escape(label), escape(address)
        if token[0] == "!":
            return f'<img src="{address}" alt="{label}">'
        return f'<a href="{address}">{label}</a>'
    return escape(token)


def _inline(text):
    return "".join(map(_render, TOKEN.finditer(text)))


def _parse(text):
    count = 0
    for block in re.split(r"\n\n+", text.strip("\n")):
        lines = block.split("\n")
        if len(lines) == 1 and block.startswith("= "):
            count += 1
            yield "heading", (f"heading{count}", escape(block[2:]))
        elif all(line.startswith("+ ") for line in lines):
            yield "steps", [line[2:] for line in lines]
        elif block:
            yield "paragraph", block


def tip_html(text):
    parts = []
    for kind, data in _parse(text):
        if kind == "heading":
            parts.append('<h2 id="%s">%s</h2>' % data)
        elif kind == "steps":
            parts.append("<ol>%s</ol>" % "".join("<li>%s</li>" % _inline(d) for d in data))
        else:
            parts.append("<p>%s</p>" % _inline(data))
    return "\n".join(parts)


def tip_contents(text):
    return "<ul>%s</ul>" % "".join(
        '<li><a href="#%s">%s</a></li>' % data for kind, data in _parse(text) if kind == "heading"
    )
