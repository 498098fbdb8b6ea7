import re
from html import escape
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader


class Html(str):
    """Text that is markup already."""


def out(value):
    return value if isinstance(value, Html) else Html(escape(str(value)))


def pieces(pattern, text, element):
    made, end = "", 0
    for found in re.finditer(pattern, text, re.IGNORECASE):
        made += out(text[end : found.start()]) + element(found)
        end = found.end()
    return Html(made + out(text[end:]))


def lines(text):
    return Html("<br>".join(out(text).split("\n")))


def marked(text, query):
    return pieces(re.escape(query) or "(?!)", text, lambda found: f"<mark>{out(found[0])}</mark>")


def references(text):
    return pieces(r"\[([^\[\]\n]+)]", text, lambda found: f'<a href="/word/{quote(found[1], "")}">{out(found[1])}</a>')


def field(name, value, hint):
    return Html('<input name="%s" value="%s" placeholder="%s">' % (out(name), out(value), out(hint)))


class Pages:
    def __init__(self, folder):
        self.environment = Environment(loader=FileSystemLoader(folder), finalize=out)
        self.environment.filters |= dict(lines=lines, marked=marked, references=references)
        self.environment.globals |= dict(field=field)

    def render(self, name, values):
        return str(self.environment.get_template(name).render(values))
