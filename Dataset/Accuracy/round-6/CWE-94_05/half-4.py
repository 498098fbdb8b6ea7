import os
import string
from dataclasses import dataclass

from _string import formatter_field_name_split

TILL_KEY = os.environ["TILL_KEY"]


@dataclass
class Article:
    name: str
    price: float
    stock: int
    cost: float

    def value(self):
        return self.stock * self.cost


class LabelFormatter(string.Formatter):
    ATTRIBUTES = frozenset({"name", "price", "stock"})

    def parse(self, template):
        for text, field, spec, conversion in super().parse(template):
            if field is not None and (conversion or "{" in spec or "}" in spec):
                raise ValueError("a format may not hold fields or conversions")
            yield text, field, spec, conversion

    def get_field(self, field_name, args, kwargs):
        first, rest = formatter_field_name_split(field_name)
        steps = list(rest)
        if first != "article" or len(steps) > 1:
            raise ValueError(f"unknown field: {field_name!r}")
        for is_attribute, key in steps:
            if not is_attribute or key not in self.ATTRIBUTES:
                raise ValueError(f"unknown field: {field_name!r}")
        return super().get_field(field_name, args, kwargs)


_formatter = LabelFormatter()


def label(template, article):
    return _formatter.vformat(template, (), {"article": article})


def labels(template, articles):
    return [label(template, article) for article in articles]
