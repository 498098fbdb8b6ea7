"""A new file is always made without a name that others know (mkstemp), and gets its place complete with its mode."""
import itertools
import logging
import os
import pathlib
import stat
import tempfile

log = logging.getLogger(__name__)
OWNER_ONLY = stat.S_IRUSR | stat.S_IWUSR


class DoseLog:
    def __init__(self, path, most):
        if most < 1:
            raise ValueError("most is at least 1")
        self._here = pathlib.Path(path)
        self._aside = pathlib.Path(str(path) + ".1")
        self._most = most
        for old in (self._aside, self._here):
            try:
                old.chmod(OWNER_ONLY)
            except FileNotFoundError:
                log.debug("no %s yet", old)
        self._turn()

    def _turn(self):
        if os.path.lexists(self._here):
            os.replace(self._here, self._aside)
        fd, name = tempfile.mkstemp(dir=self._here.parent, prefix=".dose")
        try:
            os.fchmod(fd, OWNER_ONLY)
            os.rename(name, self._here)
        except BaseException:
            os.close(fd)
            os.unlink(name)
            raise
        self._out = os.fdopen(fd, "w", encoding="utf-8", newline="")
        self._room = itertools.repeat(None, self._most)

    def write(self, text):
        for _ in self._room:
            break
        else:
            self._out.close()
            self._turn()
            next(self._room)
        print(text, file=self._out, end="\n", flush=True)

    def lines(self):
        files = filter(os.path.exists, (self._aside, self._here))
        return [line.decode("utf-8") for file in files for line in pathlib.Path(file).read_bytes().split(b"\n")[:-1]]

    def close(self):
        self._out.close()
