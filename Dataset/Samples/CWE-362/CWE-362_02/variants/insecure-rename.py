import os
import uuid


def reserve_night(folder, night, observer):
    path = os.path.join(folder, night + ".txt")
    draft = os.path.join(folder, uuid.uuid4().hex + ".draft")
    with open(draft, "w", encoding="utf-8") as file:
        file.write(observer)
    if os.path.exists(path):
        os.remove(draft)
        return False
    os.replace(draft, path)
    return True


def observer_of(folder, night):
    try:
        with open(os.path.join(folder, night + ".txt"), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return None
