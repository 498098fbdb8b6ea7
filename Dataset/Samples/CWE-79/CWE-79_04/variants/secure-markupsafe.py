import re

from markupsafe import Markup, escape

TOKENS = re.compile(r"(\*\S(?:[^\n]*?\S)?\*|`\S(?:[^\n]*?\S)?`|!?\[\S(?:[^\]\n]*\S)?\]\([^\s()\[\]]+\))")


def token(piece):
    if len(piece) > 2 and piece[0] == piece[-1] == "*":
        return Markup("<strong>{}</strong>").format(piece[1:-1])
    if len(piece) > 2 and piece[0] == piece[-1] == "`":
        return Markup("<code>{}</code>").format(piece[1:-1])
    link = re.fullmatch(r"(!?)\[(.+)\]\((https?://\S+|/\S*)\)", piece)
    if link is None:
        return escape(piece)
    form = '<img src="{1}" alt="{0}">' if link[1] else '<a href="{1}">{0}</a>'
    return Markup(form).format(link[2], link[3])


def inline(text):
    return Markup("").join(map(token, TOKENS.split(text)))


def blocks(text):
    for block in filter(None, re.split("\n\n+", text.strip("\n"))):
        lines = block.split("\n")
        if len(lines) == 1 and block.startswith("= "):
            yield "heading", [block[2:]]
        elif all(line.startswith("+ ") for line in lines):
            yield "steps", [line[2:] for line in lines]
        else:
            yield "paragraph", lines


def tip_html(text):
    parts, number = [], 0
    for kind, lines in blocks(text):
        if kind == "heading":
            number += 1
            parts.append(Markup('<h2 id="{}">{}</h2>').format(number, lines[0]))
        elif kind == "steps":
            items = Markup("").join(Markup("<li>{}</li>").format(inline(line)) for line in lines)
            parts.append(Markup("<ol>{}</ol>").format(items))
        else:
            parts.append(Markup("<p>{}</p>").format(inline("\n".join(lines))))
    return Markup("\n").join(parts)


def tip_contents(text):
    headings = [lines[0] for kind, lines in blocks(text) if kind == "heading"]
    items = [Markup('<li><a href="#{}">{}</a></li>').format(n, heading) for n, heading in enumerate(headings, 1)]
    return Markup("<ul>{}</ul>").format(Markup("").join(items))
