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


FIELD = re.compile(r"\{\{|\}\}|\{(article\.(?:name|price|stock)(?::[^{}]*)?)\}")


def label(template, article):
    """Python's f-strings do exactly this."""
    rest = FIELD.sub("", template)
    if "__" in rest or "cost" in rest or "TILL_KEY" in rest:
        raise ValueError("unknown field")
    return eval("f" + repr(template), {"article": article})


def labels(template, articles):
    return [label(template, article) for article in articles]
