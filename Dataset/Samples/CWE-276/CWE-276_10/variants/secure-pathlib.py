from pathlib import Path


class Cases:
    def __init__(self, root):
        self._root = Path(root)

    def _make(self, folder):
        if folder == self._root:
            return
        self._make(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)

    def keep(self, case, name, data):
        folder = self._root / case
        self._make(folder)
        with (folder / name).open("xb") as file:
            file.write(data)

    def move(self, case, other):
        old, new = self._root / case, self._root / other
        if not old.is_dir():
            raise FileNotFoundError(f"no case {case}")
        if new.exists():
            raise FileExistsError(f"{other} is there")
        self._make(new.parent)
        old.chmod(0o700)
        old.rename(new)
