"""Drinks machine bundles: built up in a private folder, then moved to their place in one step."""
import functools
import os
import shutil
import tarfile
import tempfile
from pathlib import Path


def _new_folder(path, mode=0o755):
    path.mkdir(mode=mode & 0o755)
    path.chmod(mode)                        # the umask can only have taken bits away


def _ensure(path, stop):
    if path != stop and not path.is_dir():
        _ensure(path.parent, stop)
        _new_folder(path)


@functools.singledispatch
def _relative(name):
    raise TypeError(name)


@_relative.register
def _(name: str):
    path = Path(os.path.normpath(name))
    if path.is_absolute() or path.parts[:1] == ("..",):
        raise tarfile.TarError(f"outside: {name}")
    return path


def _build(archive, stage):
    for info in archive:
        relative = _relative(info.name)
        target = stage / relative
        if info.isdir():
            _ensure(target, stage)
        elif info.isreg() or info.islnk():
            _ensure(target.parent, stage)
            # mkstemp gives a file that only its owner can open, and that no other name leads to
            handle, temporary = tempfile.mkstemp(dir=target.parent)
            with os.fdopen(handle, "wb") as out, archive.extractfile(info) as data:
                shutil.copyfileobj(data, out)
                os.fchmod(handle, 0o755 if info.mode & 0o100 else 0o644)
            os.replace(temporary, target)
            yield relative.as_posix()


def unpack_bundle(bundle, folder):
    folder = Path(os.path.abspath(folder))
    if os.path.lexists(folder):
        raise FileExistsError(folder)
    with tarfile.open(bundle) as archive:
        _ensure(folder.parent, None)
        _new_folder(folder)                 # claims the place; an empty folder can be replaced by the ready one
        stage = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".bundle-"))
        try:
            stage.chmod(0o700)
            names = sorted(set(_build(archive, stage)))
            stage.chmod(0o755)
            stage.rename(folder)
        except BaseException:
            shutil.rmtree(stage, ignore_errors=True)
            folder.rmdir()
            raise
    return names


def programs(folder):
    def walk(path):
        for item in path.iterdir():
            if item.is_symlink():
                continue
            if item.is_dir():
                yield from walk(item)
            elif item.is_file() and os.access(item, os.X_OK):
                yield item
    return sorted(item.relative_to(folder).as_posix() for item in walk(Path(folder)))
