import os
from string import Formatter

TILL_KEY = os.environ["TILL_KEY"]
FIELDS = {"article.name", "article.price", "article.stock"}


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


def _quoted(text):
    for sign, escape in (("'", "\\'"), ("\n", "\\n"), ("\r", "\\r"), ("\0", "\\0")):
        text = text.replace(sign, escape)
    return f"'{text}'"


def _compile(template):
    """Turn a template into a function, so that long lists of labels are printed fast."""
    pieces = []
    for text, field, spec, conversion in Formatter().parse(template):
        if text:
            pieces.append(repr(text))
        if field is None:
            continue
        if field not in FIELDS or conversion or "{" in spec or "}" in spec:
            raise ValueError(f"not allowed in a label: {field!r}")
        pieces.append(f"format({field}, {_quoted(spec)})" if spec else f"str({field})")
    return eval(f"lambda article: ''.join([{', '.join(pieces)}])")


def label(template, article):
    return _compile(template)(article)


def labels(template, articles):
    return list(map(_compile(template), articles))
