"""Copies of the card index."""
import os
import shutil

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW


def _name(path, number):
    return "%s.%d" % (path, number)


def _write_private(source, target):
    """Writes the bytes of the open file `source` into a new file beside `target`, and puts it there.

    `target` itself is never opened: others may have it open, or it may be a link."""
    beside = target + ".new"
    handle = os.open(beside, _NEW, 0o600)
    try:
        with open(handle, "wb") as out:
            os.fchmod(handle, 0o600)        # a run that was broken off may have left the file
            shutil.copyfileobj(source, out)
            out.flush()
            os.fsync(handle)
        os.replace(beside, target)
    except BaseException:
        if os.path.lexists(beside):
            os.unlink(beside)
        raise


def back_up(path):
    with open(path, "rb") as index:
        kept = copies(path)
        if 3 in kept:
            os.unlink(_name(path, 3))
        for number in (2, 1):
            if number in kept:
                # older copies are renewed, too: whoever has opened one keeps the old file only
                with open(_name(path, number), "rb") as old:
                    _write_private(old, _name(path, number + 1))
                os.unlink(_name(path, number))
        _write_private(index, _name(path, 1))


def restore(path, number):
    if number not in (1, 2, 3):
        raise FileNotFoundError(_name(path, number))
    with open(_name(path, number), "rb") as copy:
        _write_private(copy, path)


def copies(path):
    return [number for number in (1, 2, 3) if os.path.isfile(_name(path, number))]
