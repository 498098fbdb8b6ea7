import re

TOKEN = re.compile(r"""
    \s* (?: (?P<word>and|or|not|rare)\b | (?P<bracket>[()])
    | (?P<field>species|place|observer|count|tide) \s* (?: (?P<sign>[<>=!]=|[<>]) \s* (?P<one>"[^"\\]*"|-?[0-9]+(?:\.[0-9]+)?)
      | in \s* \( (?P<many> \s* (?:"[^"\\]*"|-?[0-9]+(?:\.[0-9]+)?) (?: \s* , \s* (?:"[^"\\]*"|-?[0-9]+(?:\.[0-9]+)?) )* ) \s* \) ) )
""", re.VERBOSE)
VALUE = re.compile(r'"([^"]*)"|(-?[0-9]+(?:\.[0-9]+)?)')
RANK = {"or": 1, "and": 2, "not": 3}


def values(text):
    return [float(number) if number else string for string, number in VALUE.findall(text)]


def compared(own, sign, other):
    if sign == "==":
        return own == other
    if sign == "!=":
        return own != other
    return own == other and "=" in sign or (own < other if sign[0] == "<" else own > other)


def in_reverse_notation(rule):
    output, stack, place, wants_part = [], [], 0, True
    while rule[place:].strip():
        found = TOKEN.match(rule, place)
        if found is None:
            raise ValueError("no rule")
        place = found.end()
        token = found["word"] or found["bracket"]
        if found["field"]:
            token = (found["field"], found["sign"] or "in", values(found["one"] or found["many"]))
        if token in ("not", "("):
            if not wants_part:
                raise ValueError("no rule")
            stack.append(token)
        elif token in ("and", "or", ")"):
            if wants_part:
                raise ValueError("no rule")
            while stack and stack[-1] != "(" and (token == ")" or RANK[stack[-1]] >= RANK[token]):
                output.append(stack.pop())
            if token != ")":
                stack.append(token)
                wants_part = True
            elif not stack:
                raise ValueError("no rule")
            else:
                stack.pop()
        else:
            if not wants_part:
                raise ValueError("no rule")
            output.append(token)
            wants_part = False
    if wants_part or "(" in stack:
        raise ValueError("no rule")
    return output + stack[::-1]


def result(steps, sighting):
    stack = []
    for step in steps:
        if step == "not":
            stack.append(not stack.pop())
        elif step in ("and", "or"):
            right, left = stack.pop(), stack.pop()
            stack.append(left and right if step == "and" else left or right)
        elif step == "rare":
            stack.append(sighting["rare"])
        else:
            field, sign, others = step
            own = sighting[field]
            stack.append(own in others if sign == "in" else compared(own, sign, others[0]))
    return stack.pop()


class Notices:
    def __init__(self):
        self.rules = {}

    def subscribe(self, person, rule):
        self.rules[person] = in_reverse_notation(rule)

    def told(self, sighting):
        return sorted(person for person in self.rules if result(self.rules[person], sighting))
