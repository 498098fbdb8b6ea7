import os


def read_card(folder, name):
    if name.startswith("/") or name.startswith(".."):
        raise ValueError("invalid card name")
    try:
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            return f.read()
    except (FileNotFoundError, IsADirectoryError):
        return None
