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


FIELD = re.compile(r"article\.(name|price|stock)(:[^{}]*)?")


def check(template):
    fields = template.replace("{{", "").replace("}}", "")
    for content in re.findall(r"\{([^}]*)\}", fields):
        if not FIELD.fullmatch(content):
            raise ValueError("not a field for labels: {%s}" % content)


def label(template, article):
    check(template)
    try:
        return template.format(article=article)
    except (LookupError, AttributeError, TypeError) as error:
        raise ValueError("bad template") from error


def labels(template, articles):
    check(template)
    return [label(template, article) for article in articles]
