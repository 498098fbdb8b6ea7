"""Pages of the dialect dictionary."""
import functools
import re
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

BREAK = Markup("<br>")
REFERENCE = re.compile(r"\[([^\[\]\n]+)\]")


# The same words are on many pages, so what was made of a text is kept.

@functools.lru_cache(maxsize=5000)
def _put(text, old, new):
    """Escapes a text, unless it is markup already, and replaces a sign."""
    return escape(text).replace(old, new)


@functools.lru_cache(maxsize=5000)
def _between(pattern, text, make):
    """Escapes a text; `make` answers for the places where the pattern is."""
    parts = []
    end = 0
    for found in pattern.finditer(text):
        parts.append(escape(text[end:found.start()]))
        parts.append(make(found))
        end = found.end()
    parts.append(escape(text[end:]))
    return Markup("").join(parts)


def _mark(found):
    return Markup("<mark>%s</mark>") % found[0]


def _link(found):
    address = quote(found[1], safe="", errors="replace")
    return Markup('<a href="/word/%s">%s</a>') % (address, found[1])


def lines(text):
    return _put(text, "\n", BREAK)


def marked(text, query):
    if not query:
        return escape(text)
    return _between(re.compile(re.escape(query), re.IGNORECASE), text, _mark)


def references(text):
    return _between(REFERENCE, text, _link)


def field(name, value, hint):
    return Markup('<input name="%s" value="%s" placeholder="%s">') % (name, value, hint)


class Pages:
    def __init__(self, folder):
        # whatever a template is called, it is part of a web page
        self._environment = Environment(loader=FileSystemLoader(folder), autoescape=True)
        self._environment.filters.update(lines=lines, marked=marked, references=references)
        self._environment.globals["field"] = field

    def render(self, name, values):
        return self._environment.get_template(name).render(values)
