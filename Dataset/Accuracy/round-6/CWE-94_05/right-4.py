import logging
import os
from operator import attrgetter
from string import Formatter
from types import MappingProxyType

TILL_KEY = os.environ["TILL_KEY"]
_log = logging.getLogger(__name__)


class Article:
    __slots__ = "name", "price", "stock", "cost"

    def __init__(self, name, price, stock, cost):
        self.name, self.price, self.stock, self.cost = name, price, stock, cost

    def value(self):
        return self.stock * self.cost


class _Template:
    """Only the parser of string.Formatter is used, never its look-up of fields."""

    _GETTERS = MappingProxyType({f"article.{a}": attrgetter(a) for a in ("name", "price", "stock")})

    def __init__(self, text):
        try:
            self._parts = tuple(self._read(text))
        except ValueError as error:
            _log.info("refused template: %s", error)
            raise

    @classmethod
    def _read(cls, text):
        for literal, field, spec, conversion in Formatter().parse(text):
            yield literal, None, ""
            if field is None:
                continue
            try:
                getter = cls._GETTERS[field]
            except KeyError:
                raise ValueError(f"no such field: {field!r}") from None
            if conversion is not None:
                raise ValueError(f"no conversions: !{conversion}")
            if not {"{", "}"}.isdisjoint(spec):
                raise ValueError(f"no fields within a format: {spec!r}")
            yield "", getter, spec

    def __call__(self, article):
        return "".join(
            literal if getter is None else getter(article).__format__(spec)
            for literal, getter, spec in self._parts
        )


def label(template, article):
    return _Template(template)(article)


def labels(template, articles):
    return list(map(_Template(template), articles))
