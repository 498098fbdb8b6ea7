import os


def reserve_night(folder, night, observer):
    path = os.path.join(folder, night + ".txt")
    if os.path.exists(path):
        return False
    with open(path, "w", encoding="utf-8") as f:
        f.write(observer)
    return True


def observer_of(folder, night):
    path = os.path.join(folder, night + ".txt")
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as f:
        return f.read()
