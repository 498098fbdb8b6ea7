import os
import stat


class Screen:
    """Goes down with each folder open, and makes sure that what was opened is what was looked at."""

    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def _descend(self, at, part):
        before = os.stat(part, dir_fd=at, follow_symlinks=False)
        if not stat.S_ISDIR(before.st_mode) and not stat.S_ISREG(before.st_mode):
            raise OSError("neither a folder nor a file")
        opened = os.open(part, os.O_RDONLY | os.O_NONBLOCK, dir_fd=at)
        if not os.path.samestat(before, os.fstat(opened)):
            os.close(opened)
            raise OSError("it was exchanged")
        return opened

    def page(self, path):
        opened = [os.open(self.folder, os.O_RDONLY)]
        try:
            for part in path.split("/"):
                opened.append(self._descend(opened[-1], part))
            data = os.read(opened[-1], 2001)
        except OSError:
            return None
        finally:
            for one in opened:
                os.close(one)
        return None if len(data) > 2000 else "<pre>" + data.decode("utf-8", "replace") + "</pre>"
