HEADER, LABEL = 32, 24


def _start(memory, number):
    memory.seek(4)
    count = int.from_bytes(memory.read(2), "big")
    starts = range(HEADER, HEADER + count * LABEL, LABEL)
    if number == 0:
        raise ValueError("compartments are numbered from 1")
    try:
        return starts[number - 1]
    except IndexError:
        raise ValueError(f"there is no compartment {number}") from None


def store_label(path, number, label):
    data = label.encode()
    if len(data) > LABEL:
        raise ValueError("the label does not fit on the door")
    with open(path, "r+b") as memory:
        start = _start(memory, number)
        memory.seek(start)
        memory.write(data + bytes(LABEL - len(data)))


def read_label(path, number):
    with open(path, "rb") as memory:
        start = _start(memory, number)
        memory.seek(start)
        return memory.read(LABEL).rstrip(b"\0").decode()
