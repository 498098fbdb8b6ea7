"""Settings of one person, with a password among them, kept in a private file."""
import json
import os
import stat

_FLAGS = os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC


def _is_private(state):
    return (stat.S_ISREG(state.st_mode) and stat.S_IMODE(state.st_mode) == 0o600
            and state.st_uid == os.geteuid() and state.st_nlink == 1)


def _open_draft(name):
    """A private draft, in the folder of the settings. One that a run which was stopped
    has left behind is taken again if it is ours alone; otherwise it is thrown away."""
    while True:
        try:
            handle = os.open(name, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600)
            os.fchmod(handle, 0o600)
            return handle
        except FileExistsError:
            pass
        try:
            handle = os.open(name, _FLAGS)
        except OSError:
            os.unlink(name)
            continue
        if _is_private(os.fstat(handle)):
            os.ftruncate(handle, 0)
            return handle
        os.close(handle)
        os.unlink(name)


def save_settings(path, settings):
    text = json.dumps(settings, indent=2)
    draft = path + ".new"
    with os.fdopen(_open_draft(draft), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)


def load_settings(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}
