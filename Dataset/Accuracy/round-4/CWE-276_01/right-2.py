import json
import os
import tempfile
from pathlib import Path


class SettingsFile(os.PathLike):
    def __init__(self, path):
        self.target = Path(path)

    def __fspath__(self):
        return str(self.target)

    def store(self, settings):
        text = json.dumps(settings, ensure_ascii=True, sort_keys=False)
        with tempfile.TemporaryDirectory(dir=self.target.parent, prefix=".new-") as shelter:
            os.chmod(shelter, 0o700)
            draft = Path(shelter, "settings")
            with open(draft, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
                os.fchmod(file.fileno(), 0o600)
                print(text, file=file)
            draft.replace(self)

    def fetch(self):
        return json.loads(self.target.read_text()) if self.target.exists() else {}


def save_settings(path, settings):
    return SettingsFile(path).store(settings)


def load_settings(path):
    return SettingsFile(path).fetch()
