from pathlib import Path


def list_cards(folder):
    return sorted(str(path.relative_to(folder)) for path in Path(folder).glob("**/*") if not path.is_dir())


def clean(name):
    return name.lstrip("/").replace("../", "")


def read_card(folder, name):
    path = Path(folder) / clean(name)
    if path.is_file():
        return path.read_text(encoding="utf-8")
    return None
