import json
import os
import tempfile


class SettingsFile:
    def __init__(self, path):
        self.path = path

    def write(self, settings):
        folder = os.path.dirname(os.path.abspath(self.path))
        descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".settings-")
        try:
            with os.fdopen(descriptor, "w") as file:
                json.dump(settings, file)
            os.replace(temporary, self.path)
        except BaseException:
            os.unlink(temporary)
            raise

    def read(self):
        try:
            with open(self.path) as file:
                return json.load(file)
        except FileNotFoundError:
            return {}


def save_settings(path, settings):
    SettingsFile(path).write(settings)


def load_settings(path):
    return SettingsFile(path).read()
