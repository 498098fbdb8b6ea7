import mmap

HEADER = 32
SIZE = 24


def _place(memory, number: int) -> slice:
    count = int.from_bytes(memory[4:6], "big")
    if not isinstance(number, int) or number < 1 or number > count:
        raise IndexError(number)
    start = HEADER + SIZE * (number - 1)
    return slice(start, start + SIZE)


def store_label(path: str, number: int, label: str) -> None:
    """A name that is too long is cut at the last whole character."""
    data = label.encode("utf-8")[:SIZE].decode("utf-8", errors="ignore").encode("utf-8")
    with open(path, "r+b") as file, mmap.mmap(file.fileno(), 0) as memory:
        memory[_place(memory, number)] = data + bytes(SIZE - len(data))


def read_label(path: str, number: int) -> str:
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as memory:
        return memory[_place(memory, number)].split(b"\0")[0].decode("utf-8", errors="replace")
