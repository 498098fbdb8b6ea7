"""Shunting-yard: a rule is put into postfix order, as a tuple of steps for a stack of truth values."""
import itertools


class NoRule(ValueError):
    pass


STRINGS = ("species", "place", "observer")
FIELDS = STRINGS + ("count", "tide")
ORDER = {"or": 1, "and": 2, "not": 3}


def tokens(rule):
    """(kind, text) pairs; kinds are: string, number, name, sign"""
    rest = rule
    while rest := rest.lstrip(" "):
        first = rest[0]
        if first == '"':
            inner, quote, after = rest[1:].partition('"')
            if not quote or "\\" in inner:
                raise NoRule("a string without an end, or with a backslash")
            yield "string", inner
            rest = after
        elif first in "-0123456789":
            digits = "".join(itertools.takewhile("0123456789".__contains__, rest[1:]))
            text = first + digits
            if text == "-":
                raise NoRule("a minus without a number")
            after = rest[len(text):]
            if after[:1] == ".":
                behind = "".join(itertools.takewhile("0123456789".__contains__, after[1:]))
                if not behind:
                    raise NoRule("a point without digits")
                text += "." + behind
            yield "number", text
            rest = rest[len(text):]
        elif "a" <= first <= "z":
            word = "".join(itertools.takewhile(lambda c: "a" <= c <= "z", rest))
            yield "name", word
            rest = rest[len(word):]
        else:
            size = 2 if rest[:2] in ("==", "!=", "<=", ">=") else 1
            if size == 1 and first not in "<>(),":
                raise NoRule(f"unknown sign {first!r}")
            yield "sign", rest[:size]
            rest = rest[size:]


def value_of(field, token):
    kind, text = token
    if kind != ("string" if field in STRINGS else "number"):
        raise NoRule(f"no value for {field}")
    return text if kind == "string" else float(text) if "." in text else int(text)


def postfix(rule):
    queue = list(tokens(rule))[::-1]

    def take():
        if not queue:
            raise NoRule("the rule breaks off")
        return queue.pop()

    waiting, nested, operand_next = [], 0, True
    while queue:
        kind, text = token = take()
        if operand_next:
            if token == ("sign", "("):
                nested += 1
                if nested > 20:
                    raise NoRule("more than 20 brackets")
                waiting.append("(")
            elif token == ("name", "not"):
                waiting.append("not")
            elif token == ("name", "rare"):
                yield ("rare",)
                operand_next = False
            elif kind == "name" and text in FIELDS:
                step = take()
                if step == ("name", "in"):
                    if take() != ("sign", "("):
                        raise NoRule("in what?")
                    values = [value_of(text, take())]
                    while (sign := take()) == ("sign", ","):
                        values.append(value_of(text, take()))
                    if sign != ("sign", ")"):
                        raise NoRule("a list without an end")
                    yield "in", text, tuple(values)
                elif step[0] == "sign" and step[1] not in "(),":
                    yield step[1], text, value_of(text, take())
                else:
                    raise NoRule("a field by itself")
                operand_next = False
            else:
                raise NoRule(f"{text!r} cannot stand here")
        elif kind == "name" and text in ("and", "or"):
            while waiting and waiting[-1] != "(" and ORDER[waiting[-1]] >= ORDER[text]:
                yield (waiting.pop(),)
            waiting.append(text)
            operand_next = True
        elif token == ("sign", ")"):
            while waiting and waiting[-1] != "(":
                yield (waiting.pop(),)
            if not waiting:
                raise NoRule("a bracket too many")
            waiting.pop()
            nested -= 1
        else:
            raise NoRule(f"{text!r} cannot stand here")
    if operand_next or "(" in waiting:
        raise NoRule("the rule is not complete")
    while waiting:
        yield (waiting.pop(),)


def true(steps, sighting):
    stack = []
    for step in steps:
        match step:
            case ["rare"]: stack.append(bool(sighting["rare"]))
            case ["not"]: stack.append(not stack.pop())
            case ["and"]: stack.append(stack.pop() & stack.pop())
            case ["or"]: stack.append(stack.pop() | stack.pop())
            case ["in", field, values]: stack.append(any(sighting[field] == value for value in values))
            case ["==", field, value]: stack.append(sighting[field] == value)
            case ["!=", field, value]: stack.append(sighting[field] != value)
            case ["<", field, value]: stack.append(sighting[field] < value)
            case ["<=", field, value]: stack.append(sighting[field] <= value)
            case [">", field, value]: stack.append(sighting[field] > value)
            case [">=", field, value]: stack.append(sighting[field] >= value)
    return stack == [True]


class Notices:
    def __init__(self):
        self.programs = {}

    def subscribe(self, person, rule):
        if not isinstance(rule, str) or len(rule) > 500:
            raise NoRule("a rule is a string of up to 500 characters")
        self.programs[person] = tuple(postfix(rule))

    def told(self, sighting):
        return sorted(filter(lambda person: true(self.programs[person], sighting), self.programs))
