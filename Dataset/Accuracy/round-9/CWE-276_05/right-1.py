"""Bundles for drinks machines. Everything is done relative to open folders, never by long paths."""
import errno
import os
import stat
import tarfile

_DIR = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class _Folder:
    """A folder that is open. Those that it makes are 700 at first; `publish` makes them 755."""

    def __init__(self, handle, fresh=False):
        self.handle = handle
        self.fresh = fresh
        self.children = {}

    def child(self, name):
        if name not in self.children:
            fresh = True
            try:
                os.mkdir(name, 0o700, dir_fd=self.handle)
            except FileExistsError:
                fresh = False
            if fresh:
                os.chmod(name, 0o700, dir_fd=self.handle)
            self.children[name] = _Folder(os.open(name, _DIR, dir_fd=self.handle), fresh)
        return self.children[name]

    def write(self, name, source, mode):
        try:
            os.unlink(name, dir_fd=self.handle)
        except FileNotFoundError:
            pass
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=self.handle)
        try:
            while block := source.read(1 << 16):
                view = memoryview(block)
                while view:
                    view = view[os.write(handle, view):]
            os.fchmod(handle, mode)
        finally:
            os.close(handle)

    def publish(self):
        for child in self.children.values():
            child.publish()
        if self.fresh:
            os.fchmod(self.handle, 0o755)

    def close(self):
        for child in self.children.values():
            child.close()
        os.close(self.handle)


def _parts(name):
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if name.startswith("/") or ".." in parts:
        raise ValueError(f"{name!r} leads outside the bundle")
    return parts


def _make_root(folder):
    """Makes `folder` and those missing above it, and returns it open; those above are finished at once."""
    if os.path.lexists(folder):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), folder)
    missing = []
    above = os.path.dirname(os.path.abspath(folder))
    while not os.path.isdir(above):
        missing.append(above)
        above = os.path.dirname(above)
    for path in reversed(missing):
        os.mkdir(path, 0o755)
        os.chmod(path, 0o755)
    path = os.path.abspath(folder)
    os.mkdir(path, 0o700)
    os.chmod(path, 0o700)
    return _Folder(os.open(path, _DIR), fresh=True)


def unpack_bundle(bundle, folder):
    folder = os.fspath(folder)
    if os.path.lexists(folder):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), folder)
    written = {}
    with tarfile.open(os.fspath(bundle), "r:*") as archive:
        root = _make_root(folder)
        try:
            for entry in archive.getmembers():
                parts = _parts(entry.name)
                if entry.isdir():
                    place = root
                    for part in parts:
                        place = place.child(part)
                elif entry.isreg() or entry.islnk():
                    *above, name = parts
                    place = root
                    for part in above:
                        place = place.child(part)
                    place.write(name, archive.extractfile(entry), 0o755 if entry.mode & stat.S_IXUSR else 0o644)
                    written["/".join(parts)] = True
            root.publish()
        finally:
            root.close()
    return sorted(written)


def programs(folder):
    result, waiting = [], [""]
    while waiting:
        inner = waiting.pop()
        with os.scandir(os.path.join(os.fspath(folder), inner)) as entries:
            for entry in entries:
                path = f"{inner}/{entry.name}" if inner else entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(path)
                elif entry.is_file(follow_symlinks=False) and entry.stat().st_mode & stat.S_IXUSR:
                    result.append(path)
    result.sort()
    return result
