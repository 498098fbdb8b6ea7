import os
import string

TILL_KEY = os.environ["TILL_KEY"]
FIELDS = ("article.name", "article.price", "article.stock")


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


def label(template, article):
    text = ""
    for literal, field, form, conversion in string.Formatter().parse(template):
        text += literal
        if field is None:
            continue
        if field not in FIELDS or conversion or "{" in form:
            raise ValueError(f"not a field of a label: {field!r}")
        text += format(getattr(article, field.removeprefix("article.")), form)
    return text


def labels(template, articles):
    return [label(template, article) for article in articles]
