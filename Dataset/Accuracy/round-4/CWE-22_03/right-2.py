from functools import wraps
from pathlib import Path, PurePosixPath


def direct(on_refusal):
    def decorate(method):
        @wraps(method)
        def wrapper(self, presenter, name, *rest):
            folder = self.root / presenter
            if "\0" in name or PurePosixPath(name).parts != (name,) or name == ".." or name == "/":
                return on_refusal(name)
            return method(self, folder / name, *rest)
        return wrapper
    return decorate


def refuse(name):
    raise ValueError("this names no clip: %r" % name)


class ClipStore:
    def __init__(self, root):
        self.root = Path(root)

    @direct(refuse)
    def save(self, path, data):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)

    @direct(lambda name: None)
    def load(self, path):
        try:
            return path.read_bytes() if path.is_file() else None
        except (OSError, ValueError):
            return None

    @direct(lambda name: False)
    def delete(self, path):
        try:
            path.unlink()
        except (OSError, ValueError):
            return False
        return True

    def names(self, presenter):
        folder = self.root / presenter
        return sorted(p.name for p in folder.iterdir() if p.is_file()) if folder.is_dir() else []
