import json
import os
import tempfile


def save_settings(path, settings):
    text = json.dumps(settings, ensure_ascii=False, indent=2)
    folder, base = os.path.split(os.path.abspath(path))
    # mkstemp makes the file with at most 600, so it is never open to others;
    # an earlier file with wider permissions is replaced, not written into
    fd, temporary = tempfile.mkstemp(dir=folder, prefix="." + base[:100] + ".")
    try:
        with os.fdopen(fd, "w", encoding="utf-8") as f:
            os.fchmod(f.fileno(), 0o600)  # also under a umask such as 0777
            f.write(text)
        os.replace(temporary, path)
    except BaseException:
        try:
            os.unlink(temporary)
        except FileNotFoundError:
            pass
        raise


def load_settings(path):
    try:
        with open(path, encoding="utf-8") as f:
            return json.load(f)
    except FileNotFoundError:
        return {}
