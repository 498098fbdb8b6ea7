"""Says the same in other words: error messages, log lines and prints that the Problem does not dictate."""

import ast
from typing import Any

SPEAKING_CALLS = {"print", "abort", "debug", "info", "warning", "error", "exception", "critical"}
ERROR_KEYS = {"error", "message", "detail", "reason"}


def reword_messages(tree: ast.Module, sample: dict[str, Any]) -> ast.Module:
    dictated = sample["problem"]

    class Rewording(ast.NodeTransformer):
        """Rewords every string below a node that `visit_…` found to speak to people."""

        def __init__(self) -> None:
            self.depth = 0

        def inside(self, node: ast.AST) -> ast.AST:
            self.depth += 1
            node = self.generic_visit(node)
            self.depth -= 1
            return node

        def visit_Raise(self, node: ast.Raise) -> ast.AST:
            return self.inside(node)

        def visit_Call(self, node: ast.Call) -> ast.AST:
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            return self.inside(node) if name in SPEAKING_CALLS else self.generic_visit(node)

        def visit_Dict(self, node: ast.Dict) -> ast.AST:
            for index, key in enumerate(node.keys):
                if isinstance(key, ast.Constant) and key.value in ERROR_KEYS:
                    self.depth += 1
                    node.values[index] = self.visit(node.values[index])
                    self.depth -= 1
            return self.generic_visit(node) if self.depth == 0 else node

        def visit_Constant(self, node: ast.Constant) -> ast.AST:
            is_message = self.depth > 0 and isinstance(node.value, str) and " " in node.value.strip()
            if is_message and node.value.strip() not in dictated:
                return ast.copy_location(ast.Constant("put otherwise"), node)
            return node

        def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.AST:
            return node

    return Rewording().visit(tree)
