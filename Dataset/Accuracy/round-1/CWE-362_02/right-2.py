import fcntl
import os
import uuid
from contextlib import contextmanager


@contextmanager
def _plan(folder, how):
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, how)
        yield handle
    finally:
        os.close(handle)


def _read(handle, night):
    try:
        fd = os.open(night + ".txt", os.O_RDONLY, dir_fd=handle)
    except FileNotFoundError:
        return None
    with os.fdopen(fd, "rb") as source:
        return source.read().decode()


def reserve_night(folder, night, observer):
    content = observer.encode()
    with _plan(folder, fcntl.LOCK_EX) as handle:
        if _read(handle, night) is None:
            part = f".{uuid.uuid4()}.part"
            fd = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644, dir_fd=handle)
            with os.fdopen(fd, "wb") as out:
                out.write(content)
            os.rename(part, night + ".txt", src_dir_fd=handle, dst_dir_fd=handle)
            return True
    return False


def observer_of(folder, night):
    with _plan(folder, fcntl.LOCK_SH) as handle:
        return _read(handle, night)
