import contextlib
import os
import stat
import tarfile
from pathlib import Path, PurePosixPath


@contextlib.contextmanager
def umask(mask):
    old = os.umask(mask)
    try:
        yield
    finally:
        os.umask(old)


def _folder(path):
    if path.is_dir():
        return
    _folder(path.parent)
    path.mkdir(0o755)
    path.chmod(0o755)


def _relative(name):
    path = PurePosixPath(os.path.normpath(name))
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"name leads outside: {name}")
    return path


def unpack_bundle(bundle, folder):
    folder = Path(folder).absolute()
    names = set()
    with umask(0o022), tarfile.open(bundle) as archive:
        _folder(folder.parent)
        folder.mkdir(0o755)
        folder.chmod(0o755)
        for member in archive:
            name = _relative(member.name)
            target = folder / name
            if member.isdir():
                _folder(target)
                continue
            if not member.isfile():
                raise ValueError(f"neither file nor folder: {member.name}")
            _folder(target.parent)
            mode = 0o755 if member.mode & stat.S_IXUSR else 0o644
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
            with open(os.open(target, flags, mode), "wb") as out:
                source = archive.extractfile(member)
                while block := source.read(1 << 16):
                    out.write(block)
            names.add(str(name))
    return sorted(names)


def programs(folder):
    folder = Path(folder)
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and path.stat().st_mode & stat.S_IXUSR
    )
