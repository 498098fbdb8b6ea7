import json
import os
import tempfile


def save_settings(path, settings):
    text = json.dumps(settings, ensure_ascii=False, indent=2)
    folder = os.path.dirname(os.path.abspath(path))
    # mkstemp makes a new file of mode 600; an earlier, perhaps open, file is
    # never written to but replaced as a whole
    fd, temporary = tempfile.mkstemp(prefix=".settings-", dir=folder)
    try:
        with os.fdopen(fd, "w", encoding="utf-8", errors="surrogatepass") as f:
            os.fchmod(f.fileno(), 0o600)  # an odd umask may have taken bits away
            f.write(text)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def load_settings(path):
    try:
        with open(path, encoding="utf-8", errors="surrogatepass") as f:
            return json.load(f)
    except FileNotFoundError:
        return {}
