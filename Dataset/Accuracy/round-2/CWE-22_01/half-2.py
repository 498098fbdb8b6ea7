from pathlib import Path


def list_cards(folder):
    root = Path(folder)
    return sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file())


def _stays_inside(name):
    if not name or "\0" in name or name.startswith("/"):
        return False
    depth = 0
    for part in name.split("/"):
        depth += -1 if part == ".." else 1
        if depth < 0:
            return False
    return True


def read_card(folder, name):
    if not _stays_inside(name):
        return None
    card = Path(folder, name)
    try:
        if not card.is_file():
            return None
        return card.read_bytes().decode("utf-8")
    except OSError:
        return None
