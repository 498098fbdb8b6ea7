import re
from pathlib import Path, PureWindowsPath

ALLOWED = re.compile(r"(?!\.)(?!php\.ini$)(.*[^.])?", re.IGNORECASE | re.DOTALL)


def store(folder, filename, data):
    if not ALLOWED.fullmatch(filename) or filename.endswith(("/", "\\")):
        return None
    name = re.sub(r"[^\w.-]", "", PureWindowsPath(filename.replace(":", "")).name.replace(" ", "-"), flags=re.ASCII)
    path = Path(folder, name)
    if not name.strip(".") or path.suffix.lower() not in ("", ".ini", ".cfg", ".txt"):
        return None
    present = [one.name.lower() for one in Path(folder).iterdir()]
    number = 1
    while path.name.lower() in present:
        number += 1
        path = Path(folder, f"{Path(name).stem}-{number}{path.suffix}")
    path.write_bytes(data)
    return path.name
