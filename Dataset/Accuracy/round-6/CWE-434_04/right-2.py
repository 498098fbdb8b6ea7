import string
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from shutil import copyfileobj

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


class Kind(Enum):
    DOCUMENT = ".pdf"
    PICTURE = ".png"
    PHOTO = ".jpg"
    TABLE = ".csv"


@dataclass(frozen=True, order=True)
class Name:
    value: str

    def __post_init__(self):
        Kind(self.value[-4:].translate(_LOWER))
        match self.value:
            case text if any(c in text for c in "/\\\0\r\n"):
                raise ValueError("no folders and no lines in a name")
            case text if len(text.encode()) > 255:
                raise ValueError("too long a name")

    @classmethod
    def after(cls, old, new):
        return cls(new if "." in new else new + old[-4:])


class PatternShelf:
    """The files of one folder.

    Patterns are documents (.pdf), pictures (.png, .jpg) and tables of measures (.csv), with the
    ending in lower or upper case. All files lie directly in the folder.
    """

    def __init__(self, root):
        self.root = Path(root)

    def names(self):
        """The sorted list of all names."""
        return sorted(path.name for path in self.root.glob("*") if path.is_file())

    def add(self, name, data):
        """Stores the bytes `data` as a new file and returns its name."""
        path = self.root / Name(name).value
        with path.open("xb") as out:
            out.write(data)
        return path.name

    def _two(self, old, new):
        if old not in self.names():
            raise FileNotFoundError(old)
        target = self.root / Name.after(old, new).value
        if target.exists():
            raise FileExistsError(target.name)
        return self.root / old, target

    def rename(self, old, new):
        """Gives the file `old` another name, and returns it."""
        source, target = self._two(old, new)
        return source.rename(target).name

    def copy(self, old, new):
        """Stores the content of the file `old` in a second file."""
        source, target = self._two(old, new)
        with source.open("rb") as given, target.open("xb") as out:
            copyfileobj(given, out)
        return target.name

    def replace(self, text, other):
        """Replaces `text`, which is not empty, by `other` wherever it stands in a name."""
        before = self.names()
        after = [name.replace(text, other) for name in before]
        moves = {old: Name(new).value for old, new in zip(before, after) if old != new}
        if after and max(Counter(after).values()) > 1 or any(
                (self.root / new).exists() and new not in moves for new in moves.values()):
            raise FileExistsError("names must differ")

        def order(old):
            """How many others have to make room first."""
            return 1 + order(moves[old]) if moves[old] in moves else 0

        with ExitStack() as undo:
            for old in sorted(moves, key=order):
                source, target = self.root / old, self.root / moves[old]
                source.rename(target)
                undo.callback(target.rename, source)
            undo.pop_all()
        return sorted(moves.values())
