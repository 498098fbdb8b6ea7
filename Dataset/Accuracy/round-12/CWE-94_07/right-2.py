"""right: a scanner that is a generator, and a parser with match statements; a rule is a tree of
objects, and each object answers `told` by itself."""
from __future__ import annotations

import abc
from dataclasses import dataclass
from typing import Iterator

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
DIGITS = frozenset("0123456789")


class NoRule(ValueError):
    """What was typed is no rule."""


# ---- parts ---------------------------------------------------------------

@dataclass(frozen=True)
class Word:
    text: str


@dataclass(frozen=True)
class Sign:
    text: str


@dataclass(frozen=True)
class Constant:
    value: str | int | float


def scan(rule: str) -> Iterator[Word | Sign | Constant]:
    characters = list(rule)
    while characters:
        c = characters[0]

        def run(of):
            taken = ""
            while characters and characters[0] in of:
                taken += characters.pop(0)
            return taken

        if c == " ":
            run(" ")
        elif c in LETTERS:
            yield Word(run(LETTERS | DIGITS))
        elif c in DIGITS or c == "-":
            minus = characters.pop(0) if c == "-" else ""
            whole = run(DIGITS)
            part = None
            if characters[:1] == ["."]:
                characters.pop(0)
                part = run(DIGITS)
            if not whole or part == "" or characters[:1] and characters[0] in LETTERS - set("aio"):
                raise NoRule("no number")
            yield Constant(int(minus + whole) if part is None else float(f"{minus}{whole}.{part}"))
        elif c == '"':
            characters.pop(0)
            if '"' not in characters:
                raise NoRule("the string has no end")
            end = characters.index('"')
            if "\\" in characters[:end]:
                raise NoRule("backslash")
            yield Constant("".join(characters[:end]))
            del characters[:end + 1]
        elif c in "(),":
            yield Sign(characters.pop(0))
        elif c in "=!<>":
            sign = characters.pop(0)
            if characters[:1] == ["="]:
                sign += characters.pop(0)
            yield Sign(sign)
        else:
            raise NoRule(f"{c!r}")


# ---- tests ---------------------------------------------------------------

class Test(abc.ABC):
    @abc.abstractmethod
    def __contains__(self, sighting) -> bool:
        """Whether a sighting is one that this test is about."""


@dataclass
class Rare(Test):
    def __contains__(self, sighting):
        return sighting["rare"] is True or bool(sighting["rare"])


@dataclass
class Not(Test):
    inner: Test

    def __contains__(self, sighting):
        return sighting not in self.inner


@dataclass
class Some(Test):
    parts: list[Test]

    def __contains__(self, sighting):
        return any(sighting in part for part in self.parts)


@dataclass
class Every(Test):
    parts: list[Test]

    def __contains__(self, sighting):
        return all(sighting in part for part in self.parts)


@dataclass
class Compared(Test):
    field: str
    sign: str
    value: str | int | float

    def __contains__(self, sighting):
        have, want = sighting[self.field], self.value
        match self.sign:
            case "==":
                return have == want
            case "!=":
                return have != want
            case "<":
                return have < want
            case "<=":
                return have <= want
            case ">":
                return have > want
            case ">=":
                return have >= want


# ---- rules ---------------------------------------------------------------

class Rule:
    def __init__(self, typed):
        if not isinstance(typed, str) or len(typed) > 500:
            raise NoRule("a string of up to 500 characters, please")
        self.parts = [*scan(typed), None]
        self.test = self.joined(Some, "or", self.every, 0)
        if self.parts[0] is not None:
            raise NoRule(f"{self.parts[0]} is too much")

    def next(self, *allowed):
        part = self.parts[0]
        if allowed and part not in allowed or part is None:
            raise NoRule(f"{part} cannot stand here")
        return self.parts.pop(0)

    def joined(self, kind, word, below, depth):
        tests = [below(depth)]
        while self.parts[0] == Word(word):
            self.next()
            tests.append(below(depth))
        return kind(tests)

    def every(self, depth):
        return self.joined(Every, "and", self.single, depth)

    def single(self, depth):
        match self.next():
            case Word("not"):
                return Not(self.single(depth))
            case Word("rare"):
                return Rare()
            case Sign("(") if depth < 20:
                test = self.joined(Some, "or", self.every, depth + 1)
                self.next(Sign(")"))
                return test
            case Word("species" | "place" | "observer" as field):
                return self.about(field, (str,))
            case Word("count" | "tide" as field):
                return self.about(field, (int, float))
            case part:
                raise NoRule(f"{part} is no test")

    def about(self, field, types):
        def value():
            part = self.next()
            if not isinstance(part, Constant) or type(part.value) not in types:
                raise NoRule(f"{field} is not compared with {part}")
            return part.value

        signs = [Sign(s) for s in ("==", "!=", "<", "<=", ">", ">=")]
        first = self.next(Word("in"), *signs)
        if isinstance(first, Sign):
            return Compared(field, first.text, value())
        self.next(Sign("("))
        tests = [Compared(field, "==", value())]
        while self.next(Sign(","), Sign(")")) == Sign(","):
            tests.append(Compared(field, "==", value()))
        return Some(tests)


class Notices(dict):
    """The tests of all persons, by their names."""

    def subscribe(self, person, rule):
        self[person] = Rule(rule).test

    def told(self, sighting):
        return sorted(person for person, test in self.items() if sighting in test)
