import enum
import hashlib
import logging
import os
import re
from contextlib import closing

log = logging.getLogger("badges")


class Ending(str, enum.Enum):
    PNG = ".png"
    JPG = ".jpg"
    JPEG = ".jpeg"
    GIF = ".gif"

    @classmethod
    def _missing_(cls, value):
        return cls.__members__.get(value[1:].upper()) if value[:1] == "." and value.isascii() else None


def save_badge(folder, club_id, filename, data):
    _, dot, last = filename.rpartition(".")
    try:
        ending = Ending(dot + last)
    except ValueError:
        log.warning("club %d: %r refused", club_id, filename)
        raise
    # the same badge once more has the same name, another one has another
    name = "%d.%s%s" % (club_id, hashlib.sha256(data).hexdigest(), ending.value)
    with closing(_Folder(folder)) as place:
        place.write(name, data)
    return name


def badges_of(folder, club_id):
    pattern = re.compile(r"%d\.[0-9a-f]{64}(?:%s)" % (club_id, "|".join(re.escape(e.value) for e in Ending)))
    with closing(_Folder(folder)) as place:
        return sorted(filter(pattern.fullmatch, place.names()))


class _Folder:
    def __init__(self, path):
        self._fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY)

    def close(self):
        os.close(self._fd)

    def names(self):
        return os.listdir(self._fd)

    def write(self, name, data):
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o644, dir_fd=self._fd)
        with os.fdopen(descriptor, "wb") as out:
            out.write(data)
