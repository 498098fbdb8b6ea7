import re
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

_WORD = re.compile(r"\[([^\[\]\n]+)\]")
_BR = Markup("<br>")


class Pages:
    def __init__(self, folder):
        self._env = Environment(loader=FileSystemLoader(folder), autoescape=True)
        self._env.filters.update(lines=self._lines, marked=self._marked, references=self._references)
        self._env.globals["field"] = self._field
        self._done = {}      # the same meanings are shown again and again

    def render(self, name, values):
        return self._env.get_template(name).render(values)

    def _remember(self, key, make):
        if key not in self._done:
            if len(self._done) > 10000:
                self._done.clear()
            self._done[key] = make()
        return self._done[key]

    def _lines(self, text):
        # escape leaves alone what another filter has made, and only that
        return self._remember(("lines", text), lambda: _BR.join(escape(text).split("\n")))

    def _marked(self, text, query):
        return self._remember(("marked", text, query), lambda: self._mark(text, query))

    def _references(self, text):
        return self._remember(("references", text), lambda: self._refer(text))

    @staticmethod
    def _mark(text, query):
        if not query:
            return escape(text)
        made, at = Markup(), 0
        for hit in re.finditer(re.escape(query), text, re.IGNORECASE):
            made += escape(text[at:hit.start()]) + Markup("<mark>{}</mark>").format(hit[0])
            at = hit.end()
        return made + escape(text[at:])

    @staticmethod
    def _refer(text):
        made, at = Markup(), 0
        for hit in _WORD.finditer(text):
            made += escape(text[at:hit.start()])
            made += Markup('<a href="/word/{}">{}</a>').format(quote(hit[1], safe=""), hit[1])
            at = hit.end()
        return made + escape(text[at:])

    @staticmethod
    def _field(name, value, hint):
        return Markup('<input name="{}" value="{}" placeholder="{}">').format(name, value, hint)
