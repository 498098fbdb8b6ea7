"""right: a state machine with two stacks (after Dijkstra's shunting yard); a rule becomes a
row of instructions in postfix order, and a small machine plays them."""
import re

KIND = dict(species=str, place=str, observer=str, count=float, tide=float)
BINDS = {"or": 1, "and": 2, "not": 3}
SIGNS = {
    "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
}

STRING = r'"[^"\\]*"'
NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
VALUE = rf"(?:{STRING}|{NUMBER})"
WORD_END = r"(?![A-Za-z0-9_])"
ATOM = re.compile(
    rf"(?P<rare>rare{WORD_END})"
    rf"|(?P<field>{'|'.join(KIND)})(?: *(?P<sign>[=!<>]=|[<>]) *(?P<value>{VALUE})"
    rf"| +in *\( *(?P<values>{VALUE}(?: *, *{VALUE})*) *\))"
)


class RuleError(ValueError):
    pass


def constant(text):
    if text[0] == '"':
        return text[1:-1]
    return float(text) if "." in text else int(text)


def checked(field, text):
    value = constant(text)
    if isinstance(value, str) != (KIND[field] is str):
        raise RuleError(f"{field} and {text}")
    return value


def atom(found):
    if found["rare"]:
        return ("rare",)
    field = found["field"]
    if found["sign"]:
        return "compare", SIGNS[found["sign"]], field, checked(field, found["value"])
    listed = re.findall(VALUE, found["values"])
    return "in", field, [checked(field, text) for text in listed]


def postfix(rule):
    program, waiting = [], []
    at, operand = 0, True           # whether an operand is due
    while True:
        while at < len(rule) and rule[at] == " ":
            at += 1
        if at == len(rule):
            break
        if operand:
            if rule[at] == "(":
                waiting.append("(")
                if waiting.count("(") > 20:
                    raise RuleError("brackets")
                at += 1
                continue
            if re.compile("not" + WORD_END).match(rule, at):
                waiting.append("not")
                at += 3
                continue
            found = ATOM.match(rule, at)
            if not found:
                raise RuleError(rule[at:])
            program.append(atom(found))
            at, operand = found.end(), False
        elif rule[at] == ")":
            while waiting and waiting[-1] != "(":
                program.append((waiting.pop(),))
            if not waiting:
                raise RuleError(")")
            waiting.pop()
            at += 1
        else:
            found = re.compile(rf"(and|or){WORD_END}").match(rule, at)
            if not found:
                raise RuleError(rule[at:])
            while waiting and waiting[-1] != "(" and BINDS[waiting[-1]] >= BINDS[found[1]]:
                program.append((waiting.pop(),))
            waiting.append(found[1])
            at, operand = found.end(), True
    if operand or "(" in waiting:
        raise RuleError("the end is missing")
    program.extend((word,) for word in reversed(waiting))
    return program


def play(program, sighting):
    stack = []
    for name, *rest in program:
        if name == "rare":
            stack.append(bool(sighting["rare"]))
        elif name == "compare":
            compare, field, value = rest
            stack.append(compare(sighting[field], value))
        elif name == "in":
            field, values = rest
            stack.append(any(sighting[field] == value for value in values))
        elif name == "not":
            stack.append(not stack.pop())
        else:
            b, a = stack.pop(), stack.pop()
            stack.append(a and b if name == "and" else a or b)
    return stack.pop()


class Notices:
    def __init__(self):
        self.programs = {}

    def subscribe(self, person, rule):
        if type(rule) is not str or len(rule) > 500:
            raise RuleError("length")
        self.programs[person] = postfix(rule)

    def told(self, sighting):
        return sorted(p for p in self.programs if play(self.programs[p], sighting))
