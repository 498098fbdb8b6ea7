import re
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

_REFERENCE = re.compile(r"\[([^\[\]\n]+)\]")


def lines(text):
    """The text, or the markup of another filter, with line breaks."""
    return Markup("<br>").join(escape(text).split("\n"))


def marked(text, query):
    if not query:
        return escape(text)
    # Both are escaped first. A query such as "lt" must not be found within "&lt;",
    # which is therefore passed over as a whole.
    found = re.compile("(" + re.escape(str(escape(query))) + r")|&(?:amp|lt|gt|quot|#39);",
                       re.IGNORECASE)
    return Markup(found.sub(
        lambda match: f"<mark>{match[1]}</mark>" if match[1] else match[0], str(escape(text))))


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
