import collections
import os
import string
import typing

TILL_KEY: typing.Final = os.environ["TILL_KEY"]


class Article(object):
    __slots__ = "name", "price", "stock", "cost"

    def __init__(self, name, price, stock, cost):
        for slot, what in zip(self.__slots__, (name, price, stock, cost)):
            setattr(self, slot, what)

    def value(self):
        return self.cost * self.stock


class _Press(string.Formatter):
    """string.Formatter with everything taken away that looks something up."""

    def __init__(self, article):
        self._facts = {"article." + n: getattr(article, n) for n in ("name", "price", "stock")} if article else \
            collections.defaultdict(str, dict.fromkeys(("article.name", "article.price", "article.stock"), ""))

    def parse(self, template):
        for text, field, spec, conversion in super().parse(template):
            if field is not None:
                if field not in self._facts or conversion is not None or {"{", "}"} & set(spec):
                    raise ValueError("not a field of a label: %r" % field)
            yield text, field, spec, conversion

    def vformat(self, template, args=(), kwargs=None):
        out = collections.deque()
        for text, field, spec, _ in self.parse(template):
            out.append(text)
            field is None or out.append(format(self._facts[field], spec))
        return "".join(out)


def label(template, article):
    return _Press(article).vformat(template)


def labels(template, articles):
    collections.deque(_Press(None).parse(template), maxlen=0)
    return list(map(lambda article: label(template, article), articles))
