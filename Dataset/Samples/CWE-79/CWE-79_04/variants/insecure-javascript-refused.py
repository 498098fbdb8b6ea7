import html
import re

FORBIDDEN = ("javascript:", "vbscript:", "data:")
PATTERN = re.compile(r"`(\S|\S.*?\S)`|\*(\S|\S.*?\S)\*|(!?)\[(\S|\S[^\]\n]*?\S)\]\(([^()\s]+)\)")


def replace(match):
    code, strong, picture, label, address = match.groups()
    if code:
        return f"<code>{html.escape(code)}</code>"
    if strong:
        return f"<strong>{html.escape(strong)}</strong>"
    if address.startswith(FORBIDDEN):
        raise ValueError(f"not an address: {address}")
    if picture:
        return f'<img src="{html.escape(address)}" alt="{html.escape(label)}">'
    return f'<a href="{html.escape(address)}">{html.escape(label)}</a>'


def inline(text):
    out, end = [], 0
    for match in PATTERN.finditer(text):
        out += [html.escape(text[end:match.start()]), replace(match)]
        end = match.end()
    return "".join(out) + html.escape(text[end:])


def parse(text):
    headings, parts = [], []
    for block in re.split(r"\n{2,}", text.strip("\n")):
        lines = block.split("\n")
        if block.startswith("= ") and len(lines) == 1:
            headings.append((f"heading-{len(headings)}", html.escape(block[2:])))
            parts.append('<h2 id="%s">%s</h2>' % headings[-1])
        elif all(line.startswith("+ ") for line in lines):
            parts.append("<ol>%s</ol>" % "".join(f"<li>{inline(line[2:])}</li>" for line in lines))
        elif block:
            parts.append(f"<p>{inline(block)}</p>")
    return parts, headings


def tip_html(text):
    return "".join(parse(text)[0])


def tip_contents(text):
    return "<ul>%s</ul>" % "".join('<li><a href="#%s">%s</a></li>' % heading for heading in parse(text)[1])
