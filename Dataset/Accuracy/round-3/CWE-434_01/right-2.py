import hashlib
import logging
import re
from pathlib import Path

logger = logging.getLogger(__name__)
PICTURE = re.compile(r"\A(?:[\s\S]*)(?P<ending>\.(?:[Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Gg][Ii][Ff]))\Z")


class NotAPicture(ValueError):
    pass


class Shelf:
    def __init__(self, folder, club_id):
        self.folder = Path(folder)
        self.prefix = "c%d-" % club_id

    def __iter__(self):
        for path in self.folder.iterdir():
            if path.name.startswith(self.prefix) and PICTURE.match(path.name):
                yield path.name

    def put(self, ending, data):
        name = self.prefix + hashlib.sha256(data).hexdigest()[:32] + ending
        (self.folder / name).write_bytes(data)
        return name


def save_badge(folder, club_id, filename, data):
    if (found := PICTURE.match(filename)) is None:
        logger.warning("upload of club %d refused: %r", club_id, filename)
        raise NotAPicture(filename)
    return Shelf(folder, club_id).put(found["ending"], data)


def badges_of(folder, club_id):
    return sorted(Shelf(folder, club_id))
