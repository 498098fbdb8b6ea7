import json
import logging
from contextlib import contextmanager
from os import fsync
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

log = logging.getLogger("gauge")
MODE = 0o600


@contextmanager
def taking_the_place_of(target):
    """A new file in a folder of mode 700, which is put in place when all has gone well."""
    with TemporaryDirectory(prefix=".gauge-", dir=target.parent) as private:
        with NamedTemporaryFile("x", encoding="utf-8", dir=private, delete=False) as draft:
            yield draft
            draft.flush()
            fsync(draft.fileno())
        Path(draft.name).chmod(MODE)
        Path(draft.name).rename(target)


def save_settings(path, settings):
    if not isinstance(settings, dict):
        raise TypeError("settings are a dictionary")
    encoder = json.JSONEncoder(indent=1, sort_keys=False)
    with taking_the_place_of(Path(path)) as draft:
        draft.writelines(encoder.iterencode(settings))
    log.debug("%d settings stored", len(settings))


def load_settings(path):
    source = Path(path)
    if not source.exists():
        return {}
    return json.loads(source.read_bytes())
