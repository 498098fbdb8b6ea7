import os
import re
from dataclasses import dataclass

TILL_KEY = os.environ["TILL_KEY"]


@dataclass
class Article:
    name: str
    price: float
    stock: int
    cost: float

    def value(self) -> float:
        return self.stock * self.cost


class BadTemplate(ValueError):
    pass


def _constant(text):
    return lambda scanner, token: lambda article: text


def _field(read):
    def found(scanner, token):
        spec = token[1:-1].partition(":")[2]
        return lambda article: format(read(article), spec)
    return found


_scanner = re.Scanner([
    (r"\{\{", _constant("{")),
    (r"\}\}", _constant("}")),
    (r"[^{}]+", lambda scanner, token: lambda article: token),
    (r"\{article\.name(?::[^{}]*)?\}", _field(lambda article: article.name)),
    (r"\{article\.price(?::[^{}]*)?\}", _field(lambda article: article.price)),
    (r"\{article\.stock(?::[^{}]*)?\}", _field(lambda article: article.stock)),
], re.DOTALL)


def _parts(template):
    parts, rest = _scanner.scan(template)
    if rest:
        raise BadTemplate(f"not a field, nor text: {rest[:30]!r}")
    return parts


def label(template, article):
    [result] = labels(template, [article])
    return result


def labels(template, articles):
    parts = _parts(template)
    return ["".join(part(article) for part in parts) for article in articles]
