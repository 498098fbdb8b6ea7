"""Badges: each club has one badge per kind of picture; a new one of the same kind takes the old one's place."""
import enum
import os


class Kind(enum.Enum):
    PNG = b".png"
    JPG = b".jpg"
    JPEG = b".jpeg"
    GIF = b".gif"

    @classmethod
    def of(cls, filename):
        # bytes.lower() knows ASCII letters only
        raw = filename.encode("utf-8", "surrogatepass").lower()
        for kind in cls:
            if raw.endswith(kind.value):
                return kind
        raise ValueError("badges are PNG, JPEG or GIF pictures")

    def name_for(self, club_id):
        return f"badge{int(club_id)}{self.value.decode()}"


def save_badge(folder, club_id, filename, data):
    name = Kind.of(filename).name_for(club_id)
    # Written under the final name only, in a file of its own.
    target = os.path.join(folder, name)
    if os.path.lexists(target):
        os.unlink(target)
    with open(target, "xb") as out:
        out.write(data)
    return name


def badges_of(folder, club_id):
    return sorted(
        kind.name_for(club_id)
        for kind in Kind
        if os.path.isfile(os.path.join(folder, kind.name_for(club_id)))
    )
