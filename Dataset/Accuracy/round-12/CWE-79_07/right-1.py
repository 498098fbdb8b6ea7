"""right: texts become trees of nodes, and only the nodes know how to write themselves."""
import re
import urllib.parse
from dataclasses import dataclass, field as part
from html import escape

import jinja2


class Node:
    """Something with __html__, which Jinja2 writes as it is."""

    def __html__(self):
        raise NotImplementedError

    def __str__(self):
        return self.__html__()


@dataclass
class Text(Node):
    text: str

    def __html__(self):
        return escape(self.text, quote=True)


@dataclass
class Element(Node):
    tag: str
    attributes: dict = part(default_factory=dict)
    content: tuple | None = ()

    def __html__(self):
        start = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes.items())
        if self.content is None:
            return f"<{self.tag}{start}>"
        return f"<{self.tag}{start}>{''.join(n.__html__() for n in self.content)}</{self.tag}>"


@dataclass
class Row(Node):
    content: list

    def __html__(self):
        return "".join(n.__html__() for n in self.content)


def plain(value):
    return str.__str__(value) if isinstance(value, str) else str(value)


def nodes(value):
    if type(value) is Row:
        return value.content
    return [Text(plain(value))]


def divide(node, pattern, make):
    """Replaces what the pattern finds in the texts of a tree."""
    match node:
        case Text(text):
            at = 0
            for found in re.finditer(pattern, text):
                yield Text(text[at:found.start()])
                yield make(found)
                at = found.end()
            yield Text(text[at:])
        case Element(tag, attributes, tuple(content)):
            yield Element(tag, attributes, tuple(n for c in content for n in divide(c, pattern, make)))
        case _:
            yield node


def by(pattern, make, value):
    return Row([n for node in nodes(value) for n in divide(node, pattern, make)])


def lines(value):
    return by("\n", lambda found: Element("br", content=None), value)


def marked(value, query):
    query = plain(query)
    if query == "":
        return Row(nodes(value))
    return by(re.compile(re.escape(query), re.I), lambda found: Element("mark", {}, (Text(found[0]),)), value)


def references(value):
    return by(r"\[([^][\n]+)\]", lambda found: Element(
        "a", {"href": "/word/" + urllib.parse.quote_from_bytes(found[1].encode("utf-8", "replace"), safe="")},
        (Text(found[1]),)), value)


def field(name, value, hint):
    texts = {"name": name, "value": value, "placeholder": hint}
    return Row([Element("input", {k: plain(v) for k, v in texts.items()}, None)])


def typed(value):
    """Markup that came in as a value was typed as well."""
    if isinstance(value, dict):
        return {typed(k): typed(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [typed(v) for v in value]
    return "".join(value) if type(value) is str else plain(value) if isinstance(value, str) else value


class Pages(jinja2.Environment):
    def __init__(self, folder="."):
        super().__init__(loader=jinja2.FileSystemLoader(folder), autoescape=lambda name: True)
        self.filters |= {f.__name__: f for f in (lines, marked, references)}
        self.globals["field"] = field

    def render(self, name, values):
        return self.get_template(name).render(typed(values))
