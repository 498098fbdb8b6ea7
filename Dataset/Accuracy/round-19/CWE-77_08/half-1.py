import os
import re
import subprocess
import tempfile

SPECIAL = re.compile(r"[\\/.*\[\]^$]")


def pattern(text):
    """A basic regular expression for just this text."""
    return SPECIAL.sub(lambda match: f"[{match[0]}]" if match[0] in ".*$" else "\\" + match[0], text)


def replacement(text):
    return re.sub(r"[\\/&]", r"\\\g<0>", text)


class Style:
    def __init__(self, path):
        self._path = path

    def _read(self):
        try:
            with open(self._path, encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def _write(self, script):
        """Writes the whole script at once, for the typesetters may run it at any time."""
        folder = os.path.dirname(os.path.abspath(self._path))
        handle, path = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(script)
            os.chmod(path, 0o644)
            os.replace(path, self._path)
        except BaseException:
            os.unlink(path)
            raise

    def add(self, old, new, note, only=""):
        for text in (old, new, note, only):
            if not isinstance(text, str) or "\n" in text or "\0" in text:
                raise ValueError("not a text of one line")
            text.encode("utf-8")    # UnicodeEncodeError is a ValueError
        if not old:
            raise ValueError("old is empty")
        script = self._read()
        if script and not script.endswith("\n"):
            script += "\n"
        command = f"s/{pattern(old)}/{replacement(new)}/g"
        if only:
            command = f"/{pattern(only)}/{command}"
        self._write(f"{script}# {note}\n{command}\n")

    def notes(self):
        return [line[2:] for line in self._read().split("\n") if line.startswith("# ")]

    def edit(self, report):
        if not self._read():
            return report
        done = subprocess.run(
            ["sed", "-f", os.path.abspath(self._path)], input=report.encode("utf-8"),
            stdout=subprocess.PIPE, check=True, env={**os.environ, "LC_ALL": "C"})
        return done.stdout.decode("utf-8")
