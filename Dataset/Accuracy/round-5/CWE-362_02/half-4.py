import os


def _path(folder, night):
    return os.path.join(folder, f"{night}.txt")


def reserve_night(folder, night, observer):
    name = observer.encode("utf-8")
    try:
        fd = os.open(_path(folder, night), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        return False
    with os.fdopen(fd, "wb") as f:
        f.write(name)
        f.flush()
        os.fsync(fd)
    return True


def observer_of(folder, night):
    path = _path(folder, night)
    try:
        with open(path, "rb") as f:
            name = f.read().decode("utf-8")
    except FileNotFoundError:
        return None
    if not name:
        # A process died before it could write: the night is free again.
        try:
            os.unlink(path)
        except FileNotFoundError:
            pass
        return None
    return name
