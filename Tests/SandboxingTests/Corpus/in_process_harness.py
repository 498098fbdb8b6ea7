"""What many harnesses do: solution and checks in one process, exit status 0 when all is well.

    python3 in_process_harness.py solution.py check.py

Here to show that the forging programs of the corpus are real: what passes here must not pass in the sandbox.
"""

import linecache
import sys
import types


def load(name: str, path: str) -> types.ModuleType:
    module = types.ModuleType(name)
    module.__file__ = path
    sys.modules[name] = module
    with open(path) as file:
        source = file.read()
    linecache.cache[path] = (len(source), None, source.splitlines(keepends=True), path)
    exec(compile(source, path, "exec"), module.__dict__)
    return module


harness = types.ModuleType("harness")
sys.modules["harness"] = harness
harness.solution = load("solution", sys.argv[1])
checks = load("checks", sys.argv[2])
failed = False
for name, check in list(vars(checks).items()):
    if name.startswith("test_"):
        try:
            check()
        except Exception:
            failed = True
sys.exit(1 if failed else 0)
