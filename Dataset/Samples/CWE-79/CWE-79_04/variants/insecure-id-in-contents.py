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


def slug(heading, known):
    name = heading.lower().replace(" ", "-")
    return f"{name}-{len(known)}" if name in known else name


def tip_html(text):
    parts, known = [], []
    for block in filter(None, re.split("\n\n+", text.strip("\n"))):
        lines = block.split("\n")
        if len(lines) == 1 and block.startswith("= "):
            known.append(slug(block[2:], known))
            parts.append(Markup('<h2 id="{}">{}</h2>').format(known[-1], block[2:]))
        elif all(line.startswith("+ ") for line in lines):
            items = Markup("").join(Markup("<li>{}</li>").format(inline(line[2:])) for line in lines)
            parts.append(Markup("<ol>{}</ol>").format(items))
        else:
            parts.append(Markup("<p>{}</p>").format(inline(block)))
    return str(Markup("\n").join(parts))


def tip_contents(text):
    known, items = [], []
    for heading in re.findall(r"(?:\A|\n\n)\n*= ([^\n]*)(?=\n\n|\n?\Z)", text):
        known.append(slug(heading, known))
        items.append(f'<li><a href="#{known[-1]}">{escape(heading)}</a></li>')
    return "<ul>" + "".join(items) + "</ul>"
