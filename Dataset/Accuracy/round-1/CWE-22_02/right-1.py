import os
import shutil
import tarfile
from contextlib import ExitStack, contextmanager

_DIR = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


@contextmanager
def _folder(root, steps):
    with ExitStack() as stack:
        here = root
        for step in steps:
            try:
                os.mkdir(step, dir_fd=here)
            except FileExistsError:
                pass
            here = os.open(step, _DIR, dir_fd=here)
            stack.callback(os.close, here)
        yield here


def _steps(name):
    if name.startswith("/"):
        raise ValueError(f"absolute name: {name!r}")
    steps = [step for step in name.split("/") if step not in ("", ".")]
    if ".." in steps:
        raise ValueError(f"name with '..': {name!r}")
    return steps


def _write(source, name, here):
    try:
        os.unlink(name, dir_fd=here)
    except FileNotFoundError:
        pass
    fd = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644, dir_fd=here)
    with open(fd, "wb") as target:
        shutil.copyfileobj(source, target)


def install_tour(archive, folder):
    files, title = set(), ""
    os.makedirs(folder, exist_ok=True)
    with ExitStack() as stack:
        tar = stack.enter_context(tarfile.open(archive, mode="r|gz"))
        root = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        stack.callback(os.close, root)
        for entry in tar:
            steps = _steps(entry.name)
            if entry.isdir():
                with _folder(root, steps):
                    continue
            if not entry.isreg() or not steps:
                raise tarfile.TarError(f"not a file or folder: {entry.name!r}")
            with _folder(root, steps[:-1]) as here:
                _write(tar.extractfile(entry), steps[-1], here)
            files.add("/".join(steps))
        if "index.txt" in files:
            index = os.open("index.txt", os.O_RDONLY | os.O_NOFOLLOW, dir_fd=root)
            with open(index, encoding="utf-8") as text:
                title = next(text, "").removesuffix("\n")
    return dict(files=sorted(files), title=title)
