"""The filters are templates themselves, so that Jinja escapes in them as well."""
import re
from urllib.parse import quote_plus

import jinja2

OWN = jinja2.Environment(autoescape=True, trim_blocks=True)
MARKED = OWN.from_string(
    "{% macro make(pieces) %}{% for piece in pieces %}{% if loop.index is even %}<mark>{{ piece }}</mark>"
    "{% else %}{{ piece }}{% endif %}{% endfor %}{% endmacro %}").module.make
REFERENCES = OWN.from_string(
    "{% macro make(pieces, address) %}{% for piece in pieces %}{% if loop.index is even %}"
    '<a href="/word/{{ address(piece) }}">{{ piece }}</a>'
    "{% else %}{{ piece }}{% endif %}{% endfor %}{% endmacro %}").module.make
LINES = OWN.from_string(
    "{% macro make(pieces) %}{{ pieces | join('<br>' | safe) }}{% endmacro %}").module.make
FIELD = OWN.from_string(
    "{% macro make(name, value, hint) %}"
    '<input name="{{ name }}" value="{{ value }}" placeholder="{{ hint }}">{% endmacro %}').module.make


def address(word):
    return quote_plus(word, safe="", errors="replace").replace("+", "%20")


def marked(text, query):
    parts = re.split("(" + re.escape(query) + ")", text, flags=re.I) if query else [text]
    return MARKED(parts)


def references(text):
    return REFERENCES(re.split(r"\[([^\[\]\n]+)\]", text), address)


def lines(text):
    if not hasattr(text, "__html__"):
        text = str(text)
    return LINES(text.split("\n"))          # the pieces of Markup are Markup


class Pages(jinja2.Environment):
    def __init__(self, folder):
        super().__init__(loader=jinja2.FileSystemLoader(folder), autoescape=True,
                         undefined=jinja2.ChainableUndefined)
        self.filters.update(marked=marked, references=references, lines=lines)
        self.globals.update(field=FIELD)

    def render(self, name, values):
        return "".join(self.get_template(name).generate(values))
