import os
import secrets
from pathlib import Path

MODES = {"hand-in": 0o3733, "board": 0o1777, "staff": 0o2770}


def set_up(root):
    """Nobody gets into the root before everything in it is ready."""
    old = os.umask(0o077)
    try:
        top = Path(root)
        missing = [folder for folder in top.parents if not folder.exists()]
        top.mkdir(parents=True, exist_ok=True)
        top.chmod(0o700)
        for name, mode in MODES.items():
            (top / name).mkdir(exist_ok=True)
            os.chown(top / name, -1, os.getegid())
            (top / name).chmod(mode)
        for folder in (top, *missing):
            folder.chmod(0o755)
    finally:
        os.umask(old)


def replaced(path, text, mode):
    draft = path.with_name(f".{secrets.token_urlsafe(12)}~")
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    try:
        data = text.encode()
        while data:
            data = data[os.write(descriptor, data):]
        os.fchmod(descriptor, mode)
    finally:
        os.close(descriptor)
    draft.replace(path)


def post(root, name, text):
    replaced(Path(root) / "board" / name, text, 0o644)


def share(root, name, text):
    replaced(Path(root) / "staff" / name, text, 0o660)
