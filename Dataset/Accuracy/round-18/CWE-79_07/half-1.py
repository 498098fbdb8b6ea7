"""The pages of the dialect dictionary."""
import re
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

BRACKETS = re.compile(r"\[([^\[\]\n]+)\]")
BR = Markup("<br>")


class Lines:
    """The filter `lines`. Long entries are shown again and again, so it remembers some."""

    LIMIT = 2000

    def __init__(self):
        self._known = {}

    def __call__(self, text):
        result = self._known.get(text)
        if result is None:
            # escape() leaves alone what another filter has made
            result = BR.join(Markup(line) for line in escape(text).split("\n"))
            if len(self._known) >= self.LIMIT:
                self._known.clear()
            self._known[text] = result
        return result


def marked(text, query):
    if not query:
        return escape(text)
    pieces = []
    end = 0
    for match in re.finditer(re.escape(query), text, re.IGNORECASE):
        pieces.append(escape(text[end:match.start()]))
        pieces.append(Markup("<mark>%s</mark>") % match[0])
        end = match.end()
    pieces.append(escape(text[end:]))
    return Markup("").join(pieces)


def references(text):
    pieces = []
    end = 0
    for match in BRACKETS.finditer(text):
        pieces.append(escape(text[end:match.start()]))
        pieces.append(Markup('<a href="/word/%s">%s</a>') % (quote(match[1], safe=""), match[1]))
        end = match.end()
    pieces.append(escape(text[end:]))
    return Markup("").join(pieces)


def field(name, value, hint):
    return Markup('<input name="%s" value="%s" placeholder="%s">') % (name, value, hint)


class Pages:
    def __init__(self, folder):
        self._env = Environment(loader=FileSystemLoader(folder), autoescape=True)
        self._env.filters.update(lines=Lines(), marked=marked, references=references)
        self._env.globals["field"] = field

    def render(self, name, values):
        return self._env.get_template(name).render(values)
