import os
import re

TILL_KEY = os.environ["TILL_KEY"]

_ALLOWED = re.compile(r"article\.(?:name|price|stock)(?::.*)?", re.DOTALL)


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


def _check(template):
    """Only the three public attributes may be named in a template."""
    # Doubled braces are text, so they are put aside before the fields are looked for.
    bare = template.replace("{{", "").replace("}}", "")
    for field in re.findall(r"\{([^{}]*)\}", bare):
        if not _ALLOWED.fullmatch(field):
            raise ValueError("not a field for labels: {%s}" % field)


def label(template, article):
    _check(template)
    return template.format(article=article)


def labels(template, articles):
    _check(template)
    return [template.format(article=article) for article in articles]
