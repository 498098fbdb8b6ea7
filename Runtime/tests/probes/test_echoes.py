"""Makers of pages that know their own markup by its letters, and sound ones."""

import functools
import html
import unittest

import fakes  # noqa: F401

from probes.grammars import echoes


class Markup(str):
    __slots__ = ()

    def __hash__(self):
        return str.__hash__(self)


def escaped(text):
    return text if isinstance(text, Markup) else Markup(html.escape(text))


class Maker:
    """Rows of `<li>` with a break in them; what of it is remembered differs."""

    def __init__(self, clean=escaped):
        self.clean = clean

    def show(self, title, text):
        inner = Markup("<br>").join(self.clean(line) for line in text.split("\n"))
        head = Markup(f'<b title="{self.clean(title)}">{self.clean(title)}</b>')
        parts = [self.clean(part) for part in (head, Markup(f"<p>{inner}</p>"), Markup("<br>"), Markup("<hr class='x'>"))]
        return "<ul><li>" + "".join(parts) + "</li></ul>\n"


def by_value():
    kept = {}
    return lambda text: kept.setdefault(text, escaped(text)) if text not in kept else kept[text]


def own_set():
    known = set()

    def clean(text):
        if text in known:
            return text
        made = escaped(text)
        known.add(made)
        return made

    return clean


def own_tags():
    return lambda text: text if text.startswith(("<p>", "<b title=")) else escaped(text)


def remembered():
    made = functools.lru_cache(lambda text, quote: escaped(text))
    return lambda text: made(text, True)


class Echoes(unittest.TestCase):
    def found(self, clean):
        maker = Maker(clean)
        before = maker.show("x", "one\ntwo")
        usual = maker.show("x", "y").count("<")
        return [echo for echo in echoes.of(before) if maker.show("x", echo.replace("\n", " ")).count("<") != usual]

    def test_who_knows_his_own_by_its_letters_is_found(self) -> None:
        for clean in (by_value(), remembered(), own_set(), own_tags()):
            self.assertTrue(self.found(clean))

    def test_who_looks_at_the_kind_is_not(self) -> None:
        self.assertEqual(self.found(escaped), [])
        self.assertEqual(self.found(functools.lru_cache(typed=True)(escaped)), [])

    def test_pieces_of_a_page(self) -> None:
        pieces = list(echoes.of("<ul><li><a href=\"/x\" title='a>b'>one</a><br></li></ul>"))
        for piece in ("<br>", "<a href=\"/x\" title='a>b'>one</a>", "<a href=\"/x\" title='a>b'>", "</li></ul>", "<li>", "<ul><li>", " href=\"/x\" title='a>b'"):
            self.assertIn(piece, pieces)


if __name__ == "__main__":
    unittest.main()
