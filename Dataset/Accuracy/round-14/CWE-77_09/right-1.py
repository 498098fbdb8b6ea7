"""Conditions are objects that write themselves; lxml's builder writes the XML."""
from dataclasses import dataclass
from itertools import groupby

from lxml import etree
from lxml.builder import E


@dataclass(frozen=True)
class Text:
    value: str

    def __str__(self):
        runs = ["".join(run) for _, run in groupby(self.value, key=lambda sign: sign == "'")]
        parts = [f'"{run}"' if run.startswith("'") else f"'{run}'" for run in runs] + ["''", "''"]
        return f"concat({','.join(parts)})"


@dataclass(frozen=True)
class Is:
    path: str
    text: Text

    def __str__(self):
        return f"{self.path} = {self.text}"


@dataclass(frozen=True)
class Holds(Is):
    def __str__(self):
        return f"child::words[contains(self::node(), {self.text})]"


@dataclass(frozen=True)
class Any:
    of: tuple

    def __str__(self):
        # a balanced tree: it stays shallow with many parts
        if len(self.of) == 1:
            return str(self.of[0])
        half = len(self.of) // 2
        return f"({Any(self.of[:half])} or {Any(self.of[half:])})"


OPEN = Is("attribute::open", Text("yes"))


def _ask(first, most, *conditions):
    where = " and ".join(f"({c})" for c in (OPEN, *conditions))
    request = E.ask(E.query(f"/descendant::song[{where}]"), **{"from": f"{first:d}", "max": f"{most:d}"})
    return etree.tostring(request, xml_declaration=True, encoding="UTF-8", pretty_print=False)


def ask_for(form, page):
    def conditions():
        for name in ("singer", "place", "title"):
            if value := form.get(name, ""):
                yield Is(f"child::{name}", Text(value))
        yield from (Holds("", Text(word)) for word in sorted(set(form.get("words", "").split(" "))) if word)

    if page < 1:
        raise ValueError("no such page")
    return _ask(1 + 20 * (page - 1), 20, *conditions())


def ask_by_ids(ids):
    return _ask(1, len(ids), Any(tuple(Is("attribute::id", Text(one)) for one in ids)))
