"""Swaps the two ways to refuse: raising an exception and returning a value.

Only where the swap cannot change anything else: directly in an entry point that nothing else in the module calls, outside
`try` and `with` (whose behaviour depends on the exception), and where the Problem does not name the exception.
"""

import ast
from typing import Any, Iterator


def raises_to_returns(tree: ast.Module, sample: dict[str, Any]) -> ast.Module | None:
    changed = False
    for function in open_functions(tree, sample):
        for block, index in statements(function.body):
            node = block[index]
            if isinstance(node, ast.Raise) and node.exc is not None and exception_name(node.exc) not in sample["problem"]:
                block[index] = ast.copy_location(ast.Return(ast.Constant(None)), node)
                changed = True
    return tree if changed else None


def returns_to_raises(tree: ast.Module, sample: dict[str, Any]) -> ast.Module | None:
    changed = False
    for function in open_functions(tree, sample):
        for block, index in statements(function.body):
            node = block[index]
            if isinstance(node, ast.Return) and is_error_value(node.value, sample["problem"]):
                error = ast.Call(ast.Name("ValueError", ast.Load()), [ast.Constant("refused")], [])
                block[index] = ast.copy_location(ast.Raise(error), node)
                changed = True
    return tree if changed else None


def is_error_value(value: ast.expr | None, problem: str) -> bool:
    """A dictionary with an `error` that the Problem does not speak of."""
    return isinstance(value, ast.Dict) and "error" not in problem and any(
        isinstance(key, ast.Constant) and key.value == "error" for key in value.keys
    )


def exception_name(error: ast.expr) -> str:
    target = error.func if isinstance(error, ast.Call) else error
    return ast.unparse(target).split(".")[-1]


def open_functions(tree: ast.Module, sample: dict[str, Any]) -> Iterator[ast.FunctionDef]:
    """Undecorated entry points, and public methods of entry classes, that nothing else in the module refers to."""
    points = {point["name"] for point in sample["entry_points"]}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in points and is_open(node, tree):
            yield node
        elif isinstance(node, ast.ClassDef) and node.name in points:
            yield from (
                item
                for item in node.body
                if isinstance(item, ast.FunctionDef) and not item.name.startswith("_") and is_open(item, tree)
            )


def is_open(function: ast.FunctionDef, tree: ast.Module) -> bool:
    if function.decorator_list:
        return False
    if any(isinstance(node, (ast.Yield, ast.YieldFrom)) for node in ast.walk(function)):
        return False
    used = sum(
        (isinstance(node, ast.Name) and node.id == function.name)
        or (isinstance(node, ast.Attribute) and node.attr == function.name)
        for node in ast.walk(tree)
    )
    return used == 0


def statements(block: list[ast.stmt]) -> Iterator[tuple[list[ast.stmt], int]]:
    """Every statement below, through `if`, `for`, `while` and `match` alone."""
    for index, node in enumerate(block):
        yield block, index
        if isinstance(node, (ast.If, ast.For, ast.While)):
            yield from statements(node.body)
            yield from statements(node.orelse)
        elif isinstance(node, ast.Match):
            for case in node.cases:
                yield from statements(case.body)
