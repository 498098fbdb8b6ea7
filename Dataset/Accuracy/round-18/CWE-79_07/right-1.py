"""Pages: filters return trees of nodes, and a node writes itself as HTML when the page asks for it."""
import os
import re
from collections.abc import Mapping
from html import escape as html_escape
from urllib.parse import quote_from_bytes

from jinja2 import BaseLoader, Environment, TemplateNotFound


def plain(value):
    """Values as exact strings, lists and dictionaries: nothing of them can claim to be markup."""
    match value:
        case str():
            return str.__str__(value)
        case Mapping():
            return {plain(key): plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [plain(inner) for inner in value]
    return value


class Text:
    def __init__(self, text):
        self.text = str(text)

    def html(self, breaks):
        escaped = html_escape(self.text, quote=True)
        return escaped.replace("\n", "<br>") if breaks else escaped


class Element:
    def __init__(self, tag, inner, **attributes):
        self.tag, self.inner, self.attributes = tag, Text(inner), attributes

    def html(self, breaks):
        attributes = "".join(f' {name}="{Text(value).html(False)}"' for name, value in self.attributes.items())
        return f"<{self.tag}{attributes}>{self.inner.html(breaks)}</{self.tag}>"


class Void(Element):
    def html(self, breaks):
        return super().html(breaks).removesuffix(f"</{self.tag}>")


class Nodes:
    """What a filter makes. Jinja2 asks it for `__html__`."""

    def __init__(self, nodes, breaks=False):
        self.nodes, self.breaks = tuple(nodes), breaks

    def __html__(self):
        return "".join(node.html(self.breaks) for node in self.nodes)

    __str__ = __html__


def split(pattern, text, make):
    text = str(text)
    position = 0
    for found in pattern.finditer(text):
        yield Text(text[position:found.start()])
        yield make(found)
        position = found.end()
    yield Text(text[position:])


def marked(text, query):
    if not query:
        return Nodes([Text(text)])
    pattern = re.compile(re.escape(str(query)), re.IGNORECASE)
    return Nodes(split(pattern, text, lambda found: Element("mark", found[0])))


def references(text):
    def link(found):
        address = "/word/" + quote_from_bytes(found[1].encode("utf-8", "replace"), safe="")
        return Element("a", found[1], href=address)
    return Nodes(split(re.compile(r"\[([^][\n]+)\]"), text, link))


def lines(text):
    return Nodes(text.nodes if isinstance(text, Nodes) else [Text(text)], breaks=True)


def field(name, value, hint):
    return Nodes([Void("input", "", name=name, value=value, placeholder=hint)])


class Folder(BaseLoader):
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def get_source(self, environment, template):
        path = os.path.realpath(os.path.join(self.folder, template))
        if os.path.commonpath([path, self.folder]) != self.folder:
            raise TemplateNotFound(template)
        try:
            stamp = os.stat(path).st_mtime_ns
            with open(path, encoding="utf-8") as file:
                source = file.read()
        except OSError:
            raise TemplateNotFound(template) from None
        return source, path, lambda: os.path.exists(path) and os.stat(path).st_mtime_ns == stamp


class Templates(Environment):
    def getattr(self, obj, attribute):
        # `entry.items` is what people typed, not the method of a dictionary, if there is such a text
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


class Pages:
    def __init__(self, folder):
        self._templates = Templates(loader=Folder(folder), autoescape=lambda name: True)
        self._templates.filters |= {f.__name__: f for f in (lines, marked, references)}
        self._templates.globals |= {"field": field}

    def render(self, name, values):
        return "".join(self._templates.get_template(name).generate(plain(values)))
