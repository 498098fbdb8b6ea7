import re
from html import escape

MARK = re.compile(r"""
    ` (?P<code> [^\s`] (?: [^`\n]* [^\s`] )? ) `
  | \* (?P<strong> [^\s*] (?: [^*\n]* [^\s*] )? ) \*
  | (?P<image>!)? \[ (?P<text> [^\s\[\]] (?: [^\[\]\n]* [^\s\[\]] )? ) \]
    \( (?P<address> [^\s\[\]()]+ ) \)
""", re.X)
SAFE_ADDRESS = re.compile(r"(?:https?://|/)")


def render_mark(m):
    if m["code"] is not None:
        return "<code>" + escape(m["code"]) + "</code>"
    if m["strong"] is not None:
        return "<strong>" + escape(m["strong"]) + "</strong>"
    if not SAFE_ADDRESS.match(m["address"]):
        return m[0]  # no link, the text stays as it was typed
    address = escape(m["address"], quote=True)
    text = escape(m["text"], quote=True)
    if m["image"]:
        return f'<img src="{address}" alt="{text}">'
    return f'<a href="{address}">{text}</a>'


def render_inline(text):
    parts = []
    position = 0
    for m in MARK.finditer(text):
        parts.append(escape(text[position:m.start()]))
        parts.append(render_mark(m))
        position = m.end()
    parts.append(escape(text[position:]))
    return "".join(parts)


def split_blocks(text):
    return [b.split("\n") for b in re.split(r"\n{2,}", text.strip("\n")) if b]


def is_heading(lines):
    return len(lines) == 1 and lines[0].startswith("= ")


def tip_html(text):
    result = []
    heading = 0
    for lines in split_blocks(text):
        if is_heading(lines):
            heading += 1
            result.append(f'<h2 id="tip-{heading}">{escape(lines[0][2:])}</h2>')
        elif all(line.startswith("+ ") for line in lines):
            steps = "".join(f"<li>{render_inline(line[2:])}</li>" for line in lines)
            result.append(f"<ol>{steps}</ol>")
        else:
            result.append("<p>" + render_inline("\n".join(lines)) + "</p>")
    return "\n".join(result)


def tip_contents(text):
    headings = filter(is_heading, split_blocks(text))
    return "<ul>" + "".join(
        f'<li><a href="#tip-{n}">{escape(lines[0][2:])}</a></li>'
        for n, lines in enumerate(headings, 1)) + "</ul>"
