from pathlib import Path


def list_cards(folder):
    root = Path(folder)
    return sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file())


def _stays_inside(name):
    depth = 0
    for part in name.split("/"):
        if part == "..":
            depth -= 1
        elif part not in ("", "."):
            depth += 1
    return depth > 0


def read_card(folder, name):
    if "\0" in name or name.startswith("/") or not _stays_inside(name):
        return None
    path = Path(folder) / name
    if not path.is_file():
        return None
    return path.read_bytes().decode("utf-8")
