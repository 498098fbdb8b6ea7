"""The folder is filled behind a closed door (mode 700) and opened when all is in it."""
import functools
import logging
import os
import shutil
import stat
import tarfile
from pathlib import Path, PurePosixPath

log = logging.getLogger("bundle")
PROGRAM, PLAIN, FOLDER = 0o755, 0o644, 0o755


def _mkdir(path: Path, mode: int = FOLDER) -> None:
    os.mkdir(path, mode & 0o700)
    os.chmod(path, mode)


def _inside(member: tarfile.TarInfo) -> PurePosixPath:
    name = PurePosixPath(member.name)
    if name.is_absolute() or ".." in name.parts:
        raise ValueError(f"{member.name!r} leads outside")
    return name


@functools.singledispatch
def _below(name, root):
    raise TypeError(name)


@_below.register
def _(name: PurePosixPath, root: Path) -> Path:
    here = root
    for part in name.parts:
        here = here / part
        if not here.is_dir():
            _mkdir(here)
    return here


def unpack_bundle(bundle, folder):
    root = Path(os.path.abspath(folder))
    if os.path.lexists(root):
        raise FileExistsError(str(root))
    for above in reversed(root.parents):
        if not above.exists():
            _mkdir(above)
    _mkdir(root, 0o700)
    files = {}
    try:
        with tarfile.open(os.fspath(bundle), "r:*") as archive:
            for member in archive:
                name = _inside(member)
                match member.isdir(), member.isreg() or member.islnk():
                    case True, _:
                        _below(name, root)
                    case _, True:
                        target = _below(name.parent, root) / name.name
                        target.unlink(missing_ok=True)
                        mode = PROGRAM if member.mode & stat.S_IXUSR else PLAIN
                        fd = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
                        with archive.extractfile(member) as source, os.fdopen(fd, "wb") as sink:
                            shutil.copyfileobj(source, sink)
                            os.fchmod(fd, mode)
                        files[str(name)] = mode
                    case _:
                        raise ValueError(f"{member.name!r} is neither file nor folder")
        os.chmod(root, FOLDER)
    except BaseException:
        shutil.rmtree(root)
        raise
    log.info("%d files in %s", len(files), root)
    return sorted(files)


def programs(folder):
    root = Path(folder)
    return sorted(p.relative_to(root).as_posix() for p in root.rglob("*")
                  if stat.S_ISREG((bits := p.lstat().st_mode)) and bits & stat.S_IXUSR)
