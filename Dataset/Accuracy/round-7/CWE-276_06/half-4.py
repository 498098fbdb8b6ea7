import glob
import os
import tempfile


def copies(path):
    return [n for n in (1, 2, 3) if os.path.isfile(f"{path}.{n}")]


def _new(path, data):
    fd, name = tempfile.mkstemp(dir=os.path.dirname(path) or ".")
    with os.fdopen(fd, "wb") as file:
        os.fchmod(fd, 0o600)
        file.write(data)
    return name


def _read(path):
    with open(path, "rb") as file:
        return file.read()


def back_up(path):
    new = _new(path, _read(path))
    # the copies that are there get closed before anything is moved
    for old in glob.glob(path + ".[123]"):
        os.chmod(old, 0o600)
    if os.path.lexists(path + ".3"):
        os.remove(path + ".3")
    for n in reversed(copies(path)):
        os.replace(f"{path}.{n}", f"{path}.{n + 1}")
    os.replace(new, path + ".1")


def restore(path, number):
    if number not in copies(path):
        raise FileNotFoundError(f"{path}.{number}")
    os.replace(_new(path, _read(f"{path}.{number}")), path)
