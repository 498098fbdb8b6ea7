import os
import re
import tempfile
from enum import Enum


class Ending(str, Enum):
    PNG = ".png"
    JPG = ".jpg"
    JPEG = ".jpeg"
    GIF = ".gif"

    @classmethod
    def of(cls, filename):
        for ending in cls:
            if filename[-len(ending.value):].lower() == ending.value:
                return ending.value
        raise ValueError("not a picture: %r" % filename)


def save_badge(folder, club_id, filename, data):
    ending = Ending.of(filename)
    handle, path = tempfile.mkstemp(suffix=ending, prefix="club%d_" % club_id, dir=folder)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
        os.fchmod(out.fileno(), 0o644)
    return os.path.basename(path)


def badges_of(folder, club_id):
    mine = re.compile(r"club%d_\w+\.(png|jpe?g|gif)" % club_id)
    return sorted(filter(mine.fullmatch, os.listdir(folder)))
