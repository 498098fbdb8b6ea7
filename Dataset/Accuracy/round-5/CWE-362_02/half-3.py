import fcntl
import os
from contextlib import contextmanager


@contextmanager
def plan_locked(folder):
    path = os.path.join(folder, ".plan-lock")
    with open(path, "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            try:
                os.unlink(path)  # leave no litter in the plan
            except FileNotFoundError:
                pass


def reserve_night(folder, night, observer):
    path = os.path.join(folder, night + ".txt")
    with plan_locked(folder):
        if os.path.lexists(path):
            return False
        with open(path, "wb") as f:
            f.write(observer.encode("utf-8"))
        return True


def observer_of(folder, night):
    path = os.path.join(folder, night + ".txt")
    with plan_locked(folder):
        if not os.path.lexists(path):
            return None
        with open(path, "rb") as f:
            return f.read().decode("utf-8")
