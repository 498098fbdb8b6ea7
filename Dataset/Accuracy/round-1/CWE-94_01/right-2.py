import ast
import re

SHAPE = re.compile(r"(?:[0-9]+(?:\.[0-9]+)?(?![\w.])|(?<![\w.])[^\W\d_]\w*|[-+*/()]| )+")


class Calculator(ast.NodeVisitor):
    """Walks over the tree; nothing is compiled."""

    def __init__(self, values):
        self.values = values

    def generic_visit(self, node):
        raise ValueError(f"{type(node).__name__} has no place in a formula")

    def visit_Expression(self, node):
        return self.visit(node.body)

    def visit_Constant(self, node):
        return node.value if type(node.value) in (int, float) else self.generic_visit(node)

    def visit_Name(self, node):
        original = self.names[node.id]
        if original not in self.values:
            raise ValueError(f"unknown quantity {original}")
        return self.values[original]

    def visit_UnaryOp(self, node):
        if isinstance(node.operand, ast.UnaryOp) and node.operand.col_offset - node.col_offset == self.gap(node):
            raise ValueError("two signs in a row")
        match node.op:
            case ast.USub():
                return -self.visit(node.operand)
            case ast.UAdd():
                return +self.visit(node.operand)
        self.generic_visit(node.op)

    def gap(self, node):
        rest = self.source[node.col_offset + 1:]
        return 1 + len(rest) - len(rest.lstrip(" "))

    def visit_BinOp(self, node):
        left, right = self.visit(node.left), self.visit(node.right)
        match node.op:
            case ast.Add():
                return left + right
            case ast.Sub():
                return left - right
            case ast.Mult():
                return left * right
            case ast.Div():
                return left / right
        self.generic_visit(node.op)

    def work_out(self, formula):
        if not SHAPE.fullmatch(formula):
            raise ValueError("not a formula")
        # quantities such as `in` or `lambda` are words of Python, so every name gets another one
        self.names = {}
        plain = re.sub(r"(?<![\w.])0+(?=[0-9])", "", formula)
        self.source = re.sub(r"(?<!\w)[^\W\d_]\w*", self.rename, plain).strip(" ")
        try:
            tree = ast.parse(self.source, mode="eval")
            return self.visit(tree)
        except (SyntaxError, RecursionError, MemoryError) as error:
            raise ValueError("not a formula") from error

    def rename(self, match):
        alias = f"q_{len(self.names)}"
        self.names[alias] = match[0]
        return alias


def amount(formula, values):
    return Calculator(values).work_out(formula)
