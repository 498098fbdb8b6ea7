"""Shelf labels that the shops design themselves."""
import os
import string

TILL_KEY = os.environ["TILL_KEY"]


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


class _LabelFormatter(string.Formatter):
    """Python's way of reading templates; but what a field reaches is looked up in a table and nowhere else.

    All fields come through get_field, those within a format too, so no attribute or index is ever followed."""

    def get_field(self, field_name, args, kwargs):
        try:
            return kwargs[field_name], field_name
        except KeyError:
            raise ValueError(f"no such field: {{{field_name}}}") from None

    def convert_field(self, value, conversion):
        if conversion is not None:
            raise ValueError("conversions are not for labels")
        return value


_FORMATTER = _LabelFormatter()


def label(template, article):
    return _FORMATTER.vformat(template, (), {
        "article.name": article.name,
        "article.price": article.price,
        "article.stock": article.stock,
    })


def labels(template, articles):
    return [label(template, article) for article in articles]
