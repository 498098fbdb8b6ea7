"""Finds what is wrong with a sample's Python files without running them."""

import ast
import sys
from typing import Any

# What every check may import besides the standard library.
CHECK_MODULES = {"harness", "probes", "werkzeug"}
# Names under which a package of the requirements is imported.
IMPORT_NAMES = {"PyYAML": "yaml", "PyJWT": "jwt", "Flask": "flask", "Jinja2": "jinja2", "Werkzeug": "werkzeug", "MarkupSafe": "markupsafe"}
# Packages that come with a declared one.
BROUGHT_ALONG = {"flask": {"werkzeug", "jinja2", "markupsafe", "itsdangerous"}, "jinja2": {"markupsafe"}, "requests": {"urllib3"}}


def of_sample(sample: dict[str, Any]) -> list[dict[str, Any]]:
    allowed = set(sys.stdlib_module_names)
    for package in sample["packages"]:
        name = IMPORT_NAMES.get(package, package)
        allowed |= {name} | BROUGHT_ALONG.get(name.lower(), set())
    problems: list[dict[str, Any]] = []
    for file in sample["files"]:
        path, is_check = file["path"], file["path"].startswith("checks/")
        try:
            tree = ast.parse(file["source"])
        except SyntaxError as error:
            problems.append({"path": path, "line": error.lineno or 1, "message": f"is not Python: {error.msg}"})
            continue
        for module, line in imported(tree):
            if module not in allowed | (CHECK_MODULES if is_check else set()):
                message = f"imports '{module}', which sample.yaml does not declare under 'packages'"
                problems.append({"path": path, "line": line, "message": message})
        if not is_check:
            problems += missing_entry_points(tree, sample["entry_points"], path)
        elif not any(isinstance(node, ast.FunctionDef) and node.name.startswith("test_") for node in tree.body):
            problems.append({"path": path, "line": 1, "message": "holds no check (a function named test_…)"})
    return problems


def imported(tree: ast.Module) -> list[tuple[str, int]]:
    """Top-level names of all imported modules, with lines."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name.split(".")[0], node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.append((node.module.split(".")[0], node.lineno))
    return found


def missing_entry_points(tree: ast.Module, entry_points: list[dict[str, str]], path: str) -> list[dict[str, Any]]:
    defined = top_level_names(tree)
    return [
        {"path": path, "line": 1, "message": f"does not define the entry point '{point['name']}'"}
        for point in entry_points
        if point["name"] not in defined
    ]


def top_level_names(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        else:
            names |= {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    return names
