import os
import secrets
import stat
from pathlib import Path


def is_announced(path):
    return bool(path.lstat().st_mode & stat.S_IROTH)


class Verdicts:
    def __init__(self, folder):
        self.folder = Path(folder)

    def change(self, name, edit, announced=None):
        """Gives the verdict the lines that `edit` makes of the present ones; None for `announced` keeps that."""
        path = self.folder / f"{name}.txt"
        before = b""
        if path.is_symlink():
            path.unlink()
        if edit is not None and not path.exists():
            raise FileNotFoundError(name)
        if path.exists():
            before = path.read_bytes()
            announced = is_announced(path) if announced is None else announced
        draft = self.folder / f"{secrets.token_urlsafe(12)}.draft"
        file = os.fdopen(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        with file:
            file.write(edit(before) if edit else b"")
        draft.chmod(0o644 if announced else 0o600)
        draft.replace(path)

    def write(self, name, text):
        path = self.folder / f"{name}.txt"
        if path.is_symlink() or not path.exists():
            self.change(name, None, False)
        self.change(name, lambda before: (text + "\n").encode("utf-8"), False)

    def add(self, name, text):
        self.change(name, lambda before: before + (text + "\n").encode("utf-8"))

    def announce(self, name):
        self.change(name, bytes, True)

    def withdraw(self, name):
        self.change(name, bytes, False)

    def announced(self):
        return sorted(path.stem for path in self.folder.glob("*.txt") if is_announced(path))
