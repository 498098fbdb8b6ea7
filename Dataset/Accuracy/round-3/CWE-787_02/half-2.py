import os

HEADER = 32
SIZE = 24


def store_label(path, number, label):
    data = label.encode("utf-8")
    if len(data) > SIZE:
        raise ValueError("the label needs more than 24 bytes")
    offset = HEADER + SIZE * (number - 1)
    if number < 1 or offset + len(data) > os.path.getsize(path):
        raise ValueError("there is no such compartment")
    with open(path, "r+b") as memory:
        memory.seek(offset)
        memory.write(data + bytes(SIZE - len(data)))


def read_label(path, number):
    if number < 1:
        raise ValueError("there is no such compartment")
    with open(path, "rb") as memory:
        memory.seek(HEADER + SIZE * (number - 1))
        return memory.read(SIZE).rstrip(b"\0").decode("utf-8")
