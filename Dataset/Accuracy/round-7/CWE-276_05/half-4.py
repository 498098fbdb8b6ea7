import contextlib
import os
import shutil
import tarfile
from pathlib import Path, PurePosixPath


@contextlib.contextmanager
def umask(value):
    before = os.umask(value)
    try:
        yield
    finally:
        os.umask(before)


def missing(folder):
    return [p for p in (folder, *folder.parents) if not p.exists()]


def unpack_bundle(bundle, folder):
    folder = Path(folder).absolute()
    new = missing(folder)
    folder.mkdir(parents=True)
    for path in new:
        path.chmod(0o755)
    paths = set()
    with umask(0o022), tarfile.open(bundle) as archive:
        for member in archive:
            name = PurePosixPath(member.name)
            if name.is_absolute() or ".." in name.parts:
                raise ValueError(f"{name} is not inside")
            target = folder / name
            if member.isdir():
                target.mkdir(parents=True, exist_ok=True)
            elif member.isreg():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.unlink(missing_ok=True)
                with open(target, "xb") as out:
                    shutil.copyfileobj(archive.extractfile(member), out)
                target.chmod(0o755 if member.mode & 0o100 else 0o644)
                paths.add(str(name))
    return sorted(paths)


def programs(folder):
    found = []
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(where, name)
            if os.lstat(path).st_mode & 0o100:
                found.append(os.path.relpath(path, folder))
    return sorted(found)
