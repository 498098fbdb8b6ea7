"""The pages of the dialect dictionary."""

import re
from urllib.parse import quote
from xml.sax.saxutils import escape as xml_escape

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

_REFERENCE = re.compile(r"\[([^\[\]\n]+)\]")


def _safe(text):
    """The text as it may stand between tags, or in an attribute with quotes around it."""
    if isinstance(text, Markup):
        return text
    return Markup(xml_escape(str(text), {'"': "&quot;"}))


def _pieces(pattern, text):
    """The text cut up by a pattern: (piece, match or None), in order.

    All filters work on what was typed and escape each piece by itself, so that
    no pattern ever meets an entity or a tag.
    """
    at = 0
    for match in pattern.finditer(text):
        yield text[at:match.start()], None
        yield match.group(), match
        at = match.end()
    yield text[at:], None


def lines(text):
    return Markup(str(_safe(text)).replace("\n", "<br>"))


def marked(text, query):
    text, query = str(text), str(query)
    if not query:
        return _safe(text)
    out = []
    for piece, match in _pieces(re.compile(re.escape(query), re.IGNORECASE), text):
        out.append(f"<mark>{_safe(piece)}</mark>" if match else str(_safe(piece)))
    return Markup("".join(out))


def references(text):
    out = []
    for piece, match in _pieces(_REFERENCE, str(text)):
        if match:
            word = match.group(1)
            address = quote(word, safe="", errors="replace")
            out.append(f'<a href="/word/{address}">{_safe(word)}</a>')
        else:
            out.append(str(_safe(piece)))
    return Markup("".join(out))


def field(name, value, hint):
    name, value, hint = (_safe(str(part)) for part in (name, value, hint))
    return Markup(f'<input name="{name}" value="{value}" placeholder="{hint}">')


class Pages:
    def __init__(self, folder):
        # autoescape for every template, whatever its name ends with
        self._environment = Environment(
            loader=FileSystemLoader(folder), autoescape=True, keep_trailing_newline=True)
        self._environment.filters.update(lines=lines, marked=marked, references=references)
        self._environment.globals["field"] = field

    def render(self, name, values):
        return self._environment.get_template(name).render(values)
