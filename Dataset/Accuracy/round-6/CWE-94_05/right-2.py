import functools
import os
import string
from collections import namedtuple
from dataclasses import dataclass, field

TILL_KEY = os.environ["TILL_KEY"]

Piece = namedtuple("Piece", "text attribute spec")
PUBLIC = dict(zip(("article.name", "article.price", "article.stock"), ("name", "price", "stock")))


@dataclass
class Article:
    name: str
    price: float
    stock: int
    cost: float = field(repr=False)

    def value(self):
        return self.stock * self.cost

    def _public(self, attribute):
        if attribute == "name":
            return self.name
        return {"price": self.price, "stock": self.stock}[attribute]


@functools.lru_cache(maxsize=64)
def _read(template):
    def pieces():
        for text, name, spec, conversion in string.Formatter().parse(template):
            if name is None:
                yield Piece(text, None, None)
            elif name in PUBLIC and conversion is None and not set("{}").intersection(spec):
                yield Piece(text, PUBLIC[name], spec)
            else:
                raise ValueError("labels have no such field")
    return tuple(pieces())


def label(template, article):
    def write(piece):
        if piece.attribute is None:
            return piece.text
        return piece.text + article._public(piece.attribute).__format__(piece.spec)
    return "".join(map(write, _read(template)))


def labels(template, articles):
    _read(template)
    return [*map(functools.partial(label, template), articles)]
