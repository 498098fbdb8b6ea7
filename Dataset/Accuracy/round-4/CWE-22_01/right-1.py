import os
from pathlib import Path


def _cards(folder):
    root = Path(folder).resolve()
    for base, _, files in os.walk(root):
        for file in files:
            path = Path(base, file)
            real = path.resolve()
            if real.is_relative_to(root) and real.is_file():
                yield path.relative_to(root).as_posix(), real


def list_cards(folder):
    return sorted(dict(_cards(folder)))


def read_card(folder, name):
    match dict(_cards(folder)).get(name):
        case None:
            return None
        case path:
            return str(path.read_bytes(), "utf-8")
