import re
import string
import unittest

import fakes

from probes import markers, search
from probes.grammars import code, formats

SHOP_KEY = "key-of-the-shop"


class Article:
    def __init__(self):
        self.name, self.price, self.cost = "Braid", 3.5, 4821.75

    def value(self):
        return self.cost


DATA = vars(Article())
FIELDS = ("article.name", "article.price")


def outer(template):
    return all(field in (None, *FIELDS) for _, field, _, _ in string.Formatter().parse(template))


class Beginning(string.Formatter):
    def get_field(self, field_name, args, kwargs):
        if not field_name.startswith(FIELDS):
            raise ValueError(field_name)
        return super().get_field(field_name, args, kwargs)


class Part(string.Formatter):
    """Looks at each attribute by itself."""

    def get_field(self, field_name, args, kwargs):
        if any(name.startswith("_") or name == "cost" for name in field_name.split(".")):
            raise ValueError(field_name)
        return super().get_field(field_name, args, kwargs)


def filled(template):
    return template.format(article=Article())


def only(condition, fill=filled):
    def label(template):
        if not condition(template):
            raise ValueError(template)
        return fill(template)

    return label


CARELESS = {
    "format": filled,
    "no underscores": only(lambda template: "_" not in template),
    "no word of a list": only(lambda template: "cost" not in template and "globals" not in template),
    "no round or square brackets": only(lambda template: not re.search(r"[\[\]()]", template)),
    "outer fields only": only(outer),
    "holds a field": only(lambda template: any("{" + field in template for field in FIELDS)),
    "begins with a field": only(lambda template: template.startswith(tuple("{" + field for field in FIELDS))),
    "fields begin well": lambda template: Beginning().vformat(template, (), {"article": Article()}),
    "attributes one by one": lambda template: Part().vformat(template, (), {"article": Article()}),
    "by position": lambda template: template.format(Article(), article=Article()),
    "with all that there is": lambda template: template.format(article=Article(), **vars(Article())),
    "by percent signs": lambda template: template % {**vars(Article()), "article": Article()},
    "from the dictionary": lambda template: re.sub(r"\{article\.(\w+)\}", lambda f: f"{DATA[f[1]]}", template),
    "by attribute": lambda template: re.sub(r"\{article\.(\w+)\}", lambda f: str(getattr(Article(), f[1])), template),
    "a word taken out": lambda template: filled(template.replace("cost", "").replace("__", "")),
}


class Formats(fakes.ProbeTest):
    def templates(self):
        return formats.templates("article", ("name", "price"), ("cost", "value"), "SHOP_KEY")

    def effect(self, label):
        def told(template):
            text = fakes.attempt(lambda: label(template)).value
            return isinstance(text, str) and (
                len(text) > 2000 or any(part in text for part in ("4821", SHOP_KEY, *formats.INTERNALS))
            )

        return told

    def test_every_planted_gap_is_found(self) -> None:
        fakes.load("DENIED = ['cost', '__']")
        for name, label in CARELESS.items():
            with self.subTest(name):
                self.assertTrue(search.first(self.templates(), self.effect(label), 120))

    def test_a_format_with_a_backslash_becomes_part_of_the_source(self) -> None:
        def label(template, quote, sources):
            [(_, field, form, _)] = string.Formatter().parse(template)
            if field != "article.name" or "{" in form:
                raise ValueError(template)
            form = form.replace(quote, f"\\{quote}")
            text = f"format({field}, {quote}{form}{quote})"
            return eval(sources.replace("F", text), {"article": Article()})

        fakes.load("")
        for quote in ("'", '"'):
            for source in ("''.join([F])", "'' + F"):
                effect = self.effect(lambda template, q=quote, s=source: label(template, q, s))
                self.assertTrue(search.first(self.templates(), effect, 120), (quote, source))

    def test_sound_programs_withstand(self) -> None:
        def label(template):
            if not outer(template) or any("{" in (form or "") for _, _, form, _ in string.Formatter().parse(template)):
                raise ValueError(template)
            return filled(template)

        fakes.load("")
        self.assertIsNone(search.first(self.templates(), self.effect(label), 300))

    def test_templates_that_are_evaluated(self) -> None:
        fakes.load("")
        programs = {
            "as an f-string": lambda template: eval(f"f{template!r}", {"article": Article()}),
            "field by field": lambda template: re.sub(
                r"\{(.*?)\}", lambda field: str(eval(field[1], {"article": Article()})), template
            ),
            "in quotes": lambda template: eval(f'f"{template}"', {"article": Article()}),
        }
        for name, label in programs.items():
            effect = markers.runs(label, lambda marker: code.codes(marker, "article.name"))
            self.assertTrue(search.first(formats.running("article.name"), effect, 50), name)


if __name__ == "__main__":
    unittest.main()
