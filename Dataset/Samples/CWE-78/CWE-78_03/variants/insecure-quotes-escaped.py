import subprocess
from typing import List, Optional


def quote(value: str) -> str:
    escaped = value.replace('"', '\\"').replace("$(", "\\$(")
    return f'"{escaped}"'


def bundle_size(station: str, folder: str, names: List[str]) -> Optional[int]:
    total = 0
    for start in range(0, len(names), 10):
        arguments = [quote(argument) for argument in [folder] + names[start : start + 10]]
        process = subprocess.run(
            ["stationlink", station, "bundle " + " ".join(arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            universal_newlines=True,
        )
        if process.returncode:
            return None
        total += int(process.stdout.strip() or 0)
    return total
