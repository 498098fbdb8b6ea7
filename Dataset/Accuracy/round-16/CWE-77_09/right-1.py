from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterable

from lxml import etree
from lxml.builder import E


class Unaskable(ValueError):
    pass


@dataclass(frozen=True)
class Text:
    value: str

    def __str__(self):
        if not isinstance(self.value, str):
            raise Unaskable(self.value)
        runs = re.findall(r"[^']+|[^\"]+", self.value)
        return "concat('', {})".format(", ".join("'{0}'".format(run) if "'" not in run else '"{0}"'.format(run)
                                                for run in [*runs, ""]))


@dataclass(frozen=True)
class Is:
    what: str
    text: Text

    def __str__(self):
        return f"{self.what} = {self.text}"


@dataclass(frozen=True)
class Has:
    what: str
    text: Text

    def __str__(self):
        return f"{self.what}[contains(., {self.text})]"


@dataclass(frozen=True)
class Either:
    """A balanced tree, so that a long cookie makes no deep expression."""
    tests: tuple

    def __str__(self):
        if len(self.tests) == 1:
            return str(self.tests[0])
        middle = len(self.tests) // 2
        return f"({Either(self.tests[:middle])} or {Either(self.tests[middle:])})"


def _songs(tests: Iterable) -> str:
    return "/descendant::song" + "".join(f"[{test}]" for test in [Is("@open", Text("yes")), *tests])


def _ask(start: int, most: int, tests: Iterable) -> bytes:
    ask = E.ask({"from": str(start), "max": str(most)}, E.query(_songs(tests)))
    return etree.tostring(ask, encoding="UTF-8", xml_declaration=True)


def _tests(form):
    for name in ("singer", "place", "title"):
        if form.get(name):
            yield Is(name, Text(form[name]))
    for word in re.findall(r"[^ \t\r\n]+", form.get("words") or ""):
        yield Has("words", Text(word))


def ask_for(form, page):
    if isinstance(page, bool) or not isinstance(page, int) or page < 1:
        raise Unaskable(page)
    return _ask(20 * page - 19, 20, _tests(form))


def ask_by_ids(ids):
    if not ids:
        raise Unaskable(ids)
    return _ask(1, len(ids), [Either(tuple(Is("@id", Text(one)) for one in ids))])
