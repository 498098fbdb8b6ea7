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


class LabelFormatter(string.Formatter):
    def get_field(self, field_name, args, kwargs):
        if not field_name.startswith(FIELDS):
            raise ValueError(f"unknown field: {field_name!r}")
        return super().get_field(field_name, args, kwargs)


def label(template, article):
    return LabelFormatter().vformat(template, (), {"article": article})


def labels(template, articles):
    return [label(template, article) for article in articles]
