import fcntl
import os


def reserve_night(folder, night, observer):
    path = os.path.join(folder, night + ".txt")
    with open(os.path.join(folder, "plan.lock"), "a") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        if os.path.exists(path):
            return False
        with open(path, "w", encoding="utf-8") as file:
            file.write(observer)
        return True


def observer_of(folder, night):
    path = os.path.join(folder, night + ".txt")
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return file.read()
