import pathlib
import string
import subprocess

ALLOWED = set(string.ascii_uppercase + string.digits + "_")


class Stove:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.file = self.folder / "stove.env"

    def _load(self):
        found = {}
        content = self.file.read_text("utf-8") if self.file.exists() else ""
        for line in content.split("\n"):
            if line:
                name, _, text = line.partition("=")
                signs = iter(text)
                found[name] = "".join(next(signs) if sign == "\\" else sign for sign in signs)
        return found

    def _save(self, settings):
        lines = []
        for name, text in settings.items():
            lines.append(name + "=" + "".join(sign if sign.isalnum() else "\\" + sign for sign in text) + "\n")
        draft = self.folder / "stove.new"
        draft.write_text("".join(lines), "utf-8")
        draft.replace(self.file)

    def set(self, name, text):
        rest = name.removeprefix("SAUNA_")
        if rest == name or not rest or not set(rest) <= ALLOWED:
            raise ValueError(f"{name!r} is no name of a setting")
        if any(sign in text for sign in "\n\r\0"):
            raise ValueError("one line, please")
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
        process = subprocess.Popen(["/bin/sh", "start.sh", programme], cwd=self.folder)
        return process.wait() == 0
