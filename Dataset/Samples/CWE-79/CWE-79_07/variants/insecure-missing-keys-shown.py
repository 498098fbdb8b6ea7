import re
from urllib.parse import quote

from jinja2 import ChainableUndefined, DebugUndefined, Environment, FileSystemLoader
from markupsafe import Markup, escape

REFERENCE = re.compile(r"\[([^][\n]+)\]")


class Missing(ChainableUndefined, DebugUndefined):
    """What is missing may have parts, which are missing then, too, and it is
    to be seen on the page, so that Lena finds the mistake in the template."""


def _pieces(pattern, text, make):
    """The text, escaped, with make(match) in place of every match."""
    result, last = [], 0
    for match in pattern.finditer(text):
        result += [escape(text[last:match.start()]), make(match)]
        last = match.end()
    result.append(escape(text[last:]))
    return Markup("").join(result)


def lines(text):
    return Markup(str(escape(text)).replace("\n", "<br>"))


def marked(text, query):
    text, query = str(text), str(query)
    if query == "":
        return escape(text)
    return _pieces(re.compile(re.escape(query), re.IGNORECASE), text,
                   lambda m: Markup("<mark>%s</mark>") % m[0])


def references(text):
    return _pieces(REFERENCE, str(text),
                   lambda m: Markup('<a href="/word/%s">%s</a>') % (quote(m[1], safe=""), m[1]))


def field(name, value, hint):
    return Markup('<input name="%s" value="%s" placeholder="%s">') % (name, value, hint)


class Pages:
    def __init__(self, folder):
        self.environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=Missing,
        )
        for filter in (lines, marked, references):
            self.environment.filters[filter.__name__] = filter
        self.environment.globals["field"] = field

    def render(self, name, values):
        return self.environment.get_template(name).render(**values)
