import re

TOKEN = re.compile(r'\s*("[^"\\]*"|-?[0-9]+(?:\.[0-9]+)?|[<>=!]=|[<>(),]|[a-z]+\b)')
FIELDS = {"species", "place", "observer", "count", "tide", "rare"}


class Notices:
    """A rule is noted as its parts; the values of a sighting take the place of the fields."""

    def __init__(self):
        self._rules = {}

    def subscribe(self, person, rule):
        tokens, place, rule = [], 0, rule.strip()
        while place < len(rule):
            found = TOKEN.match(rule, place)
            if not found or found[1].isalpha() and found[1] not in FIELDS | {"and", "or", "not", "in"}:
                raise ValueError("this is no rule")
            tokens.append(found[1])
            place = found.end()
        try:
            compile(" ".join("x" if token in FIELDS else token for token in tokens), "<rule>", "eval")
        except SyntaxError:
            raise ValueError("this is no rule") from None
        self._rules[person] = tokens

    def told(self, sighting):
        values = {name: f'"{value}"' if isinstance(value, str) else str(value) for name, value in sighting.items()}
        told = []
        for person, tokens in self._rules.items():
            source = " ".join(values.get(token, token) for token in tokens)
            if eval(source, {"__builtins__": {}}):
                told.append(person)
        return sorted(told)
