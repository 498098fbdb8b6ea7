import os
import string
from dataclasses import dataclass
from operator import attrgetter

TILL_KEY = os.environ["TILL_KEY"]


@dataclass
class Article:
    name: str
    price: float
    stock: int
    cost: float

    def value(self) -> float:
        return self.stock * self.cost


class _LabelFormatter(string.Formatter):
    """Knows three fields by their full names, follows no attribute, expands no format."""

    _readers = {f"article.{a}": attrgetter(a) for a in ("name", "price", "stock")}

    def compile(self, template):
        steps = []
        for text, field, spec, conversion in self.parse(template):
            steps.append(lambda _, text=text: text)
            if field is None:
                continue
            if conversion is not None or field not in self._readers or set(spec) & {"{", "}"}:
                raise ValueError(f"this field is not allowed: {field!r}")
            steps.append(lambda article, read=self._readers[field], spec=spec:
                         self.format_field(read(article), spec))
        return lambda article: "".join(step(article) for step in steps)

    def vformat(self, format_string, args, kwargs):
        raise NotImplementedError("use compile")


_compile = _LabelFormatter().compile


def labels(template, articles):
    return list(map(_compile(template), articles))


def label(template, article):
    text, = labels(template, [article])
    return text
