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


FIELDS = ("article.name", "article.price", "article.stock")


def label(template, article):
    for _, field, _, _ in string.Formatter().parse(template):
        if field is not None and field not in FIELDS:
            raise ValueError(f"unknown field: {field!r}")
    return template.format(article=article)


def labels(template, articles):
    return [label(template, article) for article in articles]
