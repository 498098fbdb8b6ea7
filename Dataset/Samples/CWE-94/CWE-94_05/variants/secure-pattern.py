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


PART = re.compile(r"(?P<brace>\{\{|\}\})|\{article\.(?P<name>name|price|stock)(?::(?P<form>[^{}]*))?\}|(?P<other>[{}])")


def label(template, article):
    def filled(part):
        if part["brace"]:
            return part["brace"][0]
        if part["other"]:
            raise ValueError(f"a field that labels do not know, at {part.start()}")
        return format(getattr(article, part["name"]), part["form"] or "")

    return PART.sub(filled, template)


def labels(template, articles):
    return [label(template, article) for article in articles]
