import html
import re


def ids(headings):
    """An id that tells what it stands for: the heading in small letters, with hyphens, and a number if it is taken."""
    found = []
    for heading in headings:
        name = re.sub(r"\s+", "-", heading.lower())
        while name in found:
            name += "-again"
        found.append(name)
    return found


def blocks(text):
    return [block for block in re.split(r"\n{2,}", text.strip("\n")) if block]


def headings(text):
    return [b[2:] for b in blocks(text) if b.startswith("= ") and "\n" not in b]


MARK = re.compile(r"\*(\S|\S.*?\S)\*|`(\S|\S.*?\S)`|(!?)\[([^\]]+)\]\(((?:https?:/)?/[^()\s]*)\)")


def inline(text):
    def mark(match):
        strong, code, picture, label, address = match.groups()
        if strong:
            return f"<strong>{strong}</strong>"
        if code:
            return f"<code>{code}</code>"
        return f'<img src="{address}" alt="{label}">' if picture else f'<a href="{address}">{label}</a>'

    return MARK.sub(mark, html.escape(text))


def tip_html(text):
    names = iter(ids(headings(text)))
    parts = []
    for block in blocks(text):
        lines = block.split("\n")
        if block.startswith("= ") and len(lines) == 1:
            parts.append(f'<h2 id="{next(names)}">{html.escape(block[2:])}</h2>')
        elif all(line.startswith("+ ") for line in lines):
            parts.append("<ol>" + "".join(f"<li>{inline(line[2:])}</li>" for line in lines) + "</ol>")
        else:
            parts.append(f"<p>{inline(block)}</p>")
    return "\n".join(parts)


def tip_contents(text):
    names = headings(text)
    return "<ul>" + "".join(
        f'<li><a href="#{html.escape(name)}">{html.escape(heading)}</a></li>'
        for name, heading in zip(ids(names), names)
    ) + "</ul>"
