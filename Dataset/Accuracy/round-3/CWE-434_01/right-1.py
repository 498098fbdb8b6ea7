import os
from enum import Enum


class Ending(Enum):
    PNG = "png"
    JPG = "jpg"
    JPEG = "jpeg"
    GIF = "gif"

    @classmethod
    def of(cls, filename):
        stem, dot, last = filename.rpartition(".")
        if not dot or not last.isascii():
            raise ValueError("no picture")
        return cls(last.lower())


def save_badge(folder, club_id, filename, data):
    ending = Ending.of(filename)
    name = f"{club_id}.{ending.value}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    with open(os.path.join(folder, name), "wb", opener=lambda path, _: os.open(path, flags, 0o644)) as out:
        out.write(memoryview(data))
    return name


def badges_of(folder, club_id):
    names = (f"{club_id}.{ending.value}" for ending in Ending)
    return sorted(filter(lambda name: os.path.isfile(os.path.join(folder, name)), names))
