from pathlib import Path


def list_cards(folder):
    base = Path(folder)
    return sorted(p.relative_to(base).as_posix() for p in base.rglob("*") if p.is_file())


def _stays_inside(name):
    if not name or name.startswith("/") or "\0" in name:
        return False
    depth = 0
    for part in name.split("/"):
        if part == ".":
            continue
        depth += -1 if part == ".." else 1
        if depth < 0:
            return False
    return True


def read_card(folder, name):
    if not _stays_inside(name):
        return None
    path = folder.rstrip("/") + "/" + name
    try:
        with open(path, encoding="utf-8") as card:
            return card.read()
    except OSError:
        return None
