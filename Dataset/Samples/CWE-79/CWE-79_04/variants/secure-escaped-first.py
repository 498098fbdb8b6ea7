import re
from html import escape

# Escaping comes first and leaves none of the signs of which marks are made, so that one pass over the result can
# find all marks; no second pass looks into what the first has made.
MARKS = re.compile(r"\*(\S|\S.*?\S)\*|`(\S|\S.*?\S)`|(!?)\[([^\]\n]+)\]\(([^\s()\[\]]+)\)")


def replacement(match):
    strong, code, picture, label, address = match.groups()
    if strong:
        return "<strong>" + strong + "</strong>"
    if code:
        return "<code>" + code + "</code>"
    if not re.match("https?://|/", address):
        return match[0]
    if picture:
        return f'<img src="{address}" alt="{label}">'
    return f'<a href="{address}">{label}</a>'


def to_html(block):
    if isinstance(block, tuple):
        return '<h2 id="%s">%s</h2>' % block
    lines = block.split("\n")
    if all(line[:2] == "+ " for line in lines):
        return "<ol>" + "".join("<li>" + MARKS.sub(replacement, line[2:]) + "</li>" for line in lines) + "</ol>"
    return "<p>" + MARKS.sub(replacement, block) + "</p>"


def read(text):
    number = 0
    for block in re.split("\n{2,}", escape(text).strip("\n")):
        if block.startswith("= ") and "\n" not in block:
            number += 1
            yield f"h-{number}", block[2:]
        elif block:
            yield block


def tip_html(text):
    return "".join(to_html(block) for block in read(text))


def tip_contents(text):
    items = ('<li><a href="#%s">%s</a></li>' % block for block in read(text) if isinstance(block, tuple))
    return "<ul>" + "".join(items) + "</ul>"
