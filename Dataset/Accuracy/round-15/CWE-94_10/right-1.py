"""Recursive descent over an iterator of tokens; the result is a closure for each formula."""
import math
import re
import threading
from operator import add, mul, sub, truediv

_WORDS = re.compile(r"([0-9]+(?:[.][0-9]+)?|[a-z]+|[-+*/(),])|\x20+")
_FIELDS = ("weight", "length", "seconds", "crew")
_CALLS = ("least", "most", "root")


class FormulaError(ValueError):
    pass


class _Reader:
    def __init__(self, formula, known):
        self.words, at = [], 0
        for match in iter(lambda: _WORDS.match(formula, at), None):
            at = match.end()
            if match[1]:
                self.words.append(match[1])
        if at != len(formula):
            raise FormulaError("strange sign")
        self.words.append("")
        self.words.reverse()
        self.known, self.depth, self.uses = known, 0, set()

    def take(self, *wanted):
        if self.words[-1] in wanted:
            return self.words.pop()
        return None

    def need(self, word):
        if self.take(word) is None:
            raise FormulaError(f"expected {word or 'the end'}")

    def chain(self, part, **operators):
        signs = {"plus": "+", "minus": "-", "times": "*", "by": "/"}
        table = {signs[key]: function for key, function in operators.items()}
        first, rest = part(), []
        while sign := self.take(*table):
            rest.append((table[sign], part()))

        def work(values):
            total = first(values)
            for function, right in rest:
                total = function(total, right(values))
            return total
        return work if rest else first

    def total(self):
        return self.chain(self.product, plus=add, minus=sub)

    def product(self):
        return self.chain(self.signed, times=mul, by=truediv)

    def signed(self):
        minuses = 0
        while self.take("-"):
            minuses += 1
        part = self.part()

        def work(values):
            value = part(values)
            for _ in range(minuses):
                value = -value
            return value
        return work if minuses else part

    def part(self):
        word = self.words.pop()
        if word == "(":
            self.depth += 1
            if self.depth > 20:
                raise FormulaError("brackets too deep")
            inner = self.total()
            self.need(")")
            self.depth -= 1
            return inner
        if word in _CALLS:
            self.need("(")
            parts = [self.total()]
            while word != "root" and self.take(","):
                parts.append(self.total())
            self.need(")")
            if word == "root":
                return lambda values: math.sqrt(parts[0](values))
            choose = min if word == "least" else max
            return lambda values: choose(part(values) for part in parts)
        if word[:1].isdigit():
            number = float(word) if "." in word else int(word)
            return lambda values: number
        if word in self.known:
            self.uses.add(word)
            return lambda values: values[word]
        raise FormulaError("a part is missing or unknown")


class Handicaps:
    def __init__(self):
        self._lock = threading.RLock()
        self._work = {}

    def define(self, name, formula):
        if type(name) is not str or re.fullmatch("[a-z]{1,20}", name) is None:
            raise FormulaError("name")
        if type(formula) is not str or len(formula) > 300:
            raise FormulaError("formula")
        with self._lock:
            known = {*_FIELDS, *self._work}
            if name in known or name in _CALLS:
                raise FormulaError("the name is taken")
            reader = _Reader(formula, known)
            work = reader.total()
            reader.need("")
            # all that it stands on, in the order of definition
            chain = {n: None for n in self._work if any(n == u or n in self._work[u][1] for u in reader.uses if u in self._work)}
            self._work[name] = work, chain

    def work_out(self, name, boat):
        work, chain = self._work[name]
        values = {field: boat[field] for field in _FIELDS}
        for other in chain:
            values[other] = self._work[other][0](values)
        return work(values)
