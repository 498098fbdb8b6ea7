"""Files are made ready in a closed folder of their own beside the index, and moved out."""
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


def _beside(path):
    return [Path(path)] + [Path(f"{path}.{n}") for n in (1, 2, 3)]


def _fresh(workshop, source):
    made = Path(workshop) / f"card-{source.name}"
    data = source.read_bytes()
    made.touch(0o600, exist_ok=False)
    made.chmod(0o600)
    made.write_bytes(data)
    return made


@contextmanager
def _workshop(index):
    with TemporaryDirectory(dir=index.parent, prefix=".cards-") as workshop:
        Path(workshop).chmod(0o700)         # a strict umask may have shut us out
        yield workshop


def back_up(path):
    names = _beside(path)
    if not names[0].is_file():
        raise FileNotFoundError(2, "there is no index", str(path))
    with _workshop(names[0]) as workshop:
        ready = [_fresh(workshop, name) if name.is_file() else None for name in names[:-1]]
        for name, new in reversed(list(zip(names[1:], ready))):
            if new is None:
                name.unlink(missing_ok=True)
            else:
                new.replace(name)


def restore(path, number):
    names = _beside(path)
    if number not in copies(path):
        raise FileNotFoundError(2, "there is no such copy", f"{path}.{number}")
    with _workshop(names[0]) as workshop:
        _fresh(workshop, names[number]).replace(names[0])


def copies(path):
    return [n for n, name in enumerate(_beside(path)) if n and name.is_file()]
