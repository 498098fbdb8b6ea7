import os
import time
from contextlib import contextmanager

LEASE = 4


@contextmanager
def plan_lock(folder):
    """One process at a time, by a lock file; a lock that a crashed process has left behind is removed."""
    path = os.path.join(folder, ".lock")
    while True:
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            try:
                if time.time() - os.stat(path).st_mtime > LEASE:
                    os.unlink(path)
            except FileNotFoundError:
                pass
            time.sleep(0.01)
    try:
        yield
    finally:
        try:
            os.unlink(path)
        except FileNotFoundError:
            pass


def reserve_night(folder, night, observer):
    path = os.path.join(folder, night + ".txt")
    with plan_lock(folder):
        if os.path.exists(path):
            return False
        temporary = path + ".new"
        with open(temporary, "w", encoding="utf-8", newline="") as file:
            file.write(observer)
        os.replace(temporary, path)
        return True


def observer_of(folder, night):
    try:
        with open(os.path.join(folder, night + ".txt"), encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None
