import os
import re

TILL_KEY = os.environ["TILL_KEY"]
TOKEN = re.compile(r"(\{\{)|(\}\})|\{article\.(name|price|stock)(?::([^{}]*))?\}|([^{}]+)")


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


def parse(template):
    pieces, at = [], 0
    while at < len(template):
        found = TOKEN.match(template, at)
        if not found:
            raise ValueError(f"not a field at position {at}")
        opening, closing, attribute, spec, text = found.groups()
        if attribute:
            pieces.append((attribute, spec or ""))
        else:
            pieces.append((None, "{" if opening else "}" if closing else text))
        at = found.end()
    return pieces


def fill(pieces, article):
    values = {"name": article.name, "price": article.price, "stock": article.stock}
    return "".join(text if attribute is None else
                   format(values[attribute], text) if text else str(values[attribute])
                   for attribute, text in pieces)


def label(template, article):
    return fill(parse(template), article)


def labels(template, articles):
    pieces = parse(template)
    return [fill(pieces, article) for article in articles]
