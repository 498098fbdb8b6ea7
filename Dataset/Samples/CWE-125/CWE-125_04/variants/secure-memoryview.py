import mmap
import os


class BrokenTag(ValueError):
    pass


def each_block(view):
    while len(view):
        size = view[1] << 8 | view[2]
        yield view[0], view[3:3 + size]
        view = view[3 + size:]


def opened(path):
    if os.path.getsize(path) == 0:
        return memoryview(b"")
    with open(path, "rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def carriers(path):
    return [carrier for carrier, _ in each_block(opened(path))]


def each_entry(view):
    while len(view):
        if len(view) < 2 or len(view) - 2 < view[1]:
            raise BrokenTag("an entry does not end where its surroundings end")
        yield view[0], view[2:2 + view[1]]
        view = view[2 + view[1]:]


def read_value(path, carrier, keys):
    for owner, content in each_block(opened(path)):
        if owner == carrier:
            break
    else:
        raise KeyError(carrier)
    for key in keys:
        for found, value in each_entry(content):
            if found == key:
                content = value
                break
        else:
            raise KeyError(key)
    return content.tobytes()
