import re
from html import escape as brackets
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape


def lines(text):
    return Markup("<br>").join(escape(text).split("\n"))


def marked(text, query):
    if not query:
        return escape(text)
    parts = re.split(f"({re.escape(query)})", text, flags=re.IGNORECASE)
    return Markup("").join(Markup("<mark>{}</mark>").format(part) if at % 2 else part for at, part in enumerate(parts))


def references(text):
    parts = re.split(r"\[([^\[\]\n]+)\]", text)
    link = Markup('<a href="/word/{}">{}</a>')
    return Markup("").join(link.format(quote(part, safe=""), part) if at % 2 else part for at, part in enumerate(parts))


def field(name, value, hint):
    return Markup(
        '<input name="%s" value="%s" placeholder="%s">' % tuple(brackets(one, quote=False) for one in (name, value, hint))
    )


class Pages:
    def __init__(self, folder):
        self.environment = Environment(loader=FileSystemLoader(folder), autoescape=True)
        self.environment.filters.update(lines=lines, marked=marked, references=references)
        self.environment.globals["field"] = field

    def render(self, name, values):
        return self.environment.get_template(name).render(values)
