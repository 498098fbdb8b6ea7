import os
import time
from contextlib import contextmanager


@contextmanager
def locked(folder):
    lock = os.path.join(folder, ".lock")
    for _ in range(500):
        try:
            os.mkdir(lock)
            break
        except FileExistsError:
            time.sleep(0.01)
    else:
        raise TimeoutError("the plan is locked")
    try:
        yield
    finally:
        os.rmdir(lock)


def reserve_night(folder, night, observer):
    path = os.path.join(folder, f"{night}.txt")
    with locked(folder):
        if os.path.exists(path):
            return False
        with open(path, "w", encoding="utf-8") as file:
            file.write(observer)
        return True


def observer_of(folder, night):
    try:
        with open(os.path.join(folder, f"{night}.txt"), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return None
