import os
import shutil
import tempfile


def _name(path, number):
    return f"{path}.{number}"


def copies(path):
    return [n for n in (1, 2, 3) if os.path.exists(_name(path, n))]


def _private(source):
    """A new file with mode 600 and the same bytes, outside the shared folder."""
    with open(source, "rb") as old:
        handle, name = tempfile.mkstemp(prefix="cards-")
        with open(handle, "wb") as new:
            os.fchmod(handle, 0o600)
            shutil.copyfileobj(old, new)
    return name


def back_up(path):
    fresh = _private(path)
    if os.path.lexists(_name(path, 3)):
        os.unlink(_name(path, 3))
    for n in (2, 1):
        if n in copies(path):
            os.replace(_name(path, n), _name(path, n + 1))
            os.chmod(_name(path, n + 1), 0o600)
    shutil.move(fresh, _name(path, 1))


def restore(path, number):
    if number not in (1, 2, 3):
        raise FileNotFoundError(f"there is no copy {number}")
    shutil.move(_private(_name(path, number)), path)
