import mmap
import os

HEADER_SIZE, LABEL_SIZE = 32, 24


def store_label(path, number, label):
    data = label.encode("utf-8")[:LABEL_SIZE].ljust(LABEL_SIZE, b"\x00")
    start = HEADER_SIZE + (number - 1) * LABEL_SIZE
    if start + LABEL_SIZE > os.path.getsize(path):
        raise ValueError("compartment is outside of the file")
    with open(path, "r+b") as f:
        with mmap.mmap(f.fileno(), 0) as memory:
            memory[start:start + LABEL_SIZE] = data


def read_label(path, number):
    start = HEADER_SIZE + (number - 1) * LABEL_SIZE
    with open(path, "rb") as f:
        with mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ) as memory:
            return memory[start:start + LABEL_SIZE].rstrip(b"\x00").decode("utf-8")
