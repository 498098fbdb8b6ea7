import functools
import pathlib


def _clip(otherwise):
    """Turns the name of a clip into its path; calls `otherwise` for a name that is none."""
    def decorate(method):
        @functools.wraps(method)
        def wrapper(self, presenter, name, *data):
            home = self._base / presenter
            if name in ("", ".", "..") or any(sign in name for sign in "/\0"):
                return otherwise(name)
            path = home / name
            assert path.parent == home
            return method(self, path, *data)
        return wrapper
    return decorate


def _refuse(name):
    raise ValueError(f"{name!r} names no clip")


class ClipStore:
    def __init__(self, root):
        self._base = pathlib.Path(root).absolute()

    @_clip(_refuse)
    def save(self, path, data):
        path.parent.mkdir(exist_ok=True)
        if path.is_symlink():
            path.unlink()
        path.write_bytes(data)

    @_clip(lambda name: None)
    def load(self, path):
        return path.read_bytes() if path.is_file() and not path.is_symlink() else None

    @_clip(lambda name: False)
    def delete(self, path):
        there = path.is_file() and not path.is_symlink()
        if there:
            path.unlink()
        return there

    def names(self, presenter):
        home = self._base / presenter
        if not home.is_dir():
            return []
        return sorted(entry.name for entry in home.iterdir() if entry.is_file() and not entry.is_symlink())
