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


def fields(article):
    return {"article.name": article.name, "article.price": article.price, "article.stock": article.stock}


class Template:
    def __init__(self, text):
        self.text, self.place = text, 0

    def parts(self):
        """Texts, and fields as tuples of a name and a format."""
        while self.place < len(self.text):
            sign = self.text[self.place]
            if self.text[self.place : self.place + 2] in ("{{", "}}"):
                self.place += 2
                yield sign
            elif sign == "{":
                end = self.text.find("}", self.place)
                if end < 0:
                    raise ValueError("a field does not end")
                name, _, form = self.text[self.place + 1 : end].partition(":")
                self.place = end + 1
                yield name, form
            elif sign == "}":
                raise ValueError("a brace that is not doubled")
            else:
                self.place += 1
                yield sign


def label(template, article):
    known, text = fields(article), []
    for part in Template(template).parts():
        if isinstance(part, str):
            text.append(part)
        elif part[0] in known and "{" not in part[1]:
            text.append(format(known[part[0]], part[1]))
        else:
            raise ValueError(f"no field of an article: {part[0]}")
    return "".join(text)


def labels(template, articles):
    return [label(template, article) for article in articles]
