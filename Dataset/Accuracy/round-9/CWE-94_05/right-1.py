"""Labels, read one character at a time by a generator."""
import os

TILL_KEY = os.environ["TILL_KEY"]


class Article:
    def __init__(self, name, price, stock, cost):
        self.name = name
        self.price = price
        self.stock = stock
        self.cost = cost

    def value(self):
        return self.stock * self.cost


class TemplateError(ValueError):
    pass


def _inside(characters):
    """Everything up to the closing brace of a field; a brace that opens has no business there."""
    found = []
    for c in characters:
        if c == "}":
            return "".join(found)
        if c == "{":
            raise TemplateError("a field within a field")
        found.append(c)
    raise TemplateError("a field does not end")


def _parts(template):
    """Strings as they are, and tuples (attribute, format)."""
    characters = iter(template)
    for c in characters:
        if c == "{":
            first = next(characters, "")
            if first == "{":
                yield "{"
                continue
            if first == "}":
                raise TemplateError("an empty field")
            inside = first + _inside(characters)
            path, _, form = inside.partition(":")
            match path.split("."):
                case ["article", ("name" | "price" | "stock") as attribute]:
                    yield attribute, form
                case _:
                    raise TemplateError(f"unknown field {path!r}")
        elif c == "}":
            if next(characters, "") != "}":
                raise TemplateError("a single closing brace")
            yield "}"
        else:
            yield c


def _fill(parts, article):
    values = {"name": article.name, "price": article.price, "stock": article.stock}
    return "".join(part if isinstance(part, str) else format(values[part[0]], part[1]) for part in parts)


def label(template, article):
    return _fill(list(_parts(template)), article)


def labels(template, articles):
    parts = list(_parts(template))
    return [_fill(parts, article) for article in articles]
