import os
import re
import subprocess
import tempfile

NAME = re.compile(r"SAUNA_[A-Z0-9_]+")


class Stove:
    """The file has an entry NAME='TEXT' for each setting. In single quotes the
    shell takes everything for what it is; a quote itself is written as '\\''."""

    FILE = "stove.env"

    def __init__(self, folder):
        self._folder = folder
        self._file = os.path.join(folder, self.FILE)

    # ---- the file

    def _read(self):
        try:
            with open(self._file, encoding="utf-8", newline="") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def _write(self, content):
        handle, draft = tempfile.mkstemp(prefix=".stove-", dir=self._folder)
        try:
            with open(handle, "w", encoding="utf-8", newline="") as file:
                file.write(content)
            os.replace(draft, self._file)
        except BaseException:
            os.unlink(draft)
            raise

    @staticmethod
    def _entry(name):
        return re.compile(rf"^{name}='((?:[^'\n]|'\\'')*)'\n", re.MULTILINE)

    # ---- the settings

    def set(self, name, text):
        if not NAME.fullmatch(name):
            raise ValueError("there is no setting of this name")
        if any(ord(sign) < 32 or ord(sign) == 127 for sign in text):
            raise ValueError("the text has to be of one line")
        text.encode("utf-8")
        quoted = text.replace("'", r"'\''")
        content = self._entry(name).sub("", self._read())
        self._write(content + f"{name}='{quoted}'\n")

    def get(self, name):
        found = self._entry(name).search(self._read())
        return found[1].replace(r"'\''", "'") if found else None

    def remove(self, name):
        content = self._read()
        left = self._entry(name).sub("", content)
        if left != content:
            self._write(left)

    def names(self):
        return sorted(re.findall(r"^(SAUNA_[A-Z0-9_]+)='", self._read(), re.MULTILINE))

    # ---- the stove

    def switch_on(self, programme):
        done = subprocess.run(["/bin/sh", "./start.sh", programme], cwd=self._folder)
        return done.returncode == 0
