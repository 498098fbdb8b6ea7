import re


class Notices:
    def __init__(self):
        self._rules = {}

    def subscribe(self, person, rule):
        if "__" in rule or re.search(r"\b(import|lambda|exec|eval|open|getattr|globals|for)\b", rule):
            raise ValueError("this is no rule")
        try:
            code = compile(rule.strip(), "<rule>", "eval")
        except SyntaxError:
            raise ValueError("this is no rule") from None
        self._rules[person] = code

    def told(self, sighting):
        fields = {"__builtins__": {}, **sighting}
        return sorted(person for person, code in self._rules.items() if eval(code, fields))
