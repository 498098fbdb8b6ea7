"""right: the filters go through a text character by character and write entities for
everything but letters, digits, blanks and what is not ASCII."""
import io
import re
from functools import wraps
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

ENTITIES = {c: f"&#{c};" for c in map(ord, "&<>\"'`=/{}")}


def entities(text):
    return text.translate(ENTITIES)


def bare(value):
    """A plain str, also of a Markup: that is what somebody typed."""
    return "".join(map(chr, map(ord, value))) if isinstance(value, str) else f"{value}"


class Made(Markup):
    """What a filter of this module has made; no value is ever of this class."""


def writer(make):
    @wraps(make)
    def call(*texts):
        out = io.StringIO()
        for piece in make(*texts):
            out.write(piece)
        return Made(out.getvalue())
    return call


@writer
def lines(text):
    safe = text if type(text) is Made else entities(bare(text))
    for character in safe.__str__():
        yield "<br>" if character == "\n" else character


@writer
def marked(text, query):
    text, find = bare(text), re.compile(re.escape(bare(query)), re.IGNORECASE)
    at = 0
    while find.pattern and (found := find.search(text, at)):
        yield entities(text[at:found.start()])
        yield "<mark>"
        yield entities(found.group())
        yield "</mark>"
        at = found.end()
    yield entities(text[at:])


@writer
def references(text):
    rest = bare(text)
    while rest:
        before, opened, rest = rest.partition("[")
        yield entities(before)
        if not opened:
            return
        word = re.match(r"[^\[\]\n]*", rest)[0]
        if word and rest[len(word):].startswith("]"):
            yield '<a href="/word/' + quote(word.encode("utf-8", "replace"), safe="") + '">'
            yield entities(word)
            yield "</a>"
            rest = rest[len(word) + 1:]
        else:
            yield "["


@writer
def field(name, value, hint):
    for start, text in ('<input name="', name), ('" value="', value), ('" placeholder="', hint):
        yield start + entities(bare(text))
    yield '">'


def without_markup(value):
    match value:
        case str():
            return bare(value)
        case dict():
            return {without_markup(k): without_markup(v) for k, v in value.items()}
        case list() | tuple():
            return type(value)(map(without_markup, value))
        case _:
            return value


class Pages:
    def __init__(self, folder):
        environment = Environment(autoescape=True, loader=FileSystemLoader(folder))
        for make in lines, marked, references:
            environment.filters[make.__name__] = make
        environment.globals.update(field=field)
        self.template = environment.get_template

    def render(self, name, values):
        return "".join(self.template(name).generate(without_markup(values)))
