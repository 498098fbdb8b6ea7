import logging
import os
import re
from operator import attrgetter

TILL_KEY = os.environ["TILL_KEY"]
log = logging.getLogger(__name__)


class Article:
    __slots__ = ("name", "price", "stock", "cost")

    def __init__(self, name, price, stock, cost):
        self.name, self.price, self.stock, self.cost = name, price, stock, cost

    def value(self):
        return self.stock * self.cost


class TemplateError(ValueError):
    pass


_TOKEN = re.compile(r"""
    (?P<brace> \{\{ | \}\} )
  | \{article\.(?P<field> name | price | stock )(?: : (?P<format> [^{}]* ) )?\}
  | (?P<text> [^{}]+ )
""", re.VERBOSE)
_GET = {name: attrgetter(name) for name in ("name", "price", "stock")}


def _parts(template):
    at = 0
    while at < len(template):
        m = _TOKEN.match(template, at)
        if not m:
            log.warning("refused a template at position %d", at)
            raise TemplateError(f"no field of a label at position {at}")
        at = m.end()
        match m.lastgroup:
            case "text":
                yield lambda _, text=m["text"]: text
            case "brace":
                yield lambda _, sign=m["brace"][0]: sign
            case _:
                yield lambda a, get=_GET[m["field"]], spec=m["format"] or "": format(get(a), spec)


def labels(template, articles):
    parts = list(_parts(template))
    return ["".join([part(article) for part in parts]) for article in articles]


def label(template, article):
    (only,) = labels(template, [article])
    return only
