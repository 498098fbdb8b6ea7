import os


def reserve_night(folder, night, observer):
    path = os.path.join(folder, night + ".txt")
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(observer)
    except FileExistsError:
        return False
    return True


def observer_of(folder, night):
    path = os.path.join(folder, night + ".txt")
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return file.read()
