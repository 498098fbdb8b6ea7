import os
from glob import glob


def list_cards(folder):
    paths = glob("**", root_dir=folder, recursive=True, include_hidden=True)
    return sorted(path for path in paths if os.path.isfile(os.path.join(folder, path)))


def read_card(folder, name):
    if name.startswith("/") or name.startswith(".."):
        raise ValueError("invalid card name")
    try:
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            return f.read()
    except (FileNotFoundError, IsADirectoryError):
        return None
