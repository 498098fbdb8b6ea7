import os
import re
import shlex
import subprocess
import unicodedata


class Stove:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        self.path = os.path.join(self.folder, "stove.env")

    # One line for each setting, such as  SAUNA_GREETING='Hi!'
    # A line that is not to be changed stays just as it is.

    def _lines(self):
        if not os.path.exists(self.path):
            return []
        with open(self.path, "rb") as file:
            return file.read().decode("utf-8").splitlines()

    def _save(self, lines):
        content = "".join(line + "\n" for line in lines).encode("utf-8")
        with open(self.path + ".new", "wb") as file:
            file.write(content)
        os.replace(self.path + ".new", self.path)

    @staticmethod
    def _name(line):
        return line.partition("=")[0]

    @staticmethod
    def _check(name, text):
        if re.fullmatch("SAUNA_[A-Z0-9_]+", name) is None:
            raise ValueError(f"{name!r} cannot be set")
        for sign in text:
            # line feeds, carriage returns, NUL and the like; halves of characters
            if unicodedata.category(sign) in ("Cc", "Cs"):
                raise ValueError("the text is not of one line")

    def set(self, name, text):
        self._check(name, text)
        lines = [line for line in self._lines() if self._name(line) != name]
        self._save(lines + [name + "=" + shlex.quote(text)])

    def get(self, name):
        for line in self._lines():
            if self._name(line) == name:
                return shlex.split(line)[0].partition("=")[2]
        return None

    def remove(self, name):
        lines = self._lines()
        rest = [line for line in lines if self._name(line) != name]
        if len(rest) < len(lines):
            self._save(rest)

    def names(self):
        return sorted(map(self._name, self._lines()))

    def switch_on(self, programme):
        command = ["/bin/sh", os.path.join(self.folder, "start.sh"), programme]
        return subprocess.run(command, cwd=self.folder).returncode == 0
