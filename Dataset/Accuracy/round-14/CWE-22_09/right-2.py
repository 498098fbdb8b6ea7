from functools import reduce
from pathlib import Path, PurePosixPath


class Refused(FileNotFoundError, ValueError):
    """Such a name leads nowhere."""


def _step(stack, part):
    # names are resolved on paper; who goes up from the top stays at the top
    match part:
        case "" | ".":
            return stack
        case "..":
            return stack[:-1]
        case _:
            return (*stack, part)


class Disks:
    def __init__(self, folder):
        self.top = Path(folder).resolve()

    def _place(self, name):
        if any(c == "\0" or "\ud800" <= c <= "\udfff" for c in name):
            raise Refused("strange signs in a name")
        parts = (part.strip(" ") for part in name.rstrip(". ").replace("\\", "/").lower().split("/"))
        stack = reduce(_step, parts, ())
        place = PurePosixPath(*stack)
        if place.is_absolute() or ".." in place.parts or place.parts[:1] == ("staff",):
            raise Refused(name)
        return self.top / place

    def load(self, name):
        place = self._place(name)
        try:
            return place.read_bytes()
        except OSError as problem:
            raise FileNotFoundError(name) from problem

    def save(self, name, data):
        place = self._place(name)
        if place == self.top:
            raise Refused(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def directory(self, name):
        place = self._place(name)
        try:
            hidden = {self.top / "staff"}
            return sorted(one.name for one in place.iterdir() if one not in hidden)
        except OSError as problem:
            raise FileNotFoundError(name) from problem
