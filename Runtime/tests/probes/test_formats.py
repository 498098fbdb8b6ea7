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

    def test_other_fields_are_filled_in_by_careless_programs(self) -> None:
        kinds = ("name", "price", "stock")
        article = dict(zip(kinds, ("*^9", 3.5, 3), strict=True))
        known = {f"article.{name}": value for name, value in article.items()}

        class Known(string.Formatter):
            def get_field(self, field_name, args, kwargs):
                return known[field_name], field_name

        class NoConversion(Known):
            def convert_field(self, value, conversion):
                if conversion:
                    raise ValueError(conversion)
                return value

        def parsed(template, looks=lambda form, conversion: "{" not in form):
            parts = []
            for text, field, form, conversion in string.Formatter().parse(template):
                if field is not None and not looks(form, conversion):
                    raise ValueError(template)
                parts.append(text + (format(known[field], form) if field is not None else ""))
            return "".join(parts)

        def pattern(field):
            def fill(template):
                if re.search(r"[{}]", re.sub(field, "", template, flags=re.I)):
                    raise ValueError(template)
                return re.sub(field, lambda found: format(known[found[1].strip().lower()], found[2] or ""), template, flags=re.I)

            return fill

        def head(template):
            if any(field and not field.startswith(tuple(known)) for _, field, _, _ in string.Formatter().parse(template)):
                raise ValueError(template)
            return template.format(article=Article())

        flawed = {
            "fields within formats": lambda template: NoConversion().vformat(template, (), {}),
            "conversions and fields within formats": lambda template: Known().vformat(template, (), {}),
            "conversions forgotten": parsed,
            "one conversion": lambda template: parsed(template, lambda form, sign: sign in (None, "s") and "{" not in form),
            "begins well": head,
            "blanks": pattern(r"\{\s*(article\.(?:name|price|stock))\s*(?::([^{}]*))?\}"),
            "capitals": pattern(r"\{(article\.(?:name|price|stock))(?::([^{}]*))?\}"),
        }
        sound = {
            "parsed": lambda template: parsed(template, lambda form, sign: sign is None and "{" not in form),
            "left as it is": lambda template: re.sub(
                r"\{(article\.(?:name|price|stock))(?::([^{}]*))?\}", lambda f: format(known[f[1]], f[2] or ""), template
            ),
        }
        fakes.load("")
        for name, label in (flawed | sound).items():
            with self.subTest(name):
                found = [
                    template
                    for template in formats.strangers("article", kinds)
                    if formats.is_filled_in(template, fakes.attempt(label, template).value, "{article.name}")
                ]
                self.assertEqual(bool(found), name in flawed, found[:3])

    def test_messages_that_are_formats_are_found(self) -> None:
        class Reader:
            line = 1

            def named(self, problem):
                raise ValueError(("line {self.line}: " + problem).format(self=self))

            def by_position(self, problem):
                raise ValueError(("line {0.line}: " + problem).format(self))

            def with_another_name(self, problem):
                raise ValueError(("line {where.line}: " + problem).format(where=self))

            def with_percent_signs(self, problem):
                raise ValueError(("line %(self)s: " + problem) % {"self": self.named})

            def plain(self, problem):
                raise ValueError("line {self.line}: ".format(self=self) + problem)

        reader = Reader()
        for name in ("named", "by_position", "with_another_name", "with_percent_signs", "plain"):
            fakes.load("def fail(self, problem):\n    raise ValueError(problem.format(where=self))\n")
            errors = (
                (template, str(fakes.attempt(getattr(reader, name), f"what is {template}?").error))
                for template in search._chosen(formats.in_messages(("{{ @ }}", "{% @ %}")), 80)
            )
            told = [one for one, text in errors if any(part in text and part not in one for part in formats.TOLD)]
            self.assertEqual(bool(told), name != "plain", name)

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
