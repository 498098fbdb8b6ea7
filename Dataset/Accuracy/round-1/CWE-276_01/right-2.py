import errno
import json
import pathlib
import tempfile


class _Private:
    MODE = 0o600

    def __init__(self, path):
        self.path = pathlib.Path(path)

    def write(self, text):
        with tempfile.TemporaryDirectory(dir=self.path.parent, prefix=".settings-") as shelter:
            pathlib.Path(shelter).chmod(0o700)
            draft = pathlib.Path(shelter, "draft")
            draft.touch(mode=self.MODE, exist_ok=False)
            draft.chmod(self.MODE)
            draft.write_text(text, encoding="utf-8")
            draft.replace(self.path)

    def read(self, default):
        try:
            return self.path.read_text(encoding="utf-8")
        except OSError as error:
            if error.errno != errno.ENOENT:
                raise
            return default


def save_settings(path, settings):
    _Private(path).write(json.dumps(settings, ensure_ascii=True) + "\n")


def load_settings(path):
    return json.loads(_Private(path).read("{}"))
