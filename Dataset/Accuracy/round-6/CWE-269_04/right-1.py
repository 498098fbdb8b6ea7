import functools
from collections import ChainMap
from dataclasses import dataclass, replace
from types import MappingProxyType

LEVEL = MappingProxyType({"read": 1, "write": 2})
OWNER = 3


@dataclass(frozen=True)
class Page:
    owner: str
    text: tuple = ()
    given: frozenset = frozenset()

    def level(self, person):
        return OWNER if person == self.owner else LEVEL.get(dict(self.given).get(person), 0)


def needs(level):
    """The decorated method gets the page, and returns the page that takes its place, or something else as a result."""
    def decorate(method):
        @functools.wraps(method)
        def call(self, person, title, *args, **kwargs):
            page = self._pages[title]
            if page.level(person) < level:
                raise PermissionError(person, title)
            outcome = method(self, page, *args, **kwargs)
            if isinstance(outcome, Page):
                self._pages[title] = outcome
            elif outcome is Ellipsis:
                del self._pages[title]
            else:
                return outcome
        return call
    return decorate


class Notebooks:
    def __init__(self):
        self._pages = {}

    def create(self, person, title):
        if self._pages.setdefault(title, mine := Page(person)) is not mine:
            raise ValueError(title)

    @needs(OWNER)
    def share(self, page, other, right):
        if right not in tuple(LEVEL):
            raise ValueError(right)
        return replace(page, given=frozenset(ChainMap({other: right}, dict(page.given)).items()))

    @needs(OWNER)
    def unshare(self, page, other):
        return replace(page, given=frozenset(pair for pair in page.given if pair[0] != other))

    @needs(OWNER)
    def hand_over(self, page, other):
        return Page(other, page.text)

    @needs(OWNER)
    def delete(self, page):
        return ...

    @needs(LEVEL["write"])
    def add(self, page, line):
        return replace(page, text=(*page.text, line))

    @needs(LEVEL["read"])
    def lines(self, page):
        return [*page.text]

    def titles(self, person):
        return sorted(title for title, page in self._pages.items() if page.level(person))
