import re

TOKEN = re.compile(r'\s*("[^"\\]*"|-?[0-9]+(?:\.[0-9]+)?|[<>=!]=|[<>(),]|[a-z]+\b)')
FIELDS = {"species", "place", "observer", "count", "tide", "rare"}


class Notices:
    """All rules are one module, with an entry for each person."""

    def __init__(self):
        self._sources = {}
        self._rules = {}

    def subscribe(self, person, rule):
        tokens, place, rule = [], 0, rule.strip()
        while place < len(rule):
            found = TOKEN.match(rule, place)
            if not found or found[1].isalpha() and found[1] not in FIELDS | {"and", "or", "not", "in"}:
                raise ValueError("this is no rule")
            tokens.append(f"s[{found[1]!r}]" if found[1] in FIELDS else found[1])
            place = found.end()
        source = " ".join(tokens)
        try:
            compile(source, "<rule>", "eval")
        except SyntaxError:
            raise ValueError("this is no rule") from None
        self._sources[person] = source
        names = {person: "'" + person.replace("'", "\\'") + "'" for person in self._sources}
        text = "\n".join(f"rules[{names[one]}] = lambda s: {rule}" for one, rule in self._sources.items())
        self._rules = {}
        exec(text, {"rules": self._rules})

    def told(self, sighting):
        return sorted(person for person, rule in self._rules.items() if rule(sighting))
