import json
import os


class PartNotSatisfiable(Exception):
    pass


def read_part(folder, title, start, length):
    with open(f"{folder}/index.json", "rb") as file:
        index = json.load(file)
    begin, size = index[title]
    wanted = range(start, start + length)
    available = range(size)
    if not wanted or wanted[0] not in available:
        raise PartNotSatisfiable(f"{start}+{length} of {size}")
    count = min(len(wanted), size - start)
    descriptor = os.open(f"{folder}/archive.bin", os.O_RDONLY)
    try:
        data = os.pread(descriptor, count, begin + start)
    finally:
        os.close(descriptor)
    following = start + count
    return data, following if following in available else None
