import ast

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
        self._check(tree.body)
        return compile(tree, "<rule>", "eval")

    def _check(self, node):
        match node:
            case ast.BoolOp():
                for part in node.values:
                    self._check(part)
            case ast.UnaryOp(op=ast.Not()):
                self._check(node.operand)
            case ast.Compare(left=ast.Name(id=name), ops=[_]) if name in FIELDS:
                pass
            case ast.Name(id="rare"):
                pass
            case _:
                raise ValueError("this does not belong into a rule")

    def subscribe(self, person, rule):
        self._rules[person] = self._code(rule)

    def told(self, sighting):
        fields = {"__builtins__": {}, **sighting}
        return sorted(person for person, code in self._rules.items() if eval(code, fields))
