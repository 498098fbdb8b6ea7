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
    return template.format(article=article)


def labels(template, articles):
    return [label(template, article) for article in articles]
