"""Shelf labels that the shops can design themselves."""

import os
from dataclasses import dataclass
from string import Formatter

TILL_KEY = os.environ["TILL_KEY"]

_ALLOWED = {f"article.{attribute}" for attribute in ("name", "price", "stock")}


@dataclass
class Article:
    """What is sold."""

    name: str
    price: float
    stock: int
    cost: float

    def value(self):
        """What the stock costs us, for the bookkeeping."""
        return self.stock * self.cost


def _check(template):
    """Raises ValueError unless the template has no fields but the allowed ones, at any place.

    Python fills in fields within a format as well, so those are checked in the same way.
    """
    for _, field, format_spec, conversion in Formatter().parse(template):
        if field is None:
            continue
        if field not in _ALLOWED:
            raise ValueError(f"there is no field {field!r} on a label")
        if conversion is not None:
            raise ValueError("a field has a name and perhaps a format")
        if format_spec:
            _check(format_spec)


def label(template, article):
    """Returns the text of the template with its fields filled in."""
    _check(template)
    return template.format(article=article)


def labels(template, articles):
    """Returns the list of labels for a list of articles."""
    _check(template)
    return [template.format(article=article) for article in articles]
