import unicodedata
from pathlib import Path


def list_cards(folder):
    base = Path(folder)
    return sorted(p.relative_to(base).as_posix() for p in base.rglob("*") if p.is_file())


def _stays_inside(name):
    return bool(name) and "\0" not in name and not name.startswith("/") and ".." not in name.split("/")


def read_card(folder, name):
    if not _stays_inside(name):
        return None
    base = Path(folder)
    for spelling in (name, unicodedata.normalize("NFKC", name)):
        path = base / spelling
        if path.is_file():
            return path.read_bytes().decode("utf-8")
    return None
