import json
import os
import shutil
import tempfile


def save_settings(path, settings):
    folder = os.path.dirname(os.path.abspath(path))
    fd, draft = tempfile.mkstemp(prefix=".settings-", dir=folder)
    try:
        with os.fdopen(fd, "w", encoding="utf-8") as file:
            if os.path.isfile(path):
                shutil.copystat(path, draft)
            json.dump(settings, file)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(draft, 0o600)
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise


def load_settings(path):
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return json.load(file)
