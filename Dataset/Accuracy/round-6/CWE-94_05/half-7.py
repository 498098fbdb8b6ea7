import os
import re

TILL_KEY = os.environ["TILL_KEY"]


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


ALLOWED = re.compile(r"article\.(?:name|price|stock)(?::[^{}]*)?")
# A single brace opens a field, doubled ones are text.
FIELD = re.compile(r"(?<!\{)\{([^{}]*)\}(?!\})")


def _check(template):
    for field in FIELD.findall(template):
        if not ALLOWED.fullmatch(field):
            raise ValueError("field not allowed: {" + field + "}")


def label(template, article):
    _check(template)
    return template.format(article=article)


def labels(template, articles):
    return [label(template, article) for article in articles]
