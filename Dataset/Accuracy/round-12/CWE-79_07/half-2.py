"""Pages of the dialect dictionary, made with Jinja2."""

import re
from collections import OrderedDict
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape


class _Recent:
    """The last few thousand filtered texts: a page shows the same entries again and again."""

    def __init__(self, size=5000):
        self._size = size
        self._known = OrderedDict()

    def get(self, key, make):
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = make()
            while len(self._known) > self._size:
                self._known.popitem(last=False)
        return known


class Pages:
    def __init__(self, folder):
        self._recent = _Recent()
        env = Environment(loader=FileSystemLoader(folder), autoescape=True)
        env.filters["lines"] = self._lines
        env.filters["marked"] = self._marked
        env.filters["references"] = self._references
        env.globals["field"] = self._field
        self._env = env

    def render(self, name, values):
        return self._env.get_template(name).render(**values)

    # -- filters: each escapes what it gets, unless another filter made it ----------

    def _lines(self, text):
        return self._recent.get(
            ("lines", text),
            lambda: Markup("<br>").join(Markup(line) for line in str(escape(text)).split("\n")))

    def _marked(self, text, query):
        def make():
            if not query:
                return escape(text)
            # a group in the pattern keeps the places that were found, at odd numbers
            pieces = re.split(f"({re.escape(query)})", text, flags=re.IGNORECASE)
            return Markup("").join(
                Markup("<mark>{}</mark>").format(piece) if number % 2 else escape(piece)
                for number, piece in enumerate(pieces))
        return self._recent.get(("marked", text, query), make)

    def _references(self, text):
        def make():
            pieces = re.split(r"\[([^\[\]\n]+)\]", text)
            return Markup("").join(
                Markup('<a href="/word/{}">{}</a>').format(quote(piece, safe=""), piece)
                if number % 2 else escape(piece)
                for number, piece in enumerate(pieces))
        return self._recent.get(("references", text), make)

    def _field(self, name, value, hint):
        return Markup('<input name="{}" value="{}" placeholder="{}">').format(name, value, hint)
