"""Every change is a plan of (kind, from, to) steps; a plan is judged as a whole, then carried out."""
import os
import re
import shutil
from graphlib import TopologicalSorter

# not one control character, no slash; the four endings in ASCII letters only
_NAME = re.compile(r"[^\x00-\x1f/\x7f]*\.(?:[Pp][Dd][Ff]|[Pp][Nn][Gg]|[Jj][Pp][Gg]|[Cc][Ss][Vv])")


class BadName(ValueError):
    """No pattern may have this name."""


class PatternShelf:
    """The files of one folder."""

    def __init__(self, root):
        self._folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY)

    def __del__(self):
        if hasattr(self, "_folder"):
            os.close(self._folder)

    # -- looking
    def _entries(self):
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if _NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                    yield entry.name

    def names(self):
        return sorted(self._entries())

    def _must_be_there(self, name):
        if name not in set(self._entries()):
            raise FileNotFoundError(name)

    @staticmethod
    def _named_after(old, new):
        return new if "." in new else new + old[old.rindex("."):]

    # -- changing
    def _create(self, name, flags=os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW):
        if not _NAME.fullmatch(name):
            raise BadName(name)
        return open(os.open(name, flags, 0o644, dir_fd=self._folder), "wb")

    def _carry_out(self, moves):
        """`moves` maps old names to new ones."""
        for new in moves.values():
            if not _NAME.fullmatch(new):
                raise BadName(new)
        present = set(os.listdir(self._folder))
        goals = list(moves.values())
        if len(set(goals)) != len(goals) or (present - moves.keys()) & set(goals):
            raise FileExistsError("there is a file of this name already")
        # a file goes only after the one whose place it takes has gone
        graph = {old: {new} & moves.keys() for old, new in moves.items()}
        for old in TopologicalSorter(graph).static_order():
            os.rename(old, moves[old], src_dir_fd=self._folder, dst_dir_fd=self._folder)

    def add(self, name, data):
        with self._create(name) as stream:
            stream.write(data)
        return name

    def rename(self, old, new):
        self._must_be_there(old)
        new = self._named_after(old, new)
        if new == old:
            raise FileExistsError(new)
        self._carry_out({old: new})
        return new

    def copy(self, old, new):
        self._must_be_there(old)
        new = self._named_after(old, new)
        source = os.open(old, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=self._folder)
        with open(source, "rb") as stream, self._create(new) as copy:
            shutil.copyfileobj(stream, copy)
        return new

    def replace(self, text, other):
        renewed = ((name, other.join(name.split(text))) for name in self.names())
        moves = {name: new for name, new in renewed if name != new}
        self._carry_out(moves)
        return sorted(moves.values())
