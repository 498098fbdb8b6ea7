import os
from dataclasses import dataclass

TILL_KEY = os.environ["TILL_KEY"]


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


@dataclass(frozen=True)
class _Shown:
    """What a template gets to see of an article: neither cost nor value()."""

    name: str
    price: float
    stock: int


def label(template, article):
    shown = _Shown(article.name, article.price, article.stock)
    try:
        return template.format(article=shown)
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise ValueError(f"bad field in template: {error}") from None


def labels(template, articles):
    return [label(template, article) for article in articles]
