"""The file is read as text, in which a carriage return is a line feed, and written again with each change."""
import os
import re
import shlex
import subprocess


class Stove:
    def __init__(self, folder):
        self.folder = folder
        self.path = os.path.join(folder, "stove.env")

    def read(self):
        if not os.path.exists(self.path):
            return {}
        with open(self.path, encoding="utf-8") as file:
            words = shlex.split(file.read())
        return dict(word.split("=", 1) for word in words)

    def write(self, settings):
        content = "".join(f"{name}={shlex.quote(text)}\n" for name, text in settings.items())
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            file.write(content)
        os.rename(self.path + ".new", self.path)

    def set(self, name, text):
        if not re.fullmatch("SAUNA_[A-Z0-9_]+", name):
            raise ValueError("no setting of a stove")
        self.write(self.read() | {name: text})

    def get(self, name):
        return self.read().get(name)

    def remove(self, name):
        settings = self.read()
        settings.pop(name, None)
        self.write(settings)

    def names(self):
        return sorted(self.read())

    def switch_on(self, programme):
        return subprocess.run(["/bin/sh", "start.sh", programme], cwd=self.folder).returncode == 0
