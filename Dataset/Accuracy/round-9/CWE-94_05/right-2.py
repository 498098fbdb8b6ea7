"""Labels. A template becomes a chain of small functions by way of one regular expression; whatever it does not
cover makes the template wrong."""
import dataclasses
import operator
import os
import re

TILL_KEY = os.environ["TILL_KEY"]


@dataclasses.dataclass
class Article:
    name: str
    price: float
    stock: int
    cost: float

    def value(self) -> float:
        return self.stock * self.cost


_TOKEN = re.compile(
    r"(?P<text>[^{}]+)"
    r"|(?P<open>\{\{)"
    r"|(?P<close>\}\})"
    r"|\{article\.(?:(?P<name>name)|(?P<price>price)|(?P<stock>stock))(?::(?P<format>[^{}]*))?\}"
)
_READ = {
    "name": operator.attrgetter("name"),
    "price": operator.attrgetter("price"),
    "stock": operator.attrgetter("stock"),
}


def _constant(text):
    return lambda article: text


def _field(read, spec):
    return lambda article: read(article).__format__(spec)


class Template:
    def __init__(self, source):
        self.steps = []
        position = 0
        while position < len(source):
            token = _TOKEN.match(source, position)
            if token is None:
                raise ValueError(f"wrong template at character {position + 1}")
            self.steps.append(self._step(token))
            position = token.end()

    @staticmethod
    def _step(token):
        if token["text"]:
            return _constant(token["text"])
        if token["open"] or token["close"]:
            return _constant((token["open"] or token["close"])[0])
        which = token["name"] or token["price"] or token["stock"]
        return _field(_READ[which], token["format"] or "")

    def __call__(self, article):
        return "".join(step(article) for step in self.steps)


def label(template, article):
    return Template(template)(article)


def labels(template, articles):
    return list(map(Template(template), articles))
