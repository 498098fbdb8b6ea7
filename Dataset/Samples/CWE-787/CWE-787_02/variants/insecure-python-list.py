HEADER_SIZE = 32
TRAILER_SIZE = 16
LABEL_SIZE = 24


def load(path):
    with open(path, "rb") as file:
        memory = file.read()
    body = memory[HEADER_SIZE:-TRAILER_SIZE]
    labels = [body[i:i + LABEL_SIZE] for i in range(0, len(body), LABEL_SIZE)]
    return memory[:HEADER_SIZE], labels, memory[-TRAILER_SIZE:]


def store_label(path, number, label):
    header, labels, trailer = load(path)
    labels[number - 1] = label.encode("utf-8").ljust(LABEL_SIZE, b"\0")[:LABEL_SIZE]
    with open(path, "wb") as file:
        file.write(header + b"".join(labels) + trailer)


def read_label(path, number):
    _, labels, _ = load(path)
    return labels[number - 1].rstrip(b"\0").decode("utf-8")
