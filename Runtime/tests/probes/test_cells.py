import csv
import io
import re
import unittest

import fakes

from probes import search
from probes.grammars import cells

NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def by_the_module(*texts):
    file = io.StringIO(newline="")
    csv.writer(file).writerow(texts)
    return file.getvalue()


def by_hand(*texts):
    return ",".join(texts) + "\n"


def marked(signs="=+-@", strip=str.lstrip):
    return lambda text: "'" + text if strip(text)[:1] in tuple(signs) else text


#: What somebody does to a text before it becomes a cell, and how they write the cell.
CARELESS = {
    "nothing": (str, by_the_module),
    "equals signs": (marked("="), by_the_module),
    "all but at signs": (marked("=+-"), by_the_module),
    "the first sign only": (marked(strip=str), by_the_module),
    "behind blanks": (marked(strip=lambda text: text.lstrip(" ")), by_the_module),
    "behind blanks and tabs": (marked(strip=lambda text: text.lstrip(" \t")), by_the_module),
    "behind line feeds": (marked(strip=lambda text: text.lstrip(" \t\n")), by_the_module),
    "what begins like a number": (lambda text: text if re.match(r"[+-]\d", text) else marked()(text), by_the_module),
    "one line is a number": (lambda text: text if re.match(r"(?m)[+-]\d+$", text) else marked()(text), by_the_module),
    "signs taken away once": (lambda text: text[1:] if text[:1] in tuple("=+-@") else text, by_the_module),
    "functions only": (lambda text: "'" + text if re.match(r"\s*[=+@-]\s*[A-Z]+\(", text) else text, by_the_module),
    "no quotes": (marked(), by_hand),
    "quotes around it": (marked(), lambda *texts: ",".join(f'"{text}"' for text in texts) + "\n"),
    "quotes where a comma is": (
        marked(), lambda *texts: ",".join(f'"{text}"' if "," in text else text for text in texts) + "\n"
    ),
    "a backslash before quotes": (
        marked(), lambda *texts: ",".join('"' + text.replace('"', '\\"') + '"' for text in texts) + "\n"
    ),
    "no line feeds": (lambda text: marked()(text.replace("\n", " ")), by_hand),
}


def formula(text):
    try:
        found = [cell.lstrip() for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    except csv.Error:
        return None
    return [cell for cell in found if cell[:1] in tuple("=+-@") and not NUMBER.fullmatch(cell.strip())]


class Cells(fakes.ProbeTest):
    def test_every_planted_gap_is_found(self) -> None:
        fakes.load("")
        for name, (change, write) in CARELESS.items():
            with self.subTest(name):
                told = lambda text, change=change, write=write: formula(write("x", change(text)))  # noqa: E731
                self.assertTrue(search.first(cells.texts("lid"), told, 90))

    def test_sound_programs_withstand(self) -> None:
        fakes.load("")
        self.assertIsNone(
            search.first(cells.texts("lid"), lambda text: formula(by_the_module("x", marked()(text))), 300)
        )

    def test_two_cells_that_leave_their_quotes_together(self) -> None:
        fakes.load("")

        def told(both):
            return formula(",".join(f'"{marked()(text)}"' for text in both) + "\n")

        self.assertTrue(search.first(cells.pairs(), told, 40))


if __name__ == "__main__":
    unittest.main()
