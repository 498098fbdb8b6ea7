"""Shelf labels. The form of a whole template is one regular expression; what is filled in comes
from a mapping of three plain values, never from the article itself."""

import os
import re
from dataclasses import dataclass

TILL_KEY = os.environ["TILL_KEY"]

_FIELD = r"\{article\.(?P<what>name|price|stock)(?::(?P<how>[^{}]*))?\}"
_PIECE = re.compile(rf"(?P<text>[^{{}}]+)|(?P<brace>\{{\{{|\}}\}})|{_FIELD}")


@dataclass(eq=False)
class Article:
    name: str
    price: float
    stock: int
    cost: float

    def value(self) -> float:
        return self.stock * self.cost


class Template:
    def __init__(self, source):
        self.pieces = []
        at = 0
        while at < len(source):
            piece = _PIECE.match(source, at)
            if piece is None:
                raise ValueError(f"not understood, at {at}: {source[at:at + 20]}")
            self.pieces.append(piece)
            at = piece.end()

    def __mod__(self, plain):
        def written():
            for piece in self.pieces:
                if piece["what"]:
                    yield plain[piece["what"]].__format__(piece["how"] or "")
                else:
                    yield piece["text"] or piece["brace"][0]

        return "".join(written())


def _plain(article):
    return {"name": article.name, "price": article.price, "stock": article.stock}


def label(template, article):
    return Template(template) % _plain(article)


def labels(template, articles):
    form = Template(template)
    return [form % values for values in map(_plain, articles)]
