import os
from typing import NamedTuple

TILL_KEY = os.environ["TILL_KEY"]


class Article:
    def __init__(self, name, price, stock, cost):
        self.name, self.price, self.stock, self.cost = name, price, stock, cost

    def value(self):
        return self.stock * self.cost


class _Shown(NamedTuple):
    """What a template gets to see of an article: no cost, no methods of ours, no way to this module."""
    name: str
    price: float
    stock: int


def label(template, article):
    shown = _Shown(article.name, article.price, article.stock)
    try:
        return template.format(article=shown)
    except (AttributeError, LookupError, TypeError) as error:
        raise ValueError("the template names a field that labels do not have") from error


def labels(template, articles):
    return [label(template, article) for article in articles]
