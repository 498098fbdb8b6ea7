"""Shelf labels that the shops design themselves."""
import functools
import os
import string

TILL_KEY = os.environ["TILL_KEY"]

FIELDS = {
    "article.name": lambda article: article.name,
    "article.price": lambda article: article.price,
    "article.stock": lambda article: article.stock,
}


class Article:
    __slots__ = ("name", "price", "stock", "cost")

    def __init__(self, name, price, stock, cost):
        self.name, self.price, self.stock, self.cost = name, price, stock, cost

    def value(self):
        return self.stock * self.cost


@functools.lru_cache(maxsize=200)
def _compile(template):
    """The pieces of a template: text, and what comes behind it.

    Only the taking apart is left to Python; fields are compared as a whole and looked up in FIELDS."""
    pieces = []
    for text, field, spec, _ in string.Formatter().parse(template):
        if field is None:
            pieces.append((text, None, ""))
            continue
        if field not in FIELDS:
            raise ValueError(f"unknown field {{{field}}}")
        if "{" in spec or "}" in spec:
            raise ValueError(f"fields within the format of {{{field}}}")
        pieces.append((text, FIELDS[field], spec))
    return pieces


def label(template, article):
    out = []
    for text, get, spec in _compile(template):
        out.append(text)
        if get is not None:
            out.append(format(get(article), spec))
    return "".join(out)


def labels(template, articles):
    _compile(template)
    return [label(template, article) for article in articles]
