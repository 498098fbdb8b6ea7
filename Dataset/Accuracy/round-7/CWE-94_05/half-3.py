import functools
import os
import re
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


FIELDS = {"article.name", "article.price", "article.stock"}
SPEC = re.compile(r"(.?[<>=^])?[-+ ]?z?#?0?\d*[,_]?(\.\d+)?[bcdeEfFgGnosxX%]?")


@functools.lru_cache
def compiled(template):
    parts = []
    for text, field, spec, conversion in string.Formatter().parse(template):
        if text:
            parts.append(repr(text))
        if field is None:
            continue
        if field not in FIELDS or conversion:
            raise ValueError("unknown field: " + field)
        if not SPEC.fullmatch(spec):
            raise ValueError("not a format: " + spec)
        parts.append("format(%s, '%s')" % (field, spec))
    return eval("lambda article: ''.join([" + ", ".join(parts) + "])")


def label(template, article):
    return compiled(template)(article)


def labels(template, articles):
    fill = compiled(template)
    return [fill(article) for article in articles]
