import os
from pathlib import Path


def set_up(root):
    folder = Path(root)
    for name, mode in {"hand-in": 0o1733, "board": 0o1777, "staff": 0o2770}.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        os.chmod(folder / name, mode)
    os.chmod(folder, 0o755)


def post(root, name, text):
    path = Path(root, "board", name)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)


def share(root, name, text):
    path = Path(root, "staff", name)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o660)
