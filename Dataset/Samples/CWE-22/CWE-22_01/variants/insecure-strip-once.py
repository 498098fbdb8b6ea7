from pathlib import Path


def clean(name):
    return name.lstrip("/").replace("../", "")


def read_card(folder, name):
    path = Path(folder) / clean(name)
    if path.is_file():
        return path.read_text(encoding="utf-8")
    return None
