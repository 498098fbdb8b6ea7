import os

TILL_KEY = os.environ["TILL_KEY"]


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


def label(template, article):
    text = template.format(article=article)
    if TILL_KEY in text or str(article.cost) in text or "object at" in text:
        raise ValueError("a label does not show this")
    return text


def labels(template, articles):
    return [label(template, article) for article in articles]
