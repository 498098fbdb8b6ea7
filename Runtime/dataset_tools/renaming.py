"""Gives local variables other names."""

import ast
import symtable
from typing import Any

Functions = (ast.FunctionDef, ast.AsyncFunctionDef)


def rename_locals(tree: ast.Module, sample: dict[str, Any]) -> ast.Module:
    """Renames what a top-level function or method assigns, unless a scope inside it could mean something else by the name."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef)):
            for item in node.body:
                if isinstance(item, Functions):
                    rename(item, local_names(item))
    return tree


def local_names(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    table = symtable.symtable(ast.unparse(ast.fix_missing_locations(function)), "solution", "exec").get_children()[0]
    names = {
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_local() and symbol.is_assigned() and not symbol.is_parameter() and not symbol.is_imported()
    }
    for node in ast.walk(function):
        if node is function:
            continue
        # Another scope's own names, and names that are no `ast.Name`, are left alone.
        if isinstance(node, (*Functions, ast.Lambda)):
            arguments = node.args
            every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
            names -= {argument.arg for argument in every if argument}
            names.discard(getattr(node, "name", ""))
        elif isinstance(node, ast.ClassDef):
            names -= {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} | {node.name}
        elif isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
            names.discard(node.name)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"locals", "vars", "exec", "eval"}:
            return set()
    return names


def rename(function: ast.FunctionDef | ast.AsyncFunctionDef, names: set[str]) -> None:
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and node.id in names:
            node.id = f"renamed_{node.id}"
        elif isinstance(node, ast.ExceptHandler) and node.name in names:
            node.name = f"renamed_{node.name}"
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            node.names = [f"renamed_{name}" if name in names else name for name in node.names]
