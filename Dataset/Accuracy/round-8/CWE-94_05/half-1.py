import os
import re
import string

TILL_KEY = os.environ["TILL_KEY"]
FIELDS = {"article.name", "article.price", "article.stock"}
INNER = re.compile(r"\{\s*([\w.]*)\s*\}")


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


def check(template):
    """Raises ValueError unless every field of the template is an allowed one."""
    for _, field, spec, conversion in string.Formatter().parse(template):
        if field is None:
            continue
        if field not in FIELDS or conversion is not None:
            raise ValueError(f"field not allowed: {field!r}")
        # formatting looks for fields behind the colon, too
        if INNER.search(spec):
            raise ValueError("a format holds no fields")


def label(template, article):
    check(template)
    return template.format(article=article)


def labels(template, articles):
    check(template)
    return [template.format(article=article) for article in articles]
