"""Rewrites of a sample's own solutions that must change no verdict, and stubs that solve nothing."""

import ast
import copy
from collections.abc import Callable
from typing import Any

from . import stubs
from .renaming import rename_locals
from .refusals import raises_to_returns, returns_to_raises
from .rewording import reword_messages

Rewrite = Callable[[ast.Module, dict[str, Any]], ast.Module | None]


def reorder_functions(tree: ast.Module, sample: dict[str, Any]) -> ast.Module:
    """Puts runs of plain top-level functions into the opposite order. Decorated ones may register themselves, and
    default values are computed when a function is defined: those stay where they are."""

    def is_plain(node: ast.stmt) -> bool:
        return (
            isinstance(node, ast.FunctionDef)
            and not node.decorator_list
            and all(isinstance(value, ast.Constant) for value in node.args.defaults + [d for d in node.args.kw_defaults if d])
        )

    body: list[ast.stmt] = []
    run: list[ast.stmt] = []
    for node in tree.body:
        if is_plain(node):
            run.insert(0, node)
        else:
            body += run + [node]
            run = []
    tree.body = body + run
    return tree


#: Rewrites that leave each other's work alone come in one program: what none of them may change, all together may not
#: change either. The two ways to say no would undo the new messages, and each other.
TOGETHER: list[dict[str, Rewrite]] = [
    {"reworded messages": reword_messages, "renamed locals": rename_locals, "reordered functions": reorder_functions},
    {"returns instead of raising": raises_to_returns},
    {"raises instead of returning": returns_to_raises},
]


def of_sample(sample: dict[str, Any]) -> list[dict[str, str]]:
    sources = {file["path"]: file["source"] for file in sample["files"]}
    found = stubs.of_sample(sample)
    for path, expect in (("secure.py", "secure"), ("insecure.py", "insecure")):
        try:
            tree = ast.parse(sources[path])
        except SyntaxError:
            continue
        for rewrites in TOGETHER:
            names, changed = applied(tree, rewrites, sample)
            if names:
                source = ast.unparse(ast.fix_missing_locations(changed))
                found.append({"name": f"{path}, {', '.join(names)}", "source": source, "expect": expect})
    return found


def applied(tree: ast.Module, rewrites: dict[str, Rewrite], sample: dict[str, Any]) -> tuple[list[str], ast.Module]:
    """The tree after all rewrites, and the names of those that changed it."""
    names = []
    for name, rewrite in rewrites.items():
        changed = rewrite(copy.deepcopy(tree), sample)
        if changed is not None and ast.dump(changed) != ast.dump(tree):
            names.append(name)
            tree = changed
    return names, tree
