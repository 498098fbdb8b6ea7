import operator
import re

TEXTS = {"species", "place", "observer"}
NUMBERS = {"count", "tide"}
OPERATORS = {"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le,
             ">": operator.gt, ">=": operator.ge}
DEPTH = 20

_TOKEN = re.compile(r"""(?P<string>"[^"\\]*") | (?P<number>-?[0-9]+(?:\.[0-9]+)?) | (?P<word>[a-z]+)
                        | (?P<sign>==|!=|<=|>=|<|>|\(|\)|,)""", re.VERBOSE)

_known = {}         # rule, without superfluous blanks: function


class _Parser:
    def __init__(self, rule):
        self.tokens = []
        place = 0
        while place < len(rule):
            if rule[place] == " ":
                place += 1
                continue
            match = _TOKEN.match(rule, place)
            if match is None:
                raise ValueError(f"not understood: {rule[place:]!r}")
            self.tokens.append((match.lastgroup, match.group()))
            place = match.end()
        self.tokens.append(("end", ""))
        self.tokens.reverse()
        self.depth = 0

    def peek(self):
        return self.tokens[-1][1] if self.tokens[-1][0] != "string" else None

    def next(self):
        return self.tokens.pop()

    def expect(self, text):
        if self.peek() != text:
            raise ValueError(f"{text!r} expected")
        self.next()

    def rule(self):
        test = self.alternatives()
        if self.next()[0] != "end":
            raise ValueError("something is left over")
        return test

    def alternatives(self):
        tests = [self.conjunction()]
        while self.peek() == "or":
            self.next()
            tests.append(self.conjunction())
        return tests[0] if len(tests) == 1 else lambda sighting: any(test(sighting) for test in tests)

    def conjunction(self):
        tests = [self.negation()]
        while self.peek() == "and":
            self.next()
            tests.append(self.negation())
        return tests[0] if len(tests) == 1 else lambda sighting: all(test(sighting) for test in tests)

    def negation(self):
        times = 0
        while self.peek() == "not":
            self.next()
            times += 1
        test = self.part()
        return (lambda sighting: not test(sighting)) if times % 2 else test

    def part(self):
        kind, text = self.next()
        if (kind, text) == ("sign", "("):
            self.depth += 1
            if self.depth > DEPTH:
                raise ValueError("too many brackets within each other")
            test = self.alternatives()
            self.expect(")")
            self.depth -= 1
            return test
        if kind == "word" and text == "rare":
            return lambda sighting: bool(sighting["rare"])
        if kind != "word" or text not in TEXTS | NUMBERS:
            raise ValueError(f"{text!r} is no field")
        return self.comparison(text)

    def comparison(self, field):
        kind, text = self.next()
        if text == "in" and kind == "word":
            self.expect("(")
            values = [self.value(field)]
            while self.peek() == ",":
                self.next()
                values.append(self.value(field))
            self.expect(")")
            return lambda sighting: sighting[field] in values
        if kind != "sign" or text not in OPERATORS:
            raise ValueError("a comparison is missing")
        compare, value = OPERATORS[text], self.value(field)
        return lambda sighting: compare(sighting[field], value)

    def value(self, field):
        kind, text = self.next()
        if kind == "string" and field in TEXTS:
            return text[1:-1]
        if kind == "number" and field in NUMBERS:
            return float(text) if "." in text else int(text)
        raise ValueError(f"{text!r} is no value for {field}")


class Notices:
    def __init__(self):
        self._rules = {}

    def subscribe(self, person, rule):
        if not isinstance(rule, str) or len(rule) > 500:
            raise ValueError("a rule is a string of up to 500 characters")
        key = re.sub(" +", " ", rule).strip()
        test = _known.get(key)
        if test is None:
            test = _known[key] = _Parser(rule).rule()
        self._rules[person] = test

    def told(self, sighting):
        return sorted(person for person, test in self._rules.items() if test(sighting))
