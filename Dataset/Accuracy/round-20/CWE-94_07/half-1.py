import re

_FIELDS = ("species", "place", "observer", "count", "tide", "rare")
_TEXTS = ("species", "place", "observer")
_STRING = re.compile(r'"([^"\\]*)"')
_TOKEN = re.compile(
    r"(?P<number>-?[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<word>[A-Za-z][A-Za-z0-9]*)"
    r"|(?P<sign>==|!=|<=|>=|<|>|[(),])")
_COMPARE = ("==", "!=", "<", "<=", ">", ">=")


class _Check:
    """Follows the grammar; whatever does not fit is a ValueError."""

    def __init__(self, text, strings):
        self.tokens = []
        self.strings = strings
        place = 0
        while place < len(text):
            if text[place].isspace():
                place += 1
                continue
            found = _TOKEN.match(text, place)
            if not found:
                raise ValueError("not a rule")
            number = found["number"]
            if number:
                whole, point, rest = number.partition(".")
                # 007 is a number for birders, but not for Python.
                number = str(int(whole)) + point + rest
                if whole.startswith("-") and not number.startswith("-"):
                    number = "-" + number
            self.tokens.append((found.lastgroup, number or found[0]))
            place = found.end()
        self.at = 0
        self.depth = 0
        self.either()
        if self.at < len(self.tokens):
            raise ValueError("not a rule")

    def next(self):
        if self.at >= len(self.tokens):
            raise ValueError("not a rule")
        self.at += 1
        return self.tokens[self.at - 1]

    def peek(self):
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def expect(self, what):
        if self.next()[1] != what:
            raise ValueError("not a rule")

    def either(self):
        self.both()
        while self.peek() == "or":
            self.at += 1
            self.both()

    def both(self):
        self.single()
        while self.peek() == "and":
            self.at += 1
            self.single()

    def single(self):
        while self.peek() == "not":
            self.at += 1
        kind, token = self.next()
        if token == "(":
            self.depth += 1
            if self.depth > 20:
                raise ValueError("too many brackets")
            self.either()
            self.expect(")")
            self.depth -= 1
        elif token in _FIELDS:
            if token != "rare":
                self.comparison(token)
        else:
            raise ValueError("not a rule")

    def comparison(self, field):
        sign = self.next()[1]
        if sign == "in":
            self.expect("(")
            self.value(field)
            while self.peek() == ",":
                self.at += 1
                self.value(field)
            # a comma at the end makes a tuple of a single value, too
            self.expect(")")
            self.tokens[self.at - 1] = ("sign", ",)")
        elif sign in _COMPARE:
            self.value(field)
        else:
            raise ValueError("not a rule")

    def value(self, field):
        kind, token = self.next()
        if field in _TEXTS:
            if kind != "word" or token not in self.strings:
                raise ValueError("strings are compared with strings")
        elif kind != "number":
            raise ValueError("numbers are compared with numbers")


class Notices:
    def __init__(self):
        self._strings = {}      # name -> string
        self._names = {}        # string -> name
        self._rules = {}

    def _put_away(self, found):
        """Strings never come into the code: a name stands for each."""
        string = found[1]
        if string not in self._names:
            name = f"s{len(self._names)}"
            self._names[string] = name
            self._strings[name] = string
        return f" {self._names[string]} "

    def subscribe(self, person, rule):
        if not isinstance(rule, str) or len(rule) > 500:
            raise ValueError("not a rule")
        check = _Check(_STRING.sub(self._put_away, rule), self._strings)
        source = " ".join(token for _, token in check.tokens)
        self._rules[person] = compile(source, "<rule>", "eval")

    def told(self, sighting):
        names = dict(self._strings)
        names.update((field, sighting[field]) for field in _FIELDS)
        names["__builtins__"] = {}
        return sorted(person for person, rule in self._rules.items()
                      if eval(rule, names))
