"""Shelf labels that the shops can design themselves."""

import os
import string

TILL_KEY = os.environ["TILL_KEY"]

_FORMATTER = string.Formatter()
_FIELDS = frozenset({"article.name", "article.price", "article.stock"})

# Templates are few and labels are many: each template is taken apart once.
_TEMPLATES = {}


class Article:
    """What is sold."""

    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        """What the stock costs us."""
        return self.stock * self.cost


def _parts(template):
    """Returns the template as a list of (text, field, format). Refuses all fields but ours."""
    if template not in _TEMPLATES:
        parts = _TEMPLATES[template] = []
        for text, field, format_, conversion in _FORMATTER.parse(template):
            parts.append((text, field, format_))
            if field is None:
                continue
            if field not in _FIELDS:
                raise ValueError(f"a label has no field {field!r}")
            if conversion or "{" in format_ or "}" in format_:
                raise ValueError(f"this is no format: {format_!r}")
    return _TEMPLATES[template]


def label(template, article):
    """Returns the text of the template with its fields filled in."""
    pieces = []
    for text, field, format_ in _parts(template):
        pieces.append(text)
        if field is not None:
            value, _ = _FORMATTER.get_field(field, (), {"article": article})
            pieces.append(format(value, format_))
    return "".join(pieces)


def labels(template, articles):
    """Returns the labels of a list of articles."""
    return [label(template, article) for article in articles]
