import errno
import json
import os
import secrets
from pathlib import Path
from stat import S_IRUSR, S_IWUSR

OWNER_ONLY = S_IRUSR | S_IWUSR


class PrivateFile:
    def __init__(self, path):
        self.path = Path(path)

    def __set(self, text):
        draft = self.path.with_name(f".{secrets.token_hex(8)}.part")
        handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_NOFOLLOW, OWNER_ONLY)
        try:
            os.fchmod(handle, OWNER_ONLY)
            view = memoryview(text.encode())
            while view:
                view = view[os.write(handle, view):]
            os.fsync(handle)
            os.replace(draft, self.path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        finally:
            os.close(handle)

    def __get(self):
        return self.path.read_text("utf-8")

    text = property(__get, __set)


def save_settings(path, settings):
    PrivateFile(path).text = json.dumps(settings, sort_keys=False)


def load_settings(path):
    try:
        return json.loads(PrivateFile(path).text)
    except OSError as problem:
        if problem.errno != errno.ENOENT:
            raise
        return {}
