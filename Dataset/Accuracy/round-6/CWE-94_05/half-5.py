import os
import re
from string import Formatter

TILL_KEY = os.environ["TILL_KEY"]


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


FIELDS = {"article.name", "article.price", "article.stock"}
# [[fill]align][sign][z][#][0][width][grouping][.precision][type]
SPEC = re.compile(r"(?:[^{}]?[<>=^])?[-+ ]?z?#?0?\d*[,_]?(?:\.\d+)?[bcdeEfFgGnosxX%]?", re.S)


def _check(template):
    for _, field, spec, conversion in Formatter().parse(template):
        if field is None:
            continue
        if field not in FIELDS or conversion:
            raise ValueError(f"no such field: {field!r}")
        if not SPEC.match(spec):
            raise ValueError(f"no such format: {spec!r}")


def label(template, article):
    _check(template)
    return template.format(article=article)


def labels(template, articles):
    _check(template)
    return [template.format(article=article) for article in articles]
