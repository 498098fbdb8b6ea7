"""Cuts what does not fit, between two letters, and takes any place for the nearest one that there is."""
import mmap
from collections import namedtuple

Entry = namedtuple("Entry", "where start room used")


class Lines:
    def __init__(self, path):
        self.file = open(path, "r+b")
        self.map = mmap.mmap(self.file.fileno(), 0)

    def number(self, place, size):
        return int.from_bytes(self.map[place:place + size], "little")

    def entry(self, line):
        if line < 0 or line >= self.number(4, 2):
            raise ValueError(line)
        where = 8 * (line + 1)
        return Entry(where, self.number(where, 4), self.number(where + 4, 2), self.number(where + 6, 2))

    def text(self, line):
        entry = self.entry(line)
        self.map.seek(entry.start)
        return self.map.read(entry.used).decode()

    def put(self, line, text):
        entry = self.entry(line)
        data = text.encode()[:entry.room].decode(errors="ignore").encode()
        self.map.seek(entry.start)
        self.map.write(data)
        for place in range(entry.start + len(data), entry.start + entry.room):
            self.map[place] = 0
        self.map[entry.where + 6:entry.where + 8] = len(data).to_bytes(2, "little")

    def insert(self, line, at, text):
        letters = list(self.text(line))
        letters.insert(max(0, at), text)
        self.put(line, "".join(letters))

    def copy(self, source, target):
        self.put(target, self.text(source))
