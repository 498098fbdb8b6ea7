"""A formula is folded by regular expressions: the innermost brackets first.

What is folded becomes a row of a table, and in the text a mark "#7;" for row 7. Rows only point to
rows above them, so that working out is one pass from top to bottom, without any recursion.
"""
import math
import re

FIELDS = ("weight", "length", "seconds", "crew")
FUNCTIONS = ("least", "most", "root")
FORM = re.compile(r"(?: |[0-9]+(?:\.[0-9]+)?(?![0-9.]| *[a-z0-9])|[a-z]+(?! *[a-z0-9])|[-+*/(),])+")
INNER = re.compile(r"(least|most|root|)\(([^()]*)\)")
FLAT = re.compile(r"-*#[0-9]+;(?:[-+*/]-*#[0-9]+;)*")
MARK = re.compile(r"#([0-9]+);")


class Handicaps:
    def __init__(self):
        self._rows = [("field", field) for field in FIELDS]
        self._places = {field: place for place, field in enumerate(FIELDS)}
        self._names = {}

    def define(self, name, formula):
        if not isinstance(name, str) or not isinstance(formula, str):
            raise ValueError("text, please")
        taken = name in self._places or name in FUNCTIONS
        if taken or not re.fullmatch(r"[a-z]{1,20}", name):
            raise ValueError("the name cannot be used")
        if len(formula) > 300 or not FORM.fullmatch(formula):
            raise ValueError("no formula")
        self._brackets(formula.replace(" ", ""))
        rows = list(self._rows)

        def new(*row):
            rows.append(row)
            return f"#{len(rows) - 1};"

        def atom(match):
            word = match[0]
            if word[0].isdigit():
                return new("number", (float if "." in word else int)(word))
            if word in FUNCTIONS:
                return word
            if word not in self._places:
                raise ValueError(f"{word}?")
            return f"#{self._places[word]};"

        def flat(text):
            if not FLAT.fullmatch(text):
                raise ValueError("no formula")
            text = re.sub(r"(?<![;])(-+)(#[0-9]+;)", lambda m: signed(m[1], m[2]), text) if text[0] == "-" or re.search(r"[-+*/]-", text) else text
            for operators in ("[*/]", "[-+]"):
                pair = re.compile(rf"(#[0-9]+;)({operators})(#[0-9]+;)")
                while match := pair.search(text):
                    text = text[:match.start()] + new(match[2], at(match[1]), at(match[3])) + text[match.end():]
            return text

        def signed(minuses, mark):
            for _ in minuses:
                mark = new("negative", at(mark))
            return mark

        def at(mark):
            return int(mark[1:-1])

        text = re.sub(r"[0-9]+(?:\.[0-9]+)?|[a-z]+", atom, formula.replace(" ", ""))
        while match := INNER.search(text):
            function, inside = match.groups()
            if function in ("least", "most"):
                mark = new(function, *(at(flat(part)) for part in inside.split(",")))
            elif function == "root":
                mark = new(function, at(flat(inside)))
            else:
                mark = flat(inside)
            before, behind = text[:match.start()], text[match.end():]
            if before.endswith((";", "t")) or behind[:1] in ("#", "(", "l", "m", "r"):
                raise ValueError("an operator is missing")
            text = before + mark + behind
        place = at(flat(text))
        self._rows = rows
        self._places[name] = place
        self._names[name] = place

    @staticmethod
    def _brackets(text):
        kinds = []
        for number, sign in enumerate(text):
            if sign == "(":
                kinds.append(not (number and text[number - 1].isalpha()))
                if sum(kinds) > 20:
                    raise ValueError("too deep")
            elif sign == ")":
                if not kinds:
                    raise ValueError("no such bracket")
                kinds.pop()

    def work_out(self, name, boat):
        goal = self._names[name]
        needed = {goal}
        for place in range(goal, -1, -1):
            kind, *rest = self._rows[place]
            if place in needed and kind not in ("number", "field"):
                needed.update(rest)
        values = {}
        for place in sorted(needed):
            kind, *rest = self._rows[place]
            values[place] = self._row(kind, rest, values, boat)
        return values[goal]

    @staticmethod
    def _row(kind, rest, values, boat):
        if kind == "number":
            return rest[0]
        if kind == "field":
            return boat[rest[0]]
        parts = [values[place] for place in rest]
        match kind:
            case "least":
                return sorted(parts)[0]
            case "most":
                return max(parts)
            case "root":
                return math.sqrt(parts[0])
            case "negative":
                return -parts[0]
            case "+":
                return parts[0] + parts[1]
            case "-":
                return parts[0] - parts[1]
            case "*":
                return parts[0] * parts[1]
            case "/":
                return parts[0] / parts[1]
