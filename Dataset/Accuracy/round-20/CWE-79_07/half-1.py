import re
from functools import wraps
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

_REFERENCE = re.compile(r"\[([^\[\]\n]+)\]")


def remembered(make):
    """The same sentences stand on many pages, so the filters keep their results."""
    results = {}

    @wraps(make)
    def look_up(*texts):
        result = results.get(texts)
        if result is None:
            if len(results) > 10000:
                results.clear()
            result = results[texts] = make(*texts)
        return result

    return look_up


@remembered
def lines(text):
    """The text, or the markup of another filter, with line breaks."""
    return Markup("<br>").join(escape(text).split("\n"))


@remembered
def marked(text, query):
    if not query:
        return escape(text)
    pieces = re.split("(" + re.escape(query) + ")", text, flags=re.IGNORECASE)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece) if n % 2 else escape(piece)
        for n, piece in enumerate(pieces))


@remembered
def references(text):
    pieces = _REFERENCE.split(text)
    return Markup("").join(
        Markup('<a href="/word/{}">{}</a>').format(
            quote(piece, safe="", errors="replace"), piece)
        if n % 2 else escape(piece) for n, piece in enumerate(pieces))


def field(name, value, hint):
    return Markup('<input name="{}" value="{}" placeholder="{}">').format(name, value, hint)


class Pages:
    def __init__(self, folder):
        # All templates are parts of web pages, whatever their names are.
        self._env = Environment(loader=FileSystemLoader(folder), autoescape=True)
        self._env.filters.update(lines=lines, marked=marked, references=references)
        self._env.globals["field"] = field

    def render(self, name, values):
        return self._env.get_template(name).render(values)
