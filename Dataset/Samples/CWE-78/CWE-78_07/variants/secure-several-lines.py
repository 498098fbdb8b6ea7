import os
import re
import subprocess

SETTING = re.compile(r"(SAUNA_[A-Z0-9_]*)='((?:[^']|'\\'')*)'\n")


class Stove:
    def __init__(self, folder):
        self.folder = folder

    @property
    def path(self):
        return os.path.join(self.folder, "stove.env")

    def content(self):
        try:
            with open(self.path, encoding="utf-8", newline="") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def settings(self):
        return {name: quoted.replace("'\\''", "'") for name, quoted in SETTING.findall(self.content())}

    def change(self, settings):
        with open(f"{self.path}~", "w", encoding="utf-8", newline="") as file:
            for name, text in settings.items():
                file.write("%s='%s'\n" % (name, text.replace("'", "'\\''")))
        os.replace(file.name, self.path)

    def set(self, name, text):
        if re.fullmatch(r"SAUNA_[A-Z0-9_]+", name, re.ASCII) and "\0" not in text:
            text.encode()
            self.change({**self.settings(), name: text})

    def get(self, name):
        return self.settings().get(name)

    def remove(self, name):
        self.change({one: text for one, text in self.settings().items() if one != name})

    def names(self):
        return sorted(self.settings().keys())

    def switch_on(self, programme):
        return os.spawnlp(os.P_WAIT, "env", "env", "-C", self.folder, "/bin/sh", "start.sh", programme) == 0
