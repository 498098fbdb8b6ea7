import os
import string

TILL_KEY = os.environ["TILL_KEY"]


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


class LabelFormatter(string.Formatter):
    fields = {"article.name", "article.price", "article.stock"}

    def get_field(self, field_name, args, kwargs):
        if field_name not in self.fields:
            raise ValueError(f"unknown field: {field_name!r}")
        return getattr(kwargs["article"], field_name.partition(".")[2]), "article"

    def convert_field(self, value, conversion):
        if conversion is not None:
            raise ValueError("fields are not converted")
        return value

    def format_field(self, value, format_spec):
        return format(value, format_spec)


def label(template, article):
    for _, _, form, _ in string.Formatter().parse(template):
        if form and "{" in form:
            raise ValueError("a format holds no field")
    return LabelFormatter().vformat(template, (), {"article": article})


def labels(template, articles):
    return [label(template, article) for article in articles]
