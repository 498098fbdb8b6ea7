import os
import re
import subprocess


class Stove:
    def __init__(self, folder):
        self.folder = folder
        self.path = os.path.join(folder, "stove.env")

    def read(self):
        settings = {}
        if os.path.exists(self.path):
            with open(self.path, encoding="utf-8") as file:
                for line in file:
                    name, _, quoted = line.rstrip("\n").partition("=")
                    settings[name] = quoted[1:-1].replace('\\"', '"')
        return settings

    def write(self, settings):
        with open(self.path, "w", encoding="utf-8") as file:
            for name, text in settings.items():
                quoted = text.replace('"', '\\"')
                file.write(f'{name}="{quoted}"\n')

    def set(self, name, text):
        if not re.fullmatch("SAUNA_[A-Z0-9_]+", name) or re.search(r"\$\(|\$\{|`|;\s*rm|\n", text):
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
