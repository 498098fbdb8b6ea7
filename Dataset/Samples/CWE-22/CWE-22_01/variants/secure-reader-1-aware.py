import os
from pathlib import Path


def list_cards(folder):
    base = Path(folder).resolve()
    names = []
    for root, _dirs, files in os.walk(base):
        for file in files:
            path = Path(root, file)
            if path.is_file() and path.resolve().is_relative_to(base):
                names.append(path.relative_to(base).as_posix())
    return sorted(names)


def read_card(folder, name):
    if not isinstance(name, str) or not name or "\0" in name:
        return None
    base = Path(folder).resolve()
    try:
        # resolve() follows links and "..", so the check sees the real target
        target = (base / name).resolve()
        if not target.is_relative_to(base) or not target.is_file():
            return None
        with target.open(encoding="utf-8", newline="") as f:
            return f.read()
    except (OSError, ValueError, RuntimeError):
        return None
