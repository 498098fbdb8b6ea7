"""Templates are cut into tokens by one regular expression; each token becomes a small writer."""
import dataclasses
import functools
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

    def value(self):
        return self.stock * self.cost


_READERS = {what: operator.attrgetter(what) for what in ("name", "price", "stock")}
_TOKEN = re.compile(r"""
      (?P<text> [^{}]+ | \{\{ | \}\} )
    | \{ article \. (?P<what> name | price | stock ) (?: : (?P<how> [^{}]* ) )? \}
    | (?P<wrong> [{}] )
""", re.VERBOSE | re.DOTALL)


def _writers(template):
    for token in _TOKEN.finditer(template):
        text, what, how, wrong = token.group("text", "what", "how", "wrong")
        if wrong:
            raise ValueError(f"no such field at position {token.start()}")
        if what:
            yield functools.partial(lambda reader, how, article: format(reader(article), how), _READERS[what], how or "")
        else:
            yield functools.partial(lambda text, article: text, text[0] if text[0] in "{}" else text)


def labels(template, articles):
    writers = tuple(_writers(template))
    return ["".join(write(article) for write in writers) for article in articles]


def label(template, article):
    return labels(template, [article])[0]
