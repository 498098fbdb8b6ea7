import ast
import re


class Checker(ast.NodeVisitor):
    """Let pass what a formula is made of and refuse every other node."""

    def __init__(self, names):
        self.names = names

    def visit_Expression(self, node):
        self.visit(node.body)

    def visit_BinOp(self, node):
        if not isinstance(node.op, (ast.Add, ast.Sub, ast.Mult, ast.Div)):
            raise ValueError("operator not allowed")
        self.visit(node.left)
        self.visit(node.right)

    def visit_UnaryOp(self, node):
        if not isinstance(node.op, (ast.UAdd, ast.USub)):
            raise ValueError("sign not allowed")

    def visit_Constant(self, node):
        if type(node.value) not in (int, float):
            raise ValueError("only numbers are allowed")

    def visit_Name(self, node):
        if node.id not in self.names:
            raise ValueError("unknown name")

    def generic_visit(self, node):
        raise ValueError(type(node).__name__ + " not allowed")


def amount(formula, values):
    if not re.fullmatch(r"[A-Za-z0-9_ .+\-*/()]+", formula) or re.search(r"\b\d+[A-Za-z_]", formula):
        raise ValueError("not a formula")
    # with a prefix, quantities may be named like Python's keywords
    source = re.sub(r"\b[A-Za-z]\w*", r"q_\g<0>", formula.strip())
    names = {"q_" + name: number for name, number in values.items()}
    try:
        tree = ast.parse(source, mode="eval")
        Checker(names).visit(tree)
        return eval(compile(tree, "<formula>", "eval"), {"__builtins__": {}}, names)
    except (SyntaxError, NameError, TypeError, AttributeError) as error:
        raise ValueError("not a formula") from error
