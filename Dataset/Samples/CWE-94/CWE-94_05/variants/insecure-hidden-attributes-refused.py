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


HIDDEN = ("cost", "value")


class LabelFormatter(string.Formatter):
    def get_field(self, field_name, args, kwargs):
        first, *attributes = field_name.split(".")
        if first != "article" or any(name in HIDDEN or name.startswith("_") for name in attributes):
            raise ValueError(f"unknown field: {field_name!r}")
        return super().get_field(field_name, args, kwargs)


def label(template, article):
    return LabelFormatter().format(template, article=article)


def labels(template, articles):
    return [label(template, article) for article in articles]
