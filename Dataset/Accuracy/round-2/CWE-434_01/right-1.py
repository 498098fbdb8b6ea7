import hashlib
import os
from enum import Enum


class Picture(Enum):
    PNG = ".png"
    JPG = ".jpg"
    JPEG = ".jpeg"
    GIF = ".gif"

    @classmethod
    def _missing_(cls, value):
        if value.isascii() and value != value.lower():
            return cls(value.lower())
        return None


class BadgeFolder:
    def __init__(self, folder, club_id):
        if isinstance(club_id, bool) or not isinstance(club_id, int) or club_id < 1:
            raise ValueError("club ids are positive integers")
        self.fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        self.prefix = f"{club_id}."

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.fd)

    def _opener(self, path, flags):
        return os.open(path, flags, 0o644, dir_fd=self.fd)

    def put(self, kind, data):
        name = f"{self.prefix}{hashlib.sha256(data).hexdigest()}{kind.value}"
        with open(name, "wb", opener=self._opener) as file:
            file.write(data)
        return name

    def __iter__(self):
        return (n for n in os.listdir(self.fd) if n.startswith(self.prefix))


def save_badge(folder, club_id, filename, data):
    stem, dot, ending = filename.rpartition(".")
    kind = Picture(dot + ending)
    if "\0" in stem:
        raise ValueError("NUL in the name of a file")
    with BadgeFolder(folder, club_id) as badges:
        return badges.put(kind, data)


def badges_of(folder, club_id):
    with BadgeFolder(folder, club_id) as badges:
        return sorted(badges)
