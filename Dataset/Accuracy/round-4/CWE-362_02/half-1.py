import os


def _path(folder, night):
    return os.path.join(folder, night + ".txt")


def reserve_night(folder, night, observer):
    path = _path(folder, night)
    name = observer.encode("utf-8")
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        if os.path.getsize(path) > 0:
            return False
        # left behind by a process that died before it wrote the name
        handle = os.open(path, os.O_WRONLY | os.O_TRUNC)
    with os.fdopen(handle, "wb") as file:
        file.write(name)
    return True


def observer_of(folder, night):
    try:
        with open(_path(folder, night), encoding="utf-8", newline="") as file:
            return file.read() or None
    except FileNotFoundError:
        return None
