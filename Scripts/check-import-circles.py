"""Fails when modules of the sandbox's Python import each other in a circle, within functions and for types included.

A circle means that neither part can be read, tested or moved without the other.
"""

import ast
import sys
from pathlib import Path

RUNTIME = Path(__file__).parent.parent / "Runtime"


def main() -> None:
    imports = imports_below(Path(sys.argv[1]) if len(sys.argv) > 1 else RUNTIME)
    for circle in circles(imports):
        print(f"Runtime: {' → '.join([*circle, circle[0]])}", file=sys.stderr)
    sys.exit(bool(circles(imports)))


def imports_below(folder: Path) -> dict[str, set[str]]:
    """Module → the modules of the same folder that it names in any import. Tests are nobody's dependency."""
    files = {module_name(path.relative_to(folder)): path for path in folder.rglob("*.py") if "tests" not in path.parts}
    return {name: set(named(path, name, files.keys())) - {name} for name, path in files.items()}


def module_name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def named(path: Path, module: str, known: set[str]):
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            base = ".".join(part for part in (above, node.module) if part)
            below = [f"{base}.{alias.name}" for alias in node.names]
            yield from (name if name in known else base for name in below if name in known or base in known)


def circles(imports: dict[str, set[str]]) -> list[list[str]]:
    """One circle for each module that can reach itself, each circle once, its least name first."""
    found = {}
    for start in sorted(imports):
        if (path := way_back(start, imports)) and frozenset(path) not in found:
            least = path.index(min(path))
            found[frozenset(path)] = path[least:] + path[:least]
    return list(found.values())


def way_back(start: str, imports: dict[str, set[str]]) -> list[str] | None:
    """The shortest way from a module to itself."""
    before: dict[str, str] = {}
    waiting = [start]
    for name in waiting:
        for target in sorted(imports.get(name, ())):
            if target == start:
                path = [name]
                while path[-1] != start:
                    path.append(before[path[-1]])
                return path[::-1]
            if target not in before:
                before[target] = name
                waiting.append(target)
    return None


if __name__ == "__main__":
    main()
