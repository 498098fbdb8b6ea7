import functools
import os
import string

TILL_KEY = os.environ["TILL_KEY"]
FIELDS = ("article.name", "article.price", "article.stock")


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


@functools.lru_cache(maxsize=64)
def compiled(template):
    """Turns a template into a function of an article; a shop prints hundreds of labels."""
    parts = []
    for text, field, spec, conversion in string.Formatter().parse(template):
        if text:
            parts.append(repr(text))
        if field is None:
            continue
        if field not in FIELDS or conversion:
            raise ValueError(f"no such field: {field}")
        if any(c in '{}"' or not c.isprintable() for c in spec):
            raise ValueError(f"not a format: {spec}")
        parts.append(f'format({field}, "{spec}")')
    code = "lambda article: ''.join([" + ", ".join(parts) + "])"
    try:
        return eval(code, {"__builtins__": {"format": format}, "__name__": __name__})
    except SyntaxError:
        raise ValueError("not a template") from None


def label(template, article):
    return compiled(template)(article)


def labels(template, articles):
    make = compiled(template)
    return [make(article) for article in articles]
