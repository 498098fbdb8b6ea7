import re
from functools import lru_cache
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

WORD = re.compile(r"\[([^\[\]\n]+)\]")
BR = Markup("<br>")
MARK = Markup("<mark>{}</mark>")
LINK = Markup('<a href="/word/{}">{}</a>')
FIELD = Markup('<input name="{}" value="{}" placeholder="{}">')


class Pages:
    def __init__(self, folder):
        # for every template, whatever its name ends with
        self._env = Environment(loader=FileSystemLoader(folder), autoescape=True)
        self._env.filters.update(lines=self._lines, marked=self._marked,
                                 references=self._references)
        self._env.globals["field"] = self._field

    def render(self, name, values):
        return self._env.get_template(name).render(values)

    # The same entries are on many pages, so the filters remember what they
    # made of a text. They cut it first, and escape each piece by itself.

    @lru_cache(maxsize=4096)
    def _lines(self, text):
        # what another filter made is Markup and stays; all else is escaped
        pieces = escape(text).split("\n")
        return BR.join(pieces)

    @lru_cache(maxsize=4096)
    def _marked(self, text, query):
        if not query:
            return escape(text)
        pieces = re.split(f"({re.escape(query)})", text, flags=re.IGNORECASE)
        return Markup("").join(
            MARK.format(piece) if n % 2 else piece for n, piece in enumerate(pieces))

    @lru_cache(maxsize=4096)
    def _references(self, text):
        result, end = Markup(""), 0
        for found in WORD.finditer(text):
            result += text[end:found.start()]
            result += LINK.format(quote(found[1], safe=""), found[1])
            end = found.end()
        return result + text[end:]

    @staticmethod
    def _field(name, value, hint):
        return FIELD.format(name, value, hint)
