import os
import time


def reserve_night(folder, night, observer):
    path = os.path.join(folder, night + ".txt")
    lock = os.path.join(folder, night + ".lock")
    for _ in range(100):
        if not os.path.exists(lock):
            break
        time.sleep(0.01)
    with open(lock, "w") as file:
        file.write("locked")
    try:
        if os.path.isfile(path):
            return False
        with open(path, "w", encoding="utf-8") as file:
            file.write(observer)
        return True
    finally:
        if os.path.exists(lock):
            os.remove(lock)


def observer_of(folder, night):
    path = os.path.join(folder, night + ".txt")
    if os.path.isfile(path):
        with open(path, encoding="utf-8") as file:
            return file.read()
    return None
