import itertools
import re
import urllib.parse

import jinja2
from jinja2.ext import Extension
from markupsafe import Markup


class Element:
    """A piece of a page; `__html__` is what Jinja asks for."""

    def __init__(self, tag, *inside, **attributes):
        self.tag, self.inside, self.attributes = tag, inside, attributes

    def __html__(self):
        head = Markup("").join(Markup(' %s="%s"') % pair for pair in self.attributes.items())
        if self.tag in ("br", "input"):
            return Markup("<%s%s>") % (self.tag, head)
        return Markup("<%s%s>%s</%s>") % (self.tag, head, Markup("").join(self.inside), self.tag)


def _join(pieces):
    return Markup("").join(Markup.escape(piece) for piece in pieces)


def _cut(pattern, text):
    """Alternately what lies between the places, and the places."""
    return itertools.zip_longest(*[iter(re.split(pattern, text, flags=re.IGNORECASE))] * 2)


class Dialect(Extension):
    def __init__(self, environment):
        super().__init__(environment)
        environment.filters["lines"] = self.lines
        environment.filters["marked"] = self.marked
        environment.filters["references"] = self.references
        environment.globals["field"] = self.field

    @staticmethod
    def lines(text):
        rows = Markup.escape(text).split("\n")
        return Markup("<br>").join(rows)

    @staticmethod
    def marked(text, query):
        text, query = str(text), str(query)
        if not query:
            return Markup.escape(text)

        def pieces():
            for between, place in _cut("(" + re.escape(query) + ")", text):
                yield between
                if place is not None:
                    yield Element("mark", place)
        return _join(pieces())

    @staticmethod
    def references(text):
        def pieces():
            for between, word in _cut(r"\[([^][\n]+)\]", str(text)):
                yield between
                if word is not None:
                    yield Element("a", word, href="/word/" + urllib.parse.quote_plus(word).replace("+", "%20"))
        return _join(pieces())

    @staticmethod
    def field(name, value, hint):
        return Markup.escape(Element("input", name=name, value=value, placeholder=hint))


class Pages(jinja2.Environment):
    def __init__(self, folder):
        super().__init__(loader=jinja2.FileSystemLoader(folder), autoescape=lambda name: True,
                         extensions=[Dialect])

    def render(self, name, values):
        return "".join(self.get_template(name).generate(values))
