from pathlib import Path
from typing import List, Optional


def list_cards(folder: str) -> List[str]:
    base = Path(folder)
    return sorted(path.relative_to(base).as_posix() for path in base.rglob("*") if path.is_file())


def read_card(folder: str, name: str) -> Optional[str]:
    """Return the text of a recipe card, or None when there is no such card."""
    base = Path(folder).resolve()
    target = (base / name).resolve()
    if not target.is_relative_to(base):
        raise PermissionError(f"{name!r} is outside {base}")
    if not target.is_file():
        return None
    return target.read_text(encoding="utf-8")


if __name__ == "__main__":
    print(read_card(".", "soups/leek.txt"))
