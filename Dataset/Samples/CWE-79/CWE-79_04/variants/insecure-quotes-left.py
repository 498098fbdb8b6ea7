import re
from html import escape

ADDRESS = re.compile(r"(https?://|/)", re.IGNORECASE)


def _link(match):
    picture, text, address = match.groups()
    if not ADDRESS.match(address):
        return text
    if picture:
        alt = text.replace('"', "&quot;")
        return f'<img src="{address}" alt="{alt}">'
    return f'<a href="{address}">{text}</a>'


def _marked(text):
    text = escape(text, quote=False)
    text = re.sub(r"`(\S(?:.*?\S)?)`", r"<code>\1</code>", text)
    text = re.sub(r"\*(\S(?:.*?\S)?)\*", r"<strong>\1</strong>", text)
    return re.sub(r"(!?)\[(.+?)\]\((\S+?)\)", _link, text)


def _split(text):
    """[(kind, lines)] of all blocks."""
    found = []
    for block in filter(None, re.split(r"\n\n+", text.strip("\n"))):
        lines = block.split("\n")
        if len(lines) == 1 and block.startswith("= "):
            found.append(("heading", [block[2:]]))
        elif all(line.startswith("+ ") for line in lines):
            found.append(("steps", [line[2:] for line in lines]))
        else:
            found.append(("paragraph", lines))
    return found


def tip_html(text):
    html, number = "", 0
    for kind, lines in _split(text):
        if kind == "heading":
            number += 1
            html += f'<h2 id="h{number}">{escape(lines[0])}</h2>\n'
        elif kind == "steps":
            html += "<ol>\n" + "".join(f"<li>{_marked(line)}</li>\n" for line in lines) + "</ol>\n"
        else:
            html += "<p>" + "\n".join(map(_marked, lines)) + "</p>\n"
    return html


def tip_contents(text):
    headings = [lines[0] for kind, lines in _split(text) if kind == "heading"]
    return "<ul>" + "".join(f'<li><a href="#h{n}">{escape(h)}</a></li>' for n, h in enumerate(headings, 1)) + "</ul>"
