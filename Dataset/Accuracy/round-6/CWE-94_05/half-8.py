import os
import re
from functools import lru_cache

TILL_KEY = os.environ["TILL_KEY"]


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


TOKEN = re.compile(
    r"(?P<text>[^{}]+)|(?P<open>\{\{)|(?P<close>\}\})"
    r"|\{article\.(?P<field>name|price|stock)(?::(?P<spec>[^{}\n\r]*))?\}"
)


@lru_cache(maxsize=64)
def _compiled(template):
    """A function for a template, made once for a whole shelf of labels."""
    parts, at = [], 0
    while at < len(template):
        m = TOKEN.match(template, at)
        if not m:
            raise ValueError(f"bad template at {template[at:at + 20]!r}")
        at = m.end()
        if m["field"]:
            spec = (m["spec"] or "").replace("'", "\\'")
            parts.append(f"format(article.{m['field']}, '{spec}')")
        elif m["text"]:
            parts.append(repr(m["text"]))
        else:
            parts.append(repr("{" if m["open"] else "}"))
    source = "lambda article: ''.join([" + ", ".join(parts) + "])"
    return eval(source, {"__builtins__": {"format": format}})


def label(template, article):
    return _compiled(template)(article)


def labels(template, articles):
    render = _compiled(template)
    return [render(article) for article in articles]
