"""Bundles, written through descriptors of folders; every mode of a file is set on a descriptor."""

import os
import tarfile
from pathlib import Path, PurePosixPath

_READ = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


class _Tree:
    """Makes folders and files below a folder that exists."""

    def __init__(self, root):
        self._root = root
        self._made = set()

    def enter(self, parts):
        """Returns the descriptor of the folder `parts`; makes what is missing, each with 755."""
        here = os.open(self._root, _READ)
        for depth, name in enumerate(parts, 1):
            if parts[:depth] not in self._made:
                os.mkdir(name, 0o700, dir_fd=here)
                os.chmod(name, 0o755, dir_fd=here)
                self._made.add(parts[:depth])
            try:
                there = os.open(name, _READ | os.O_NOFOLLOW, dir_fd=here)
            finally:
                os.close(here)
            here = there
        return here

    def write(self, parts, source, mode):
        place = self.enter(parts[:-1])
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
            handle = os.open(parts[-1], flags, 0o600, dir_fd=place)
        finally:
            os.close(place)
        with open(handle, "wb", buffering=0) as target:
            while piece := source.read(1 << 16):
                while piece:
                    piece = piece[target.write(piece):]
            os.fchmod(handle, mode)


def _parts(name):
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise tarfile.TarError(f"outside: {name}")
    return path.parts


def unpack_bundle(bundle, folder):
    where = Path(os.path.abspath(folder))
    if os.path.lexists(where):
        raise FileExistsError(str(folder))
    with tarfile.open(bundle) as archive:
        plan = {}
        for member in archive.getmembers():
            if not (member.isdir() or member.isreg()):
                raise tarfile.TarError(f"neither file nor folder: {member.name}")
            plan[_parts(member.name)] = member
        above = next(path for path in where.parents if path.is_dir())
        base = where.relative_to(above).parts
        tree = _Tree(above)
        os.close(tree.enter(base))
        result = []
        for parts, member in plan.items():
            if member.isdir():
                os.close(tree.enter(base + parts))
            else:
                tree.write(base + parts, archive.extractfile(member),
                           (0o644, 0o755)[bool(member.mode & 0o100)])
                result.append("/".join(parts))
    result.sort()
    return result


def programs(folder):
    base = Path(folder)
    return sorted(
        path.relative_to(base).as_posix()
        for path in base.rglob("*")
        if path.is_file() and path.stat().st_mode & 0o100
    )
