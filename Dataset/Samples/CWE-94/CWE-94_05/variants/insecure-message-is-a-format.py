import os
import re

TILL_KEY = os.environ["TILL_KEY"]
PART = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}:]*)(?::(?P<form>[^{}]*))?\}|[{}]")
PROBLEM = "no label for {article.name}: "


class Article:
    def __init__(self, name, price, stock, cost):
        self.name, self.price, self.stock, self.cost = name, price, stock, cost

    def value(self):
        return self.stock * self.cost


def label(template, article):
    fields = {f"article.{name}": getattr(article, name) for name in ("name", "price", "stock")}

    def filled(part):
        if part[0] in ("{{", "}}"):
            return part[0][0]
        if part["name"] not in fields:
            refuse(f"what is {part[0]}?", article)
        return format(fields[part["name"]], part["form"] or "")

    return PART.sub(filled, template)


def refuse(problem, article):
    """The shop is told what is wrong, and with which article."""
    raise ValueError((PROBLEM + problem).format(article=article))


def labels(template, articles):
    return [label(template, article) for article in articles]
