import os
import re
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


ALLOWED = re.compile(r"article\.(name|price|stock)\b")


def check(template):
    for _, field, spec, conversion in string.Formatter().parse(template):
        if field is None:
            continue
        if not ALLOWED.match(field) or conversion:
            raise ValueError(f"unknown field {field!r}")
        if "{" in spec or "}" in spec:
            raise ValueError("no fields in formats")


def label(template, article):
    check(template)
    try:
        return template.format(article=article)
    except (AttributeError, LookupError, TypeError) as error:
        raise ValueError("the template cannot be filled in") from error


def labels(template, articles):
    check(template)
    return [label(template, article) for article in articles]
