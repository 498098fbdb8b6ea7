"""Rules become lists of steps for a small stack machine (two stacks, no recursion)."""
from enum import IntEnum
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple

TEXT, NUMBER = "text", "number"
FIELDS = {"species": TEXT, "place": TEXT, "observer": TEXT, "count": NUMBER, "tide": NUMBER}
DIGITS = "0123456789"
ORDERS = {"==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
SIGNS = ("==", "!=", "<=", ">=", "<", ">", "(", ")", ",")


class NoRule(ValueError):
    pass


class Value(NamedTuple):
    kind: str
    value: object


class Rank(IntEnum):
    OPEN = 0
    OR = 1
    AND = 2
    NOT = 3


RANKS = {"or": Rank.OR, "and": Rank.AND, "not": Rank.NOT}


class Reader:
    """Parts of a rule, one by one."""

    def __init__(self, rule):
        self.rule, self.at = rule, 0

    def span(self, allowed):
        start = self.at
        while self.rule[self.at:self.at + 1] and self.rule[self.at] in allowed:
            self.at += 1
        return self.rule[start:self.at]

    def next(self):
        self.span(" ")
        rest = self.rule[self.at:]
        if not rest:
            return None
        if rest[0] == '"':
            text, quote, _ = rest[1:].partition('"')
            if not quote or "\\" in text:
                raise NoRule("string")
            self.at += len(text) + 2
            return Value(TEXT, text)
        if rest[0] in DIGITS or rest[0] == "-":
            start = self.at
            self.at += rest[0] == "-"
            whole = self.span(DIGITS)
            if not whole:
                raise NoRule("number")
            if self.rule[self.at:self.at + 1] == ".":
                self.at += 1
                if not self.span(DIGITS):
                    raise NoRule("number")
                return Value(NUMBER, float(self.rule[start:self.at]))
            return Value(NUMBER, int(self.rule[start:self.at]))
        for sign in SIGNS:
            if rest.startswith(sign):
                self.at += len(sign)
                return sign
        word = self.span("abcdefghijklmnopqrstuvwxyz")
        if not word:
            raise NoRule("sign")
        return word


def value_of(kind, part):
    if not isinstance(part, Value) or part.kind != kind:
        raise NoRule("value")
    return part.value


def test(field, reader):
    """The step for a comparison or `in`, of which the field is read already: (field, allowed orders or values)."""
    kind = FIELDS[field]
    sign = reader.next()
    if sign == "in":
        if reader.next() != "(":
            raise NoRule("(")
        values = []
        while True:
            values.append(value_of(kind, reader.next()))
            match reader.next():
                case ",":
                    continue
                case ")":
                    return ("any", field, tuple(values))
            raise NoRule(")")
    if not isinstance(sign, str) or sign not in ORDERS:
        raise NoRule("comparison")
    return ("order", field, value_of(kind, reader.next()), ORDERS[sign])


def compile_rule(rule):
    if not isinstance(rule, str) or len(rule) > 500:
        raise NoRule("length")
    reader, steps, waiting, depth, operand = Reader(rule), [], [], 0, True

    def flush(rank):
        while waiting and waiting[-1] >= rank:
            steps.append((waiting.pop().name.lower(),))

    while (part := reader.next()) is not None:
        if isinstance(part, Value):
            raise NoRule("value")
        if operand:
            if part == "not":
                waiting.append(Rank.NOT)
            elif part == "(":
                depth += 1
                if depth > 20:
                    raise NoRule("depth")
                waiting.append(Rank.OPEN)
            elif part == "rare":
                steps.append(("rare",))
                operand = False
            elif part in FIELDS:
                steps.append(test(part, reader))
                operand = False
            else:
                raise NoRule(part)
        elif part in ("and", "or"):
            flush(RANKS[part])
            waiting.append(RANKS[part])
            operand = True
        elif part == ")" and depth:
            flush(Rank.OR)
            waiting.pop()
            depth -= 1
        else:
            raise NoRule(part)
    if operand or depth:
        raise NoRule("end")
    flush(Rank.OR)
    return tuple(steps)


def run(steps, sighting):
    stack = []
    for step in steps:
        match step:
            case ("rare",):
                stack.append(sighting["rare"] is True)
            case ("any", field, values):
                stack.append(any(sighting[field] == value for value in values))
            case ("order", field, value, compare):
                stack.append(compare(sighting[field], value))
            case ("not",):
                stack.append(not stack.pop())
            case (word,):
                right, left = stack.pop(), stack.pop()
                stack.append(left and right if word == "and" else left or right)
    return stack.pop()


class Notices:
    def __init__(self):
        self._programs = []  # pairs (person, steps)

    def subscribe(self, person, rule):
        steps = compile_rule(rule)
        self._programs = [pair for pair in self._programs if pair[0] != person] + [(person, steps)]

    def told(self, sighting):
        return sorted(person for person, steps in self._programs if run(steps, sighting))
