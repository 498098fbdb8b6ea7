import re
from html import escape


class Line:
    """One line. Links are made first and set aside, so that no later rule looks into their addresses."""

    def __init__(self, text):
        self.links = []
        self.text = escape(text)

    def keep(self, match):
        text, address = match.groups()
        if not address.startswith(("http://", "https://", "/")):
            return text
        self.links.append(f'<a href="{address}">{text}</a>')
        return f"\x00{len(self.links) - 1}\x00"

    @staticmethod
    def picture(match):
        text, address = match.groups()
        known = address.startswith(("http://", "https://", "/"))
        return f'<img src="{address}" alt="{text}">' if known else text

    def html(self):
        text = re.sub(r"(?<!!)\[([^\[\]]+)\]\(([^()\[\]\s]+)\)", self.keep, self.text)
        text = re.sub(r"!\[([^\[\]]+)\]\(([^()\[\]\s]+)\)", self.picture, text)
        text = re.sub(r"`(\S|\S.*?\S)`", r"<code>\1</code>", text)
        text = re.sub(r"\*(\S|\S.*?\S)\*", r"<strong>\1</strong>", text)
        for number, link in enumerate(self.links):
            text = text.replace(f"\x00{number}\x00", link)
        return text


def blocks(text):
    headings = 0
    for block in re.split(r"\n{2,}", text.strip("\n")):
        lines = block.split("\n")
        if len(lines) == 1 and block.startswith("= "):
            headings += 1
            yield "h2", [f"part{headings}", block[2:]]
        elif all(line.startswith("+ ") for line in lines):
            yield "ol", [line[2:] for line in lines]
        elif block:
            yield "p", lines


def tip_html(text):
    parts = []
    for kind, lines in blocks(text):
        if kind == "h2":
            parts.append(f'<h2 id="{lines[0]}">{escape(lines[1])}</h2>')
        elif kind == "ol":
            parts.append("<ol>" + "".join(f"<li>{Line(line).html()}</li>" for line in lines) + "</ol>")
        else:
            parts.append("<p>" + "\n".join(Line(line).html() for line in lines) + "</p>")
    return "\n".join(parts)


def tip_contents(text):
    headings = [lines for kind, lines in blocks(text) if kind == "h2"]
    return "<ul>" + "".join(f'<li><a href="#{one}">{escape(title)}</a></li>' for one, title in headings) + "</ul>"
