import enum
import itertools
import logging
from dataclasses import dataclass
from pathlib import Path


class Kind(enum.Enum):
    PNG = "png"
    JPG = "jpg"
    JPEG = "jpeg"
    GIF = "gif"

    @classmethod
    def of(cls, filename):
        _, dot, tail = filename.rpartition(".")
        if not (dot and tail.isascii()):
            raise ValueError("no known ending")
        return cls(tail.lower())


@dataclass(frozen=True, order=True)
class Badge:
    club: int
    number: int
    kind: Kind

    def __str__(self):
        return f"{self.club}_{self.number}.{self.kind.value}"


def _stored(folder):
    for path in Path(folder).iterdir():
        left, _, ending = path.name.rpartition(".")
        club, _, number = left.partition("_")
        try:
            badge = Badge(int(club), int(number), Kind(ending))
        except ValueError:
            continue
        if str(badge) == path.name:
            yield badge


def save_badge(folder, club_id, filename, data):
    kind = Kind.of(filename)
    if not club_id > 0:
        raise ValueError("clubs are counted from 1")
    for number in itertools.count(1):
        badge = Badge(club_id, number, kind)
        try:
            with Path(folder, str(badge)).open("xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        logging.getLogger(__name__).debug("stored %s", badge)
        return str(badge)


def badges_of(folder, club_id):
    return sorted(str(badge) for badge in _stored(folder) if badge.club == club_id)
