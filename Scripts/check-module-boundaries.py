"""Fails when a module depends on a sibling: between `EvaluationCore` and the command line, modules do not know each other.

The compiler finds imports that the manifest does not declare (`--explicit-target-dependency-import-check error`); this
script finds declarations that should not be there.
"""

import json
import subprocess
import sys

# May depend on anything, and nothing depends on it.
COMPOSITION_ROOT = "secucogen"
CORE = "EvaluationCore"
# The pages show what reports compute: another way to set the same tables and evidence.
ALLOWED = {"Dashboard": {"Reports"}}


def main() -> None:
    manifest = json.loads(subprocess.run(["swift", "package", "dump-package"], check=True, capture_output=True).stdout)
    modules = {
        target["name"]: target
        for target in manifest["targets"]
        if target["type"] in ("regular", "system") and not (target.get("path") or "").startswith("Tests/")
    }
    faults = []
    for target in modules.values():
        siblings = {name for name in local_dependencies(target) & modules.keys() if modules[name]["type"] == "regular"}
        siblings -= {CORE} | ALLOWED.get(target["name"], set())
        if siblings:
            faults.append(f"{target['name']} depends on its sibling {', '.join(sorted(siblings))}")
    if modules[CORE]["dependencies"]:
        faults.append(f"{CORE} has dependencies; it may have none")
    for target in manifest["targets"]:
        if COMPOSITION_ROOT in local_dependencies(target) and target["type"] != "test":
            faults.append(f"{target['name']} depends on the command line")
    for fault in faults:
        print(f"Package.swift: {fault}", file=sys.stderr)
    sys.exit(bool(faults))


def local_dependencies(target: dict) -> set[str]:
    """Names of targets of this package that `target` depends on."""
    return {(dependency.get("byName") or dependency.get("target") or [""])[0] for dependency in target["dependencies"]}


if __name__ == "__main__":
    main()
