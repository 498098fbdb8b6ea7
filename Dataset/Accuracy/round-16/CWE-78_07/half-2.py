import os
import re
import shlex
import subprocess


class Stove:
    """The settings of the stove. In the file there is one line for each, NAME='text'."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        self.path = os.path.join(self.folder, "stove.env")

    def _load(self):
        settings = {}
        if os.path.exists(self.path):
            with open(self.path, encoding="utf-8", newline="\n") as file:
                for line in file:
                    name, _, word = line.rstrip("\n").partition("=")
                    settings[name] = "".join(shlex.split(word))
        return settings

    def _save(self, settings):
        content = "".join("%s=%s\n" % (name, shlex.quote(settings[name])) for name in settings)
        content = content.encode("utf-8")
        # Never write into the file itself: the shell may be reading it just now.
        new = self.path + ".new"
        with open(new, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, self.path)

    def set(self, name, text):
        if re.fullmatch("SAUNA_[A-Z0-9_]+", name) is None:
            raise ValueError("a setting cannot have this name")
        if "\n" in text or "\r" in text or "\0" in text:
            raise ValueError("the text of a setting has one line")
        settings = self._load()
        settings[name] = text
        self._save(settings)

    def get(self, name):
        return self._load().get(name)

    def remove(self, name):
        settings = self._load()
        if name in settings:
            del settings[name]
            self._save(settings)

    def names(self):
        return sorted(self._load())

    def switch_on(self, programme):
        done = subprocess.run(["/bin/sh", "./start.sh", programme], cwd=self.folder)
        return done.returncode == 0
