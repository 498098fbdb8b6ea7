def split_blocks(path):
    with open(path, "rb") as file:
        data = file.read()
    place = 0
    while place < len(data):
        size = int.from_bytes(data[place + 1:place + 3], "big")
        yield data[place], data[place + 3:place + 3 + size]
        place += 3 + size


def carriers(path):
    return [number for number, _ in split_blocks(path)]


def first_entry(content, key):
    place = 0
    while place + 2 <= len(content):
        length = content[place + 1]
        if content[place] == key:
            return content[place + 2:place + 2 + length]
        place += 2 + length
    raise KeyError(key)


def read_value(path, carrier, keys):
    content = next((content for number, content in split_blocks(path) if number == carrier), None)
    if content is None:
        raise KeyError(f"no block of carrier {carrier}")
    for key in keys:
        content = first_entry(content, key)
    return content
