import logging
import os
import shutil
import stat
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path

log = logging.getLogger("card-index")
NUMBERS = (1, 2, 3)
PRIVATE = stat.S_IRUSR | stat.S_IWUSR


def _copy_name(path, number):
    return Path(f"{path}.{number}")


@contextmanager
def _private_file(folder):
    """A new file, mode 600 from the start; removed unless it is put somewhere with os.replace."""
    fd, name = tempfile.mkstemp(prefix=".cards-", dir=folder)
    with ExitStack() as cleanup:
        cleanup.callback(lambda: Path(name).unlink(missing_ok=True))
        with open(fd, "wb") as file:
            os.fchmod(file.fileno(), PRIVATE)      # the umask may have taken rights of ours
            yield file, lambda target: os.replace(name, target)


@contextmanager
def _duplicate(source):
    with open(source, "rb") as original, _private_file(Path(source).absolute().parent) as (file, put):
        shutil.copyfileobj(original, file, 1 << 20)
        file.flush()
        yield put


def _tighten(copy):
    if copy.is_symlink():
        with _duplicate(copy) as put:              # the link gives way to a file of its own
            put(copy)
    else:
        copy.chmod(PRIVATE)


def back_up(path):
    one, two, three = (_copy_name(path, n) for n in NUMBERS)
    with _duplicate(path) as put:
        for copy in filter(Path.exists, (one, two, three)):
            _tighten(copy)
        three.unlink(missing_ok=True)
        for old, new in ((two, three), (one, two)):
            if old.exists():
                old.replace(new)
        put(one)
    log.info("copied %s", path)


def restore(path, number):
    if number not in NUMBERS:
        raise FileNotFoundError(f"there is no copy {number!r}")
    with _duplicate(_copy_name(path, number)) as put:
        put(path)


def copies(path):
    return [n for n in NUMBERS if _copy_name(path, n).exists()]
