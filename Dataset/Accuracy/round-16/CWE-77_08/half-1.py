import fcntl
import os
import re
import subprocess
from contextlib import contextmanager
from pathlib import Path


def _pattern(text):
    """The basic regular expression that fits just this text."""
    return re.sub(r"[\\/.*\[\]^$]", r"\\\g<0>", text)


def _replacement(text):
    return re.sub(r"[\\/&]", r"\\\g<0>", text)


class Style:
    def __init__(self, path):
        self._path = Path(path)

    @contextmanager
    def _alone(self):
        """Two editors may add a rule at the same time."""
        handle = os.open(self._path.resolve().parent, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def _script(self):
        try:
            return self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    def add(self, old, new, note, only=""):
        if not old:
            raise ValueError("old is empty")
        for text in (old, new, note, only):
            # a line feed would begin a new command, a NUL ends texts in C
            if "\n" in text or "\0" in text:
                raise ValueError("only one line, please")
            text.encode("utf-8")
        command = "s/%s/%s/g" % (_pattern(old), _replacement(new))
        if only:
            command = "/%s/%s" % (_pattern(only), command)
        with self._alone():
            script = self._script()
            if script and not script.endswith("\n"):
                script += "\n"
            script += "# %s\n%s\n" % (note, command)
            fresh = self._path.with_name(self._path.name + ".new")
            fresh.write_text(script, encoding="utf-8")
            os.chmod(fresh, self._path.stat().st_mode & 0o777 if self._path.exists() else 0o644)
            os.replace(fresh, self._path)

    def notes(self):
        return [line[2:] for line in self._script().split("\n") if line.startswith("# ")]

    def edit(self, report):
        if not self._script():
            return report
        done = subprocess.run(["sed", "-f", str(self._path)], input=report.encode("utf-8"),
                              stdout=subprocess.PIPE, check=True)
        return done.stdout.decode("utf-8")
