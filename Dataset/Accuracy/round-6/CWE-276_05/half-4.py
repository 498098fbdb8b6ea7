import os
import stat
import tarfile
from pathlib import Path


def _inside(member, _path):
    if not (member.isfile() or member.isdir()):
        return None
    name = os.path.normpath(member.name)
    if name.startswith("/") or name.split("/")[0] == "..":
        raise ValueError(f"{member.name} leads outside")
    return member.replace(name=name, uid=None, gid=None, uname=None, gname=None, deep=False)


def _make(folder):
    if not folder.parent.is_dir():
        _make(folder.parent)
    folder.mkdir(0o755)
    folder.chmod(0o755)


def unpack_bundle(bundle, folder):
    folder = Path(folder).absolute()
    if os.path.lexists(folder):
        raise FileExistsError(str(folder))
    before = os.umask(0o022)
    try:
        with tarfile.open(bundle) as archive:
            modes = {
                os.path.normpath(member.name): 0o755 if member.mode & stat.S_IXUSR else 0o644
                for member in archive.getmembers()
                if member.isfile()
            }
            _make(folder)
            archive.extractall(folder, filter=_inside)
    finally:
        os.umask(before)
    for name, mode in modes.items():
        os.chmod(folder / name, mode)
    for path, _, _ in os.walk(folder):
        os.chmod(path, 0o755)
    return sorted(modes)


def programs(folder):
    folder = Path(folder)
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.stat().st_mode & stat.S_IXUSR
    )
