"""Copies of the matchmaker's card index."""
import os

NUMBERS = (1, 2, 3)
PRIVATE = 0o600


def _copy_name(path, number):
    return "%s.%d" % (path, number)


def _write_private(data, target):
    """Writes a file beside target that only we can read, and renames it to target."""
    fresh = target + ".part"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
    fd = os.open(fresh, flags, PRIVATE)
    try:
        os.fchmod(fd, PRIVATE)              # before the first byte goes in
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.rename(fresh, target)
    except BaseException:
        os.unlink(fresh)
        raise


def _read(path):
    with open(path, "rb") as file:
        return file.read()


def _remove(name):
    try:
        os.unlink(name)
    except FileNotFoundError:
        pass


def back_up(path):
    data = _read(path)                      # raises before anything is moved
    _remove(_copy_name(path, 3))
    for number in (2, 1):
        old, new = _copy_name(path, number), _copy_name(path, number + 1)
        if os.path.islink(old):
            if os.path.exists(old):
                _write_private(_read(old), new)
            _remove(old)
        elif os.path.exists(old):
            os.chmod(old, PRIVATE)
            os.rename(old, new)
    _write_private(data, _copy_name(path, 1))


def restore(path, number):
    if number not in NUMBERS:
        raise FileNotFoundError(_copy_name(path, number))
    _write_private(_read(_copy_name(path, number)), path)


def copies(path):
    return [number for number in NUMBERS if os.path.exists(_copy_name(path, number))]
