"""Copies of the matchmaker's card index."""
import os
import shutil
import tempfile

COUNT = 3
PRIVATE = 0o600


def _name(path, number):
    return f"{path}.{number}"


def _put(source, target):
    """Puts a private copy of source, with its times, in the place of target."""
    folder, base = os.path.split(path := os.path.abspath(target))
    fd, fresh = tempfile.mkstemp(prefix=f".{base}.", dir=folder)    # mode 600
    os.fchmod(fd, PRIVATE)
    os.close(fd)
    try:
        shutil.copy2(source, fresh)         # evenings are told by the file's date
        os.chmod(fresh, PRIVATE)
        os.replace(fresh, path)
    except BaseException:
        os.unlink(fresh)
        raise


def back_up(path):
    if not os.path.isfile(path):
        raise FileNotFoundError(path)
    for number in range(COUNT, 0, -1):
        name = _name(path, number)
        if number == COUNT:
            if os.path.lexists(name):
                os.unlink(name)
        elif os.path.islink(name):          # no copy of ours: never follow it
            if os.path.isfile(name):
                _put(name, _name(path, number + 1))
            os.unlink(name)
        elif os.path.exists(name):
            os.chmod(name, PRIVATE)
            os.replace(name, _name(path, number + 1))
    _put(path, _name(path, 1))


def restore(path, number):
    source = _name(path, number)
    if number not in range(1, COUNT + 1) or not os.path.isfile(source):
        raise FileNotFoundError(source)
    _put(source, path)


def copies(path):
    return [n for n in range(1, COUNT + 1) if os.path.isfile(_name(path, n))]
