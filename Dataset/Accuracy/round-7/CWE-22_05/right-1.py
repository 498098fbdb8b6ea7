"""Works with directory descriptors only; every step is opened with O_NOFOLLOW."""
import base64
import contextlib
import json
import os
import stat
from dataclasses import asdict, dataclass

DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
STEP = DIRECTORY | os.O_NOFOLLOW


@dataclass(frozen=True, order=True)
class Design:
    name: str
    data: str

    def __post_init__(self):
        if not (isinstance(self.name, str) and isinstance(self.data, str)):
            raise ValueError("name and data are texts")
        if "\0" in self.name or {"", ".", ".."} & set(self.steps):
            raise ValueError(f"{self.name!r} is no name within the folder")

    @property
    def steps(self):
        return self.name.split("/")

    def below(self, only):
        wanted = [] if only is None else [s for s in only.split("/") if s]
        return len(self.steps) > len(wanted) and self.steps[:len(wanted)] == wanted


@contextlib.contextmanager
def opened(path, flags, dir_fd=None):
    fd = os.open(path, flags, dir_fd=dir_fd)
    try:
        yield fd
    finally:
        os.close(fd)


def _designs(fd, prefix=""):
    for name in os.listdir(fd):
        mode = os.stat(name, dir_fd=fd, follow_symlinks=False).st_mode
        if stat.S_ISDIR(mode):
            with opened(name, STEP, fd) as sub:
                yield from _designs(sub, f"{prefix}{name}/")
        elif stat.S_ISREG(mode):
            with open(os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=fd), "rb") as file:
                yield Design(prefix + name, base64.b64encode(file.read()).decode("ascii"))


def back_up(folder):
    with opened(folder, DIRECTORY) as fd:
        return json.dumps({"made_by": "satin 2", "designs": [asdict(d) for d in sorted(_designs(fd))]})


def _put(fd, steps, content):
    step, *rest = steps
    if rest:
        with contextlib.suppress(FileExistsError):
            os.mkdir(step, dir_fd=fd)
        try:
            with opened(step, STEP, fd) as sub:
                return _put(sub, rest, content)
        except NotADirectoryError as error:
            raise ValueError(f"{step!r} is no real folder") from error
    with contextlib.suppress(FileNotFoundError):
        os.unlink(step, dir_fd=fd)
    new = os.open(step, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666, dir_fd=fd)
    with open(new, "wb") as file:
        file.write(content)


def restore(text, folder, only=None):
    match json.loads(text):
        case {"designs": list(raw)} if all(isinstance(r, dict) for r in raw):
            designs = [Design(r.get("name"), r.get("data")) for r in raw]
        case _:
            raise ValueError("this is no backup")
    chosen = [(d, base64.b64decode(d.data, validate=True)) for d in designs if d.below(only)]
    os.makedirs(folder, exist_ok=True)
    with opened(folder, DIRECTORY) as fd:
        for design, content in chosen:
            _put(fd, design.steps, content)
    return sorted({d.name for d, _ in chosen})
