import os


def reserve_night(folder, night, observer):
    try:
        descriptor = os.open(os.path.join(folder, night + ".txt"), os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError:
        return False
    with open(descriptor, "w", encoding="utf-8", newline="") as file:
        file.write(observer)
    return True


def observer_of(folder, night):
    path = os.path.join(folder, night + ".txt")
    if not os.path.exists(path):
        return None
    if os.path.getsize(path) == 0:
        os.remove(path)  # left behind by a process that died; but it may be one that has not written yet
        return None
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()
