import fcntl
import os
from contextlib import contextmanager


@contextmanager
def _plan_locked(folder):
    path = os.path.join(folder, ".plan.lock")
    fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
        try:
            yield
        finally:
            try:
                os.unlink(path)
            except FileNotFoundError:
                pass
    finally:
        os.close(fd)


def reserve_night(folder, night, observer):
    target = os.path.join(folder, night + ".txt")
    data = observer.encode("utf-8")
    with _plan_locked(folder):
        if os.path.exists(target):
            return False
        part = f"{target}.{os.getpid()}.part"
        with open(part, "wb") as out:
            out.write(data)
        os.replace(part, target)
        return True


def observer_of(folder, night):
    try:
        with open(os.path.join(folder, night + ".txt"), "rb") as source:
            return source.read().decode("utf-8")
    except FileNotFoundError:
        return None
