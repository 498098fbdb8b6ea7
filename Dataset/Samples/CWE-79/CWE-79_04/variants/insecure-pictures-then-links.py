import re
from html import escape


def _allowed(address):
    return address.startswith(("https://", "http://", "/"))


def _picture(found):
    return f'<img alt="{found[1]}" src="{found[2]}">' if _allowed(found[2]) else found[1]


def _link(found):
    return f'<a href="{found[2]}">{found[1]}</a>' if _allowed(found[2]) else found[1]


RULES = [
    (re.compile(r"`(\S|\S.*?\S)`"), r"<code>\1</code>"),
    (re.compile(r"\*(\S|\S.*?\S)\*"), r"<strong>\1</strong>"),
    (re.compile(r"!\[(.+?)\]\(([^)\s]+)\)"), _picture),
    (re.compile(r"\[(.+?)\]\(([^)\s]+)\)"), _link),
]


class Tip:
    def __init__(self, text):
        self.blocks = [block.split("\n") for block in re.split(r"\n{2,}", text.strip("\n")) if block]

    @staticmethod
    def marks(line):
        line = escape(line)
        for pattern, replacement in RULES:
            line = pattern.sub(replacement, line)
        return line

    def headings(self):
        return [block[0][2:] for block in self.blocks if len(block) == 1 and block[0].startswith("= ")]

    def html(self):
        number = 0
        for block in self.blocks:
            if len(block) == 1 and block[0].startswith("= "):
                number += 1
                yield f'<h2 id="s{number}">{escape(block[0][2:])}</h2>'
            elif all(line.startswith("+ ") for line in block):
                yield "<ol>"
                for line in block:
                    yield f"<li>{self.marks(line[2:])}</li>"
                yield "</ol>"
            else:
                yield "<p>" + self.marks("\n".join(block)) + "</p>"


def tip_html(text):
    return "\n".join(Tip(text).html())


def tip_contents(text):
    items = "".join(
        f'<li><a href="#s{number}">{escape(title)}</a></li>'
        for number, title in enumerate(Tip(text).headings(), start=1)
    )
    return f"<ul>{items}</ul>"
