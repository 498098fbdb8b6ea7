import os


def reserve_night(folder, night, observer):
    final = os.path.join(folder, f"{night}.txt")
    part = os.path.join(folder, f"{night}.part")
    if os.path.exists(final):
        return False
    try:
        # "x" fails when another process is just writing this night
        file = open(part, "x", encoding="utf-8", newline="")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(observer)
            file.flush()
            os.fsync(file.fileno())
        os.rename(part, final)
    except OSError:
        os.unlink(part)
        raise
    return True


def observer_of(folder, night):
    try:
        with open(os.path.join(folder, f"{night}.txt"), encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None
