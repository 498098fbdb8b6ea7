import json
import os
import stat
import tempfile


def _is_private(path):
    try:
        info = os.lstat(path)
    except FileNotFoundError:
        return False
    return stat.S_ISREG(info.st_mode) and info.st_uid == os.geteuid() and stat.S_IMODE(info.st_mode) == 0o600


def save_settings(path, settings):
    text = json.dumps(settings)
    if _is_private(path):
        with open(path, "r+", encoding="utf-8") as file:
            file.truncate()
            file.write(text)
        return
    fd, draft = tempfile.mkstemp(prefix=".settings-", dir=os.path.dirname(path) or ".")
    try:
        with open(fd, "w", encoding="utf-8") as file:
            os.fchmod(fd, 0o600)
            file.write(text)
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise


def load_settings(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}
