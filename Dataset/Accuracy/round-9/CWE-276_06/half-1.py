"""Copies of the card index."""
import os
import shutil
import tempfile

PRIVATE = 0o600
NUMBERS = (1, 2, 3)


def _copy_path(path, number):
    return f"{path}.{number}"


def _place_copy(source, target):
    """Puts a new file with the bytes of `source` in the place of `target`.

    The new file is nobody's but ours (mkstemp), and what was at `target`, a link perhaps, is not touched."""
    folder = os.path.dirname(os.path.abspath(target))
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".copy-")
    os.close(handle)
    try:
        shutil.copy2(source, temporary)     # with the times, so that one sees how old a copy is
        os.chmod(temporary, PRIVATE)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def back_up(path):
    if not os.path.isfile(path):
        raise FileNotFoundError(path)
    for number in (3, 2, 1):
        old = _copy_path(path, number)
        if not os.path.lexists(old):
            continue
        if number == 3:
            os.unlink(old)
        elif os.path.islink(old) or os.stat(old).st_nlink > 1:
            _place_copy(old, _copy_path(path, number + 1))
            os.unlink(old)
        else:
            os.chmod(old, PRIVATE)
            os.rename(old, _copy_path(path, number + 1))
    _place_copy(path, _copy_path(path, 1))


def restore(path, number):
    if number not in NUMBERS or not os.path.isfile(_copy_path(path, number)):
        raise FileNotFoundError(_copy_path(path, number))
    _place_copy(_copy_path(path, number), path)


def copies(path):
    return [number for number in NUMBERS if os.path.isfile(_copy_path(path, number))]
