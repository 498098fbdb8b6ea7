from functools import wraps
from pathlib import Path, PurePosixPath


class Refused(ValueError):
    """The typed text is not the name of a clip."""


def clip_method(otherwise):
    """Hands the method the path of the clip; calls `otherwise` for what names no clip."""

    def decorate(method):
        @wraps(method)
        def wrapper(self, presenter, name, *rest):
            try:
                path = self._locate(presenter, name)
            except ValueError as problem:
                return otherwise(problem)
            return method(self, path, *rest)

        return wrapper

    return decorate


def _raise(problem):
    raise problem


class ClipStore:
    def __init__(self, root):
        self.root = Path(root)

    def _locate(self, presenter, name):
        typed = PurePosixPath(name)
        if "\0" in name or name == ".." or typed.parts != (name,) or "/" in name:
            raise Refused(repr(name))
        if len(name.encode("utf-8", "surrogateescape")) > 255:
            raise Refused("too long for a file name")
        path = self.root / presenter / name
        if path.is_symlink():
            raise Refused("a link is no clip")
        return path

    @clip_method(_raise)
    def save(self, path, data):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)

    @clip_method(lambda problem: None)
    def load(self, path):
        return path.read_bytes() if path.is_file() else None

    @clip_method(lambda problem: False)
    def delete(self, path):
        if not path.is_file():
            return False
        path.unlink(missing_ok=True)
        return True

    def names(self, presenter):
        folder = self.root / presenter
        if not folder.is_dir():
            return []
        return sorted(p.name for p in folder.iterdir() if p.is_file() and not p.is_symlink())
