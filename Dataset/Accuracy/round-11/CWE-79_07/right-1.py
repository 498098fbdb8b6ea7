"""The filters build small trees of nodes, and only their way out makes markup of them."""
import html
import urllib.parse
from dataclasses import dataclass

import jinja2
from markupsafe import Markup


@dataclass(frozen=True)
class Text:
    text: str

    def html(self):
        return html.escape(self.text, quote=True)

    def broken(self):
        first, *more = self.text.split("\n")
        yield Text(first)
        for line in more:
            yield Element("br", (), None)
            yield Text(line)


@dataclass(frozen=True)
class Element:
    name: str
    attributes: tuple
    inside: tuple | None

    def html(self):
        start = "".join([self.name, *(f' {k}="{html.escape(v)}"' for k, v in self.attributes)])
        if self.inside is None:
            return f"<{start}>"
        return f"<{start}>{''.join(node.html() for node in self.inside)}</{self.name}>"

    def broken(self):
        inside = self.inside and tuple(n for node in self.inside for n in node.broken())
        yield Element(self.name, self.attributes, inside)


class Nodes:
    """What a filter returns: Jinja asks it for its markup."""

    def __init__(self, nodes):
        self.nodes = tuple(nodes)

    @classmethod
    def of(cls, value):
        return value if isinstance(value, cls) else cls([Text(str(value))])

    def __html__(self):
        return Markup("".join(node.html() for node in self.nodes))

    __str__ = __html__


def lines(value):
    return Nodes(n for node in Nodes.of(value).nodes for n in node.broken())


def places(text, query):
    """(start, stop) of the places where the query is; letters count the same in both sizes."""
    def same(a, b):
        return a == b or a.lower() == b.lower() or a.upper() == b.upper()
    at = 0
    while query and at + len(query) <= len(text):
        if all(map(same, text[at:at + len(query)], query)):
            yield at, at + len(query)
            at += len(query)
        else:
            at += 1


def marked(value, query):
    def nodes(text, last=0):
        for start, stop in places(text, str(query)):
            yield Text(text[last:start])
            yield Element("mark", (), (Text(text[start:stop]),))
            last = stop
        yield Text(text[last:])
    return Nodes(nodes(str(value)))


def references(value):
    def nodes(text):
        while True:
            close = text.find("]")
            if close < 0:
                break
            opening = text.rfind("[", 0, close)
            word = text[opening + 1:close]
            if opening < 0 or not word or "\n" in word:
                yield Text(text[:close + 1])
            else:
                yield Text(text[:opening])
                href = "/word/" + urllib.parse.quote(word, safe="", errors="replace")
                yield Element("a", (("href", href),), (Text(word),))
            text = text[close + 1:]
        yield Text(text)
    return Nodes(nodes(str(value)))


def field(name, value, hint):
    pairs = zip(("name", "value", "placeholder"), map(str, (name, value, hint)))
    return Nodes([Element("input", tuple(pairs), None)])


class Pages:
    def __init__(self, folder):
        self._jinja = jinja2.Environment(loader=jinja2.FileSystemLoader([folder]),
                                         autoescape=lambda name: True)
        self._jinja.filters |= {f.__name__: f for f in (lines, marked, references)}
        self._jinja.globals["field"] = field

    def render(self, name, values):
        return self._jinja.get_template(name).render(dict(values))
