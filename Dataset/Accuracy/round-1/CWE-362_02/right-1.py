import os
import tempfile
from contextlib import ExitStack, suppress


def _file(folder, night):
    return os.path.join(folder, f"{night}.txt")


def reserve_night(folder, night, observer):
    with ExitStack() as cleanup:
        handle, draft = tempfile.mkstemp(prefix=".draft-", suffix=".part", dir=folder)
        cleanup.callback(os.unlink, draft)
        with os.fdopen(handle, "wb") as out:
            out.write(observer.encode("utf-8"))
            os.fchmod(out.fileno(), 0o644)
        try:
            os.link(draft, _file(folder, night))
        except FileExistsError:
            return False
        return True


def observer_of(folder, night):
    with suppress(FileNotFoundError), open(_file(folder, night), encoding="utf-8", newline="") as source:
        return source.read()
    return None
