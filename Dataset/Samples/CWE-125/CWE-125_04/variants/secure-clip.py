import io


class Window:
    """A part of the tag; what lies outside is never read."""

    def __init__(self, tag, start, end):
        self.tag, self.start, self.end = tag, start, end

    def read(self, start, count):
        self.tag.seek(start)
        return self.tag.read(max(0, min(count, self.end - start)))

    def find(self, wanted):
        place = self.start
        while len(head := self.read(place, 2)) == 2:
            key, length = head
            place += 2
            if key == wanted:
                return Window(self.tag, place, min(place + length, self.end))
            place += length
        raise KeyError(wanted)


def _blocks(tag):
    place, last = 0, tag.seek(0, io.SEEK_END)
    while place < last:
        tag.seek(place)
        head = tag.read(3)
        place += 3 + int.from_bytes(head[1:], "big")
        yield head[0], Window(tag, tag.tell(), place)


def carriers(path):
    with open(path, "rb") as tag:
        return [number for number, _ in _blocks(tag)]


def read_value(path, carrier, keys):
    with open(path, "rb") as tag:
        windows = dict(_blocks(tag))
        window = windows[carrier]
        for key in keys:
            window = window.find(key)
        return window.read(window.start, window.end - window.start)
