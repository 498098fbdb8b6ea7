import os
import shutil
import tarfile
from contextlib import ExitStack

_DIR = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW


class UnsafeArchive(ValueError):
    pass


def _parts(name):
    parts = [p for p in name.split("/") if p not in ("", ".")]
    if name.startswith("/") or ".." in parts or "\0" in name:
        raise UnsafeArchive(name)
    return parts


def _descend(root, parts, stack):
    fd = root
    for part in parts:
        try:
            os.mkdir(part, 0o755, dir_fd=fd)
        except FileExistsError:
            pass
        fd = os.open(part, _DIR, dir_fd=fd)
        stack.callback(os.close, fd)
    return fd


def install_tour(archive, folder):
    os.makedirs(folder, exist_ok=True)
    names = set()
    with ExitStack() as top:
        root = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        top.callback(os.close, root)
        tar = top.enter_context(tarfile.open(archive, "r:gz"))
        for member in tar:
            parts = _parts(member.name)
            with ExitStack() as stack:
                if member.isdir():
                    _descend(root, parts, stack)
                elif member.isreg() and parts:
                    parent = _descend(root, parts[:-1], stack)
                    try:
                        os.unlink(parts[-1], dir_fd=parent)
                    except FileNotFoundError:
                        pass
                    fd = os.open(parts[-1], os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644, dir_fd=parent)
                    with open(fd, "wb") as sink:
                        shutil.copyfileobj(tar.extractfile(member), sink)
                    names.add("/".join(parts))
                else:
                    raise UnsafeArchive(member.name)
        title = ""
        if "index.txt" in names:
            fd = os.open("index.txt", os.O_RDONLY | os.O_NOFOLLOW, dir_fd=root)
            with open(fd, encoding="utf-8", newline=None) as index:
                title = index.readline().removesuffix("\n")
    return {"files": sorted(names), "title": title}
