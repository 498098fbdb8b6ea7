import os
import shutil
import tarfile
from contextlib import closing


class Shelf:
    """Writes below one folder, opening each folder on the way by its descriptor and never through a link."""

    FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW

    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self.root = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def close(self):
        os.close(self.root)

    def _folder(self, parts):
        here = os.dup(self.root)
        for part in parts:
            try:
                try:
                    os.mkdir(part, dir_fd=here)
                except FileExistsError:
                    pass
                below = os.open(part, self.FLAGS, dir_fd=here)
            finally:
                os.close(here)
            here = below
        return here

    def make(self, parts):
        os.close(self._folder(parts))

    def put(self, parts, source):
        *above, name = parts
        here = self._folder(above)
        try:
            try:
                os.unlink(name, dir_fd=here)
            except FileNotFoundError:
                pass
            fd = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666, dir_fd=here)
            with open(fd, "wb") as target:
                shutil.copyfileobj(source, target)
        finally:
            os.close(here)

    def first_line(self, name):
        fd = os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=self.root)
        with open(fd, encoding="utf-8") as text:
            return text.readline().removesuffix("\n")


def parts_of(member):
    parts = member.name.split("/")
    if member.name.startswith("/") or ".." in parts or "\0" in member.name:
        raise ValueError(f"refused: {member.name!r}")
    if not member.isdir() and not member.isreg():
        raise ValueError(f"refused, neither a file nor a folder: {member.name!r}")
    parts = [part for part in parts if part not in ("", ".")]
    if member.isreg() and not parts:
        raise ValueError("refused: a file without a name")
    return parts


def install_tour(archive, folder):
    unpacked = {}
    with closing(Shelf(folder)) as shelf, tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            parts = parts_of(member)
            if member.isdir():
                shelf.make(parts)
            else:
                with tar.extractfile(member) as source:
                    shelf.put(parts, source)
                unpacked[tuple(parts)] = member.name
        title = shelf.first_line("index.txt") if ("index.txt",) in unpacked else ""
    return {"title": title, "files": sorted("/".join(parts) for parts in unpacked)}
