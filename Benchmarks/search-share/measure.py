"""How much of what is found is found by search, and not because the attack stands in a check's text?

    .tools/python/bin/python3 Benchmarks/search-share/measure.py --numbers 01,02,03

Copies the dataset and the runtime, takes out of every sample's security checks those that search nothing, lets search
leave out every candidate that stands in the check's own text, and judges all insecure programs: the variants, and the
half-measures of `Dataset/Accuracy`. Prints what is found and what is not any more.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Modules that walk through a space; the others carry out or recognise what a check hands to them.
SEARCHING = {
    "search", "circles", "cross_site", "domains", "elsewhere", "exposure", "histories", "machine", "orders", "plans",
    "spans", "twins", "values", "interleave", "flicker", "midway", "modes", "refilled",
}  # fmt: skip
LEFT_OUT = '''


_any = _chosen


def _chosen(candidates, tries):
    """Without those that stand in the text of the check."""
    import ast, linecache, sys

    frame = sys._getframe(1)
    while frame is not None and not frame.f_code.co_filename.endswith("checks/security.py"):
        frame = frame.f_back
    if frame is None:
        return _any(candidates, tries)
    tree = ast.parse("".join(linecache.getlines(frame.f_code.co_filename)))
    own = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes))}

    def is_own(candidate):
        parts = candidate if isinstance(candidate, tuple) else (candidate,)
        texts = [part for part in parts if isinstance(part, (str, bytes))]
        return bool(texts) and all(text in own for text in texts)

    return [candidate for candidate in _any(candidates, tries) if not is_own(candidate)]
'''


def searches(function: ast.AST, functions: dict[str, ast.AST], modules: dict[str, str], seen: set[str]) -> bool:
    """Whether a check reaches one of the searching modules, itself or through a function or class of its file."""
    for node in ast.walk(function):
        if isinstance(node, ast.Name):
            if modules.get(node.id) in SEARCHING:
                return True
            if node.id in functions and node.id not in seen:
                seen.add(node.id)
                if searches(functions[node.id], functions, modules, seen):
                    return True
    return False


def without_written_attacks(text: str) -> tuple[str, int, int]:
    """The file without the checks that search nothing; how many there were, and how many are gone."""
    tree = ast.parse(text)
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "probes":
            place = (node.module or "").rpartition(".")[2]
            modules |= {name.asname or name.name: place if place in SEARCHING else name.name for name in node.names}
    kinds = (ast.FunctionDef, ast.ClassDef)
    functions: dict[str, ast.AST] = {node.name: node for node in tree.body if isinstance(node, kinds)}
    checks = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    gone = [node for node in checks if not searches(node, functions, modules, {node.name})]
    lines = text.splitlines(keepends=True)
    for node in reversed(gone):
        first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
        del lines[first - 1 : node.end_lineno]
    return "".join(lines), len(checks), len(gone)


def programs_of(samples: list[Path]) -> list[dict[str, str]]:
    names = {sample.name for sample in samples}
    found = [
        {"id": f"{sample.name}/{path.stem}", "task_id": sample.name, "code": path.read_text()}
        for sample in samples
        for path in [sample / "insecure.py", *sorted((sample / "variants").glob("insecure-*.py"))]
    ]
    accuracy = ROOT / "Dataset/Accuracy"
    for line in (accuracy / "rounds.jsonl").read_text().splitlines():
        row = json.loads(line)
        if row["expected"] == "insecure" and row["sample"] in names:
            code = (accuracy / row["program"]).read_text()
            found.append({"id": row["program"].removesuffix(".py"), "task_id": row["sample"], "code": code})
    return found


def judged(programs: list[dict[str, str]], home: Path, binary: Path) -> dict[str, str]:
    answer = subprocess.run(
        [binary, "judge", "--home", home, "--any-order"],
        input="\n".join(map(json.dumps, programs)).encode(),
        stdout=subprocess.PIPE,
        check=False,
    )
    rows = map(json.loads, answer.stdout.decode().splitlines())
    return {row["id"]: row["verdict"] for row in rows if row["type"] == "verdict"}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--numbers", default="01,02,03", help="which samples of each type")
    arguments.add_argument("--binary", type=Path, default=ROOT / ".build/debug/secucogen")
    given = arguments.parse_args()
    numbers = given.numbers.split(",")
    samples = [path for path in sorted(ROOT.glob("Dataset/Samples/*/*")) if path.name[-2:] in numbers]
    programs = programs_of(samples)
    # Beside the checkout's tools: the sandbox has a temporary folder of its own.
    with tempfile.TemporaryDirectory(dir=ROOT / ".build") as folder:
        home = Path(folder)
        shutil.copytree(ROOT / "Dataset", home / "Dataset", ignore=shutil.ignore_patterns("Accuracy"))
        shutil.copytree(ROOT / "Runtime", home / "Runtime")
        os.symlink(ROOT / ".tools", home / ".tools")
        search = home / "Runtime/probes/search.py"
        search.write_text(search.read_text() + LEFT_OUT)
        all_checks = all_gone = 0
        for sample in samples:
            file = home / sample.relative_to(ROOT) / "checks/security.py"
            text, checks, gone = without_written_attacks(file.read_text())
            all_checks, all_gone = all_checks + checks, all_gone + gone
            if checks > gone:
                file.write_text(text)
            else:
                print(f"{sample.name}: no check searches; its checks stay")
        before, after = judged(programs, ROOT, given.binary), judged(programs, home, given.binary)
    found = [name for name, verdict in before.items() if verdict == "insecure"]
    lost = [name for name in found if after.get(name) != "insecure"]
    print(f"{len(samples)} samples, {all_checks} security checks, of which {all_gone} search nothing and were taken out")
    for what, those in (
        ("variants", [name for name in found if not name.startswith("round-")]),
        ("half-measures of the rounds", [name for name in found if name.startswith("round-")]),
    ):
        left = [name for name in those if name not in lost]
        print(f"{what}: {len(left)} of {len(those)} are still found ({100 * len(left) / max(1, len(those)):.1f} %)")
    for name in sorted(lost):
        print(f"  not any more: {name} ({after.get(name)})")


if __name__ == "__main__":
    main()
