import errno
import os
import stat


class Panels:
    """Follows links itself, name by name, and never above the folder: the way down is a list of names."""

    def __init__(self, folder):
        self.top = os.path.realpath(folder)

    def at(self, names):
        return "/".join([self.top, *names])

    def follow(self, path, last=True):
        left, way, links = self.split(path), [], 0
        while left:
            name = left.pop(0)
            if name == "..":
                if not way:
                    raise PermissionError(errno.EACCES, "above the folder", path)
                way.pop()
                continue
            here = self.at([*way, name])
            if os.path.islink(here) and (left or last):
                links += 1
                target = os.readlink(here)
                if links > 30:
                    raise OSError(errno.ELOOP, "too many links", path)
                if target.startswith("/"):
                    real = os.path.realpath(os.path.dirname(target)) + "/" + os.path.basename(target)
                    if real.rstrip("/") == self.top:
                        real = self.top + "/"
                    if not real.startswith(self.top + "/"):
                        raise PermissionError(errno.EACCES, "outside of the folder", path)
                    way, target = [], real[len(self.top):]
                left = self.split(target) + left
            else:
                way.append(name)
        return way

    @staticmethod
    def split(path):
        return [name for name in path.split("/") if name not in ("", ".")]

    def entry(self, path):
        way = self.follow(path, last=False)
        if not way:
            raise PermissionError(errno.EACCES, "the folder itself", path)
        return way

    def make_way(self, path):
        way = self.entry(path)
        if os.path.lexists(self.at(way)):
            raise FileExistsError(errno.EEXIST, "there is something", path)
        os.makedirs(self.at(way[:-1]), exist_ok=True)
        return way

    def read(self, path):
        with open(self.at(self.follow(path)), "rb") as panel:
            return panel.read()

    def write(self, path, data):
        way = self.follow(path)
        os.makedirs(self.at(way[:-1]), exist_ok=True)
        with open(self.at(way), "wb") as panel:
            panel.write(data)

    def shortcut(self, path, target):
        to = self.follow(target)
        os.stat(self.at(to))
        way = self.make_way(path)
        os.symlink("/".join([*[".."] * (len(way) - 1), *to]) or ".", self.at(way))

    def move(self, path, new):
        way = self.entry(path)
        mode = os.lstat(self.at(way)).st_mode
        if stat.S_ISLNK(mode):
            to = self.follow(path)
            there = self.make_way(new)
            os.symlink("/".join([*[".."] * (len(there) - 1), *to]) or ".", self.at(there))
            os.unlink(self.at(way))
        elif stat.S_ISREG(mode):
            os.replace(self.at(way), self.at(self.make_way(new)))
        else:
            raise IsADirectoryError(errno.EISDIR, "no panel", path)

    def remove(self, path):
        os.unlink(self.at(self.entry(path)))

    def names(self, path=""):
        with os.scandir(self.at(self.follow(path))) as found:
            return sorted(one.name for one in found)
