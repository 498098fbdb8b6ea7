from pathlib import Path


def _inside(base, path):
    """The real path of a file below base, or None."""
    try:
        real = path.resolve(strict=True)
    except (OSError, ValueError, RuntimeError):  # missing, NUL in the name, link loop
        return None
    if base in real.parents and real.is_file():
        return real
    return None


def list_cards(folder):
    root = Path(folder)
    base = root.resolve()
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if _inside(base, path) is not None
    )


def read_card(folder, name):
    if not name or name.endswith("/"):
        return None
    base = Path(folder).resolve()
    card = _inside(base, base / name)
    if card is None:
        return None
    with card.open(encoding="utf-8", newline="") as f:
        return f.read()
