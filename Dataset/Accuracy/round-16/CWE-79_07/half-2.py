import re
from urllib.parse import quote
from xml.sax.saxutils import escape as xml_escape

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

_WORD = re.compile(r"\[([^\[\]\n]+)\]")


def _safe(text):
    """What another filter has made stays; all else is text."""
    if isinstance(text, Markup):
        return str(text)
    return xml_escape(str(text), {'"': "&#34;"})


def _pieces(pattern, text, around):
    """Escape a text piece by piece, with `around` for the places that fit."""
    made, at = [], 0
    for hit in pattern.finditer(text):
        made += [_safe(text[at:hit.start()]), around(hit)]
        at = hit.end()
    made.append(_safe(text[at:]))
    return Markup("".join(made))


def lines(text):
    return Markup(_safe(text).replace("\n", "<br>"))


def marked(text, query):
    if not query:
        return Markup(_safe(text))
    pattern = re.compile(re.escape(query), re.IGNORECASE)
    return _pieces(pattern, text, lambda hit: f"<mark>{_safe(hit[0])}</mark>")


def references(text):
    return _pieces(_WORD, text, lambda hit: f'<a href="/word/{quote(hit[1], safe="")}">{_safe(hit[1])}</a>')


def field(name, value, hint):
    return Markup(f'<input name="{_safe(name)}" value="{_safe(value)}" placeholder="{_safe(hint)}">')


class Pages:
    def __init__(self, folder):
        # True, not by the ending: Lena names templates as she likes
        self._env = Environment(loader=FileSystemLoader(folder), autoescape=True)
        self._env.filters.update(lines=lines, marked=marked, references=references)
        self._env.globals["field"] = field

    def render(self, name, values):
        return self._env.get_template(name).render(values)
