HEADER_SIZE = 32
LABEL_SIZE = 24


def store_label(path, number, label):
    data = label.encode("utf-8").ljust(LABEL_SIZE, b"\0")
    with open(path, "r+b") as memory:
        memory.seek(HEADER_SIZE + (number - 1) * LABEL_SIZE)
        memory.write(data)


def read_label(path, number):
    with open(path, "rb") as memory:
        memory.seek(HEADER_SIZE + (number - 1) * LABEL_SIZE)
        return memory.read(LABEL_SIZE).rstrip(b"\0").decode("utf-8")
