"""Copies of the card index: new files are built in a folder that nobody else can enter."""
import contextlib
import os
import shutil
import tempfile


@contextlib.contextmanager
def _workshop(path):
    """A folder of mode 700 beside the index, which is gone afterwards."""
    room = tempfile.mkdtemp(dir=os.path.dirname(os.path.abspath(path)))
    try:
        os.chmod(room, 0o700)
        yield room
    finally:
        shutil.rmtree(room)


def _fresh(room, source):
    """A new file of mode 600 in the folder `room` with the bytes of the open file `source`."""
    new = os.path.join(room, "new")
    handle = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        os.fchmod(handle, 0o600)
        offset = 0
        while sent := os.sendfile(handle, source.fileno(), offset, 1 << 24):
            offset += sent
    finally:
        os.close(handle)
    return new


def back_up(path):
    with open(path, "rb") as index, _workshop(path) as room:
        new = os.path.join(room, "ready")
        os.rename(_fresh(room, index), new)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{path}.3")
        for number in (2, 1):
            old = f"{path}.{number}"
            try:
                handle = open(old, "rb")
            except FileNotFoundError:
                continue
            with handle:
                # every older copy becomes a new file as well: it may be a link, or open elsewhere
                os.replace(_fresh(room, handle), f"{path}.{number + 1}")
            os.unlink(old)
        os.replace(new, f"{path}.1")


def restore(path, number):
    if number not in range(1, 4):
        raise FileNotFoundError(number)
    with open(f"{path}.{number}", "rb") as copy, _workshop(path) as room:
        os.replace(_fresh(room, copy), path)


def copies(path):
    return [number for number in (1, 2, 3) if os.path.exists(f"{path}.{number}")]
