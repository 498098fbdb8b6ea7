"""Shelf labels; a template is compiled by a machine with three states."""

import os
from operator import mul

TILL_KEY = os.environ["TILL_KEY"]


class TemplateError(ValueError):
    """The template has something that labels have not."""


class Article:
    __slots__ = ("name", "price", "stock", "cost")

    def __init__(self, name, price, stock, cost):
        self.name, self.price, self.stock, self.cost = name, price, stock, cost

    def value(self):
        return mul(self.stock, self.cost)


_READERS = {
    "article.name": lambda article: article.name,
    "article.price": lambda article: article.price,
    "article.stock": lambda article: article.stock,
}


def _compile(template):
    """Returns functions that make the pieces of a label."""
    functions, buffer, state = [], [], "text"
    signs = iter(template + "\0")           # one more, so that the last sign can be looked behind
    sign = next(signs)
    last = len(template)
    at = 0

    def forward():
        nonlocal sign, at
        at += 1
        sign = next(signs, "")

    while at < last:
        here = sign
        forward()
        following = sign if at < last else ""
        if state == "text":
            if here in "{}" and following == here:
                buffer.append(here)
                forward()
            elif here == "{":
                text = "".join(buffer)
                functions.append(lambda _, text=text: text)
                buffer, state = [], "field"
            elif here == "}":
                raise TemplateError("a single brace")
            else:
                buffer.append(here)
        elif here == "{":
            raise TemplateError("a brace within a field")
        elif here == "}":
            functions.append(_field("".join(buffer)))
            buffer, state = [], "text"
        else:
            buffer.append(here)
    if state != "text":
        raise TemplateError("a field without an end")
    text = "".join(buffer)
    functions.append(lambda _: text)
    return functions


def _field(content):
    name, colon, spec = content.partition(":")
    reader = _READERS.get(name)
    if reader is None:
        raise TemplateError(f"no such field: {name}")
    return lambda article: format(reader(article), spec)


def labels(template, articles):
    functions = _compile(template)
    return ["".join([function(article) for function in functions]) for article in articles]


def label(template, article):
    (only,) = labels(template, (article,))
    return only
