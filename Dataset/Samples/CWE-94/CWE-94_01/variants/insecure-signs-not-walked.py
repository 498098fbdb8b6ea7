import ast
import re

NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
NAME = re.compile(r"[^\W\d_]\w*")
OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div)
SIGNS = (ast.UAdd, ast.USub)


class Checker(ast.NodeVisitor):
    """Lets the nodes of a formula pass and refuses every other one."""

    def __init__(self, source, values):
        self.source = source
        self.values = values

    def generic_visit(self, node):
        raise ValueError(f"{type(node).__name__} is not allowed in a formula")

    def visit_Expression(self, node):
        self.visit(node.body)

    def visit_BinOp(self, node):
        if not isinstance(node.op, OPERATORS):
            raise ValueError("unknown operator")
        self.visit(node.left)
        self.visit(node.right)

    def visit_UnaryOp(self, node):
        if not isinstance(node.op, SIGNS):
            raise ValueError("unknown sign")

    def visit_Constant(self, node):
        if not NUMBER.fullmatch(ast.get_source_segment(self.source, node)):
            raise ValueError("not a number")

    def visit_Name(self, node):
        if not NAME.fullmatch(node.id) or node.id not in self.values:
            raise ValueError(f"unknown quantity {node.id}")


def amount(formula, values):
    source = formula.strip()
    if "#" in source or "\n" in source:
        raise ValueError("not a formula")
    try:
        tree = ast.parse(source, mode="eval")
        Checker(source, values).visit(tree)
        code = compile(tree, "<formula>", "eval")
        return eval(code, {"__builtins__": {}}, dict(values))
    except (SyntaxError, NameError, TypeError) as error:
        raise ValueError(f"not a formula: {formula!r}") from error
