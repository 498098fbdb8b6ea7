class Notices:
    def __init__(self):
        self._rules = {}

    def subscribe(self, person, rule):
        try:
            code = compile(rule.strip(), "<rule>", "eval")
        except SyntaxError:
            raise ValueError("this is no rule") from None
        self._rules[person] = code

    def told(self, sighting):
        fields = {"__builtins__": {}, **sighting}
        return sorted(person for person, code in self._rules.items() if eval(code, fields))
