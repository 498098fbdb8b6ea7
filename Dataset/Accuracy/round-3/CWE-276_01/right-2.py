import json
import tempfile
from pathlib import Path


class SettingsFile:
    def __init__(self, path):
        self.path = Path(path)

    def write(self, settings):
        folder = tempfile.TemporaryDirectory(dir=self.path.parent, prefix=".settings-")
        with folder as private:
            Path(private).chmod(0o700)
            draft = Path(private, "draft")
            draft.touch(mode=0o600, exist_ok=False)
            draft.chmod(0o600)
            draft.write_text(json.dumps(settings, sort_keys=False), encoding="utf-8")
            draft.replace(self.path)

    def read(self):
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            text = "{}"
        return json.loads(text)


def save_settings(path, settings):
    SettingsFile(path).write(settings)


def load_settings(path):
    return SettingsFile(path).read()
