"""Rules for notices. Python's own parser makes a tree of them, which is checked and walked, never compiled."""
import ast
import operator
import re

TEXTS = {"species", "place", "observer"}
NUMBERS = {"count", "tide"}
WORDS = TEXTS | NUMBERS | {"rare", "in", "not", "and", "or"}
OPERATORS = {
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt,
    ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
}
TOKEN = re.compile(r' *(?:("[^"\\]*")|(-?[0-9]+(?:\.[0-9]+)?)|([a-z]+)|([=!<>]=|[<>(),]))')


def translate(rule):
    """The rule as Python source, in which each value is written as Python writes it."""
    rule = rule.rstrip(" ")
    parts, place, opened = [], 0, []
    while place < len(rule):
        match = TOKEN.match(rule, place)
        if match is None:
            raise ValueError(f"not understood: {rule[place:place + 10]!r}")
        string, number, word, sign = match.groups()
        if string is not None:
            parts.append(ascii(string[1:-1]))
        elif number is not None:
            parts.append(repr(float(number)) if "." in number else str(int(number)))
        elif word is not None:
            if word not in WORDS:
                raise ValueError(f"unknown: {word}")
            parts.append(word)
        else:
            if sign == "(":
                opened.append("list" if parts[-1:] == ["in"] else "part")
            elif sign == ")" and opened:
                opened.pop()
            if opened.count("part") > 20:
                raise ValueError("too many brackets")
            parts.append(sign)
        if parts[-2:-1] == ["in"] and parts[-1] != "(":
            raise ValueError("a list is expected")
        place = match.end()
    return " ".join(parts)


def literal(node, field):
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = literal(node.operand, field)
        if isinstance(value, str):
            raise ValueError("not a number")
        return -value
    if not isinstance(node, ast.Constant):
        raise ValueError("a value is expected")
    value = node.value
    if field in TEXTS and type(value) is str or field in NUMBERS and type(value) in (int, float):
        return value
    raise ValueError("the value does not fit the field")


def build(node):
    """A checked tree of tuples; everything that is not known is refused."""
    match node:
        case ast.BoolOp(op=ast.And(), values=values):
            return ("and", [build(value) for value in values])
        case ast.BoolOp(op=ast.Or(), values=values):
            return ("or", [build(value) for value in values])
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return ("not", build(operand))
        case ast.Name(id="rare"):
            return ("rare",)
        case ast.Compare(left=ast.Name(id=field), ops=[ast.In()], comparators=[values]) if field != "rare":
            values = values.elts if isinstance(values, ast.Tuple) else [values]
            if not values:
                raise ValueError("one value at least")
            return ("in", field, [literal(value, field) for value in values])
        case ast.Compare(left=ast.Name(id=field), ops=[op], comparators=[value]) if field != "rare":
            if type(op) not in OPERATORS:
                raise ValueError("unknown comparison")
            return ("compare", field, OPERATORS[type(op)], literal(value, field))
    raise ValueError("this is no rule")


def holds(tree, sighting):
    match tree:
        case ("and", parts):
            return all(holds(part, sighting) for part in parts)
        case ("or", parts):
            return any(holds(part, sighting) for part in parts)
        case ("not", part):
            return not holds(part, sighting)
        case ("rare",):
            return bool(sighting["rare"])
        case ("in", field, values):
            return sighting[field] in values
        case ("compare", field, compare, value):
            return compare(sighting[field], value)


class Notices:
    def __init__(self):
        self.rules = {}

    def subscribe(self, person, rule):
        if not isinstance(rule, str) or len(rule) > 500:
            raise ValueError("a rule is a text of up to 500 characters")
        try:
            tree = build(ast.parse(translate(rule), mode="eval").body)
        except (SyntaxError, RecursionError, MemoryError) as error:
            raise ValueError("this is no rule") from error
        self.rules[person] = tree

    def told(self, sighting):
        return sorted(person for person, tree in self.rules.items() if holds(tree, sighting))
