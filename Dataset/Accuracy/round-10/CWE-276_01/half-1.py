"""Settings of one person, with a password among them, kept in a private file."""
import json
import os
import shutil
import tempfile


def save_settings(path, settings):
    # mkstemp: a fresh name, O_EXCL, nobody but us may open it, from the first moment on.
    handle, draft = tempfile.mkstemp(prefix="gauge-", suffix=".json")
    try:
        os.fchmod(handle, 0o600)            # also under an odd umask
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(settings, file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        # The finished file takes the place of the old one.
        shutil.move(draft, os.path.abspath(path))
    except BaseException:
        try:
            os.unlink(draft)
        except FileNotFoundError:
            pass
        raise


def load_settings(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}
