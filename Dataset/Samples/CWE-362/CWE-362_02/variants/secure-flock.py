import fcntl
import os
from contextlib import contextmanager


@contextmanager
def locked(folder):
    with open(os.path.join(folder, "plan.lock"), "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(lock, fcntl.LOCK_UN)


def reserve_night(folder, night, observer):
    path = os.path.join(folder, night + ".txt")
    with locked(folder):
        if os.path.exists(path):
            return False
        with open(path, "w", encoding="utf-8") as file:
            file.write(observer)
        return True


def observer_of(folder, night):
    with locked(folder):
        try:
            with open(os.path.join(folder, night + ".txt"), encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return None
