"""Handicaps: formulas are parsed by climbing precedences, and kept as trees of little objects.

What a formula needs of others is worked out first, in the order in which they were defined.
"""
import math
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field


class FormulaError(ValueError):
    pass


class Part(ABC):
    @abstractmethod
    def of(self, values): ...


@dataclass(frozen=True, slots=True)
class Number(Part):
    value: int | float

    def of(self, values):
        return self.value


@dataclass(frozen=True, slots=True)
class Known(Part):
    name: str

    def of(self, values):
        return values[self.name]


@dataclass(frozen=True, slots=True)
class Minus(Part):
    part: Part

    def of(self, values):
        return -self.part.of(values)


@dataclass(frozen=True, slots=True)
class Chain(Part):
    first: Part
    others: tuple

    def of(self, values):
        result = self.first.of(values)
        for sign, part in self.others:
            value = part.of(values)
            match sign:
                case "+":
                    result = result + value
                case "-":
                    result = result - value
                case "*":
                    result = result * value
                case "/":
                    result = result / value
        return result


@dataclass(frozen=True, slots=True)
class Function(Part):
    name: str
    parts: tuple

    def of(self, values):
        got = [part.of(values) for part in self.parts]
        match self.name:
            case "least":
                return min(got)
            case "most":
                return max(got)
        return math.sqrt(*got)


FIELDS = ("weight", "length", "seconds", "crew")
FUNCTIONS = ("least", "most", "root")
LEVELS = ("+-", "*/")


@dataclass
class Reader:
    words: list
    known: object
    used: set = field(default_factory=set)

    def sees(self, signs):
        return bool(self.words) and self.words[-1] in signs

    def expect(self, sign):
        if not self.sees((sign,)):
            raise FormulaError(f"{sign} is missing")
        self.words.pop()

    def chain(self, level, depth):
        if level == len(LEVELS):
            return self.single(depth)
        first = self.chain(level + 1, depth)
        others = []
        while self.sees(tuple(LEVELS[level])):
            others.append((self.words.pop(), self.chain(level + 1, depth)))
        return Chain(first, tuple(others)) if others else first

    def brackets(self, depth):
        self.expect("(")
        if depth == 20:
            raise FormulaError("too many brackets")
        yield self.chain(0, depth + 1)
        while self.sees((",",)):
            self.words.pop()
            yield self.chain(0, depth + 1)
        self.expect(")")

    def single(self, depth):
        if not self.words:
            raise FormulaError("a part is missing")
        if self.sees(("(",)):
            part, *more = self.brackets(depth)
            if more:
                raise FormulaError("no commas here")
            return part
        word = self.words.pop()
        if word == "-":
            return Minus(self.single(depth))
        if word[0] in "0123456789":
            return Number(float(word) if "." in word else int(word))
        if word in FUNCTIONS:
            parts = tuple(self.brackets(depth))
            if word == "root" and len(parts) > 1:
                raise FormulaError("one root at a time")
            return Function(word, parts)
        if word in FIELDS:
            return Known(word)
        if word in self.known:
            self.used.add(word)
            return Known(word)
        raise FormulaError(f"what is {word}?")


SCANNER = re.Scanner([
    (r"[0-9]+(?:\.[0-9]+)?", lambda _, word: word),
    (r"[a-z]+", lambda _, word: word),
    (r"[-+*/(),]", lambda _, word: word),
    (r" +", None),
])


class Handicaps:
    def __init__(self):
        self.noted = {}         # name -> (tree, names of others that it needs), in order

    def define(self, name, formula):
        if not (0 < len(name) <= 20 and set(name) <= set("abcdefghijklmnopqrstuvwxyz")):
            raise FormulaError("no name")
        if name in (*FIELDS, *FUNCTIONS, *self.noted):
            raise FormulaError("a name that is taken")
        words, rest = SCANNER.scan(formula)
        if rest or len(formula) > 300:
            raise FormulaError("no formula")
        reader = Reader(words[::-1], self.noted)
        tree = reader.chain(0, 0)
        if reader.words:
            raise FormulaError("too much")
        self.noted[name] = tree, frozenset(reader.used)

    def work_out(self, name, boat):
        needed, look = {name}, [name]
        while look:
            fresh = self.noted[look.pop()][1] - needed
            needed |= fresh
            look.extend(fresh)
        values = {each: boat[each] for each in FIELDS if each in boat}
        for each, (tree, _) in self.noted.items():
            if each in needed:
                values[each] = tree.of(values)
        return values[name]
