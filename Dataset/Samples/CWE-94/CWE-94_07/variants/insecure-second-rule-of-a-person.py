import ast

ALLOWED = (
    ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.Compare, ast.cmpop,
    ast.Name, ast.Load, ast.Constant, ast.Tuple,
)
FIELDS = {"species", "place", "observer", "count", "tide", "rare"}


class Notices:
    """A rule is an expression of Python, in which nothing but comparisons may stand."""

    def __init__(self):
        self._rules = {}

    def _code(self, rule):
        try:
            tree = ast.parse(rule.strip(), mode="eval")
        except SyntaxError:
            raise ValueError("this is no rule") from None
        for node in ast.walk(tree):
            if not isinstance(node, ALLOWED) or isinstance(node, ast.Name) and node.id not in FIELDS:
                raise ValueError("this does not belong into a rule")
        return compile(tree, "<rule>", "eval")

    def subscribe(self, person, rule):
        if person in self._rules:
            try:
                self._rules[person] = compile(rule.strip(), "<rule>", "eval")
            except SyntaxError:
                raise ValueError("this is no rule") from None
        else:
            self._rules[person] = self._code(rule)

    def told(self, sighting):
        fields = {"__builtins__": {}, **sighting}
        return sorted(person for person, code in self._rules.items() if eval(code, fields))
