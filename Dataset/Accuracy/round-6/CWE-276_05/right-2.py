import logging
import tarfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath

log = logging.getLogger("unpack-bundle")


@dataclass(frozen=True)
class Modes:
    private_folder: int = 0o700
    private_file: int = 0o600
    folder: int = 0o755
    program: int = 0o755
    file: int = 0o644


MODES = Modes()


def _private_folder(path):
    path.mkdir(mode=MODES.private_folder)
    path.chmod(MODES.private_folder)
    return path


def _private_file(path, data):
    path.touch(mode=MODES.private_file, exist_ok=False)
    path.chmod(MODES.private_file)
    path.write_bytes(data)
    return path


def _read(bundle):
    folders, files = set(), {}
    with tarfile.open(bundle, "r:*") as tar:
        for info in tar.getmembers():
            name = PurePosixPath(normpath(info.name))
            if name.is_absolute() or ".." in name.parts or not (info.isdir() or info.isfile()):
                raise ValueError(f"not allowed in a bundle: {info.name}")
            folders.update(name.parents)
            if info.isdir():
                folders.add(name)
            else:
                files[name] = (bool(info.mode & 0o100), tar.extractfile(info).read())
    return folders - {PurePosixPath(".")}, files


def unpack_bundle(bundle, folder):
    top = Path(folder)
    folders, files = _read(bundle)
    for above in reversed(top.parents):
        if not above.is_dir():
            _private_folder(above).chmod(MODES.folder)
            log.info("made %s", above)
    _private_folder(top)
    waiting = []
    for name in sorted(folders, key=lambda name: len(name.parts)):
        waiting.append((_private_folder(top / name), MODES.folder))
    for name, (program, data) in files.items():
        path = _private_file(top / name, data)
        waiting.append((path, MODES.program if program else MODES.file))
    while waiting:
        path, mode = waiting.pop()
        path.chmod(mode)
    top.chmod(MODES.folder)
    return sorted(map(str, files))


def programs(folder):
    top = Path(folder)

    def runnable(path):
        return path.is_file() and path.stat().st_mode & 0o100

    return sorted(path.relative_to(top).as_posix() for path in filter(runnable, top.rglob("*")))
