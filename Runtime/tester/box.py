"""The solution's private files, as the kernel shows them to the tester."""

import contextlib
import ctypes
import errno
import os
import socket
import stat
import struct
from collections.abc import Iterator
from typing import BinaryIO, cast

from jail import linux
from tester.watch import Watch

_O_PATH = os.O_PATH
_BENEATH = 0x08
_NO_SYMLINKS = 0x04
_NO_MAGIC_LINKS = 0x02
_LARGEST_FILE = 64 << 20
#: What such an error says is that there is nothing of that name; any other says that it cannot be told.
_ABSENT = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG)
_TO_READ = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
ROOT = "/box"
WORK = "work"


class Box:
    """Files below `/box`, reached through a directory descriptor. Symbolic links are never followed, at any step.

    A relative path starts at the solution's working directory, an absolute one names `/box/…` or `/tmp/…` as the
    solution sees them. Modes hide nothing: what may not be read is opened up for the moment of reading, as its owner can.
    """

    def __init__(self, descriptor: int, root: str = ROOT) -> None:
        self._descriptor = descriptor
        self._root = root
        self._watch: Watch | None = None
        #: What the checks have put here, by its path from `/box`: a file's content and mode, None for a folder or link.
        self.planted: dict[str, tuple[bytes, int] | None] = {}

    def path(self, path: str = ".") -> str:
        """The name by which the solution knows a file: `box.path("a.txt")` → `"/box/work/a.txt"`."""
        inside = self._inside(path)
        return self._root if inside == "." else f"{self._root}/{inside}"

    def exists(self, path: str) -> bool:
        """Raises OSError where it cannot be told."""
        try:
            self.stat(path)
        except OSError as error:
            if error.errno not in _ABSENT:
                raise
            return False
        return True

    def stat(self, path: str) -> os.stat_result:
        """Of the file itself: a symbolic link is not followed."""
        descriptor = self._open(path, _O_PATH | os.O_NOFOLLOW)
        try:
            return os.fstat(descriptor)
        finally:
            os.close(descriptor)

    def mode(self, path: str) -> int:
        """The permission bits."""
        return stat.S_IMODE(self.stat(path).st_mode)

    @property
    def watch(self) -> Watch:
        """The kernel's record of the box, from the first time that it is asked for."""
        if self._watch is None:
            self._watch = Watch(lambda inside, flags: self._open(f"{self._root}/{inside}", flags))
        return self._watch

    @property
    def most_files(self) -> int:
        """Files, folders and links that there is room for; 0 where that has no bound."""
        return os.fstatvfs(self._descriptor).f_files

    def is_full(self) -> bool:
        """Whether there is no room for another file, or for its content."""
        room = os.fstatvfs(self._descriptor)
        return (room.f_blocks > 0 and room.f_bavail == 0) or (room.f_files > 0 and room.f_favail == 0)

    def read(self, path: str) -> bytes:
        """The content of a regular file."""
        return _read(self._open(path, _TO_READ))

    def text(self, path: str, encoding: str = "utf-8") -> str:
        return self.read(path).decode(encoding, "surrogateescape")

    def hold(self, path: str) -> BinaryIO:
        """The regular file, opened to read and write, as by somebody who had opened it before; the caller closes it."""
        descriptor = self._open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOFOLLOW)
        return cast(BinaryIO, open(descriptor, "r+b", buffering=0))

    def write(self, path: str, data: bytes | str, mode: int = 0o644) -> str:
        """Writes a file, making the folders above it, and returns its name in the box. Replaces what is there."""
        content = data.encode() if isinstance(data, str) else data
        parent, name = self._parent(path)
        self.planted[self._inside(path)] = content, mode
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
            descriptor = os.open(name, flags, 0o600, dir_fd=parent)
            with open(descriptor, "wb") as file:
                file.write(content)
                os.fchmod(descriptor, mode)
        finally:
            os.close(parent)
        return self.path(path)

    def mkdir(self, path: str, mode: int = 0o755) -> str:
        """Makes a folder and those above it, and sets its mode also when it exists."""
        inside = self._inside(path)
        self.planted[inside] = None
        descriptor = os.dup(self._descriptor)
        try:
            for part in [part for part in inside.split("/") if part != "."]:
                try:
                    os.mkdir(part, 0o755, dir_fd=descriptor)
                except FileExistsError:
                    pass
                below = _opened_in(descriptor, part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
                os.close(descriptor)
                descriptor = below
            os.fchmod(descriptor, mode)
        finally:
            os.close(descriptor)
        return self.path(path)

    def symlink(self, target: str, path: str) -> str:
        """Makes the symbolic link `path` that points to `target`, taken as it stands."""
        parent, name = self._parent(path)
        self.planted[self._inside(path)] = None
        try:
            os.symlink(target, name, dir_fd=parent)
        finally:
            os.close(parent)
        return self.path(path)

    def readlink(self, path: str) -> str:
        parent, name = self._parent(path, make=False)
        try:
            return os.readlink(name, dir_fd=parent)
        finally:
            os.close(parent)

    def chmod(self, path: str, mode: int) -> None:
        descriptor = self._open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
        try:
            os.fchmod(descriptor, mode)
        finally:
            os.close(descriptor)

    def names(self, path: str = ".") -> list[str]:
        """The names in a folder, sorted."""
        descriptor = self._open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            return sorted(os.listdir(descriptor))
        finally:
            os.close(descriptor)

    def walk(self, path: str = ".") -> list[str]:
        """Every path below a folder, relative to it, sorted; folders included, links not followed."""
        return sorted(name for name, _, _, _ in self._below(path))

    def contents(self, path: str = ".") -> dict[str, tuple[os.stat_result, bytes]]:
        """The same with the status of each, and what a regular file holds or a link points to."""
        found = {}
        for full, status, folder, name in self._below(path):
            content = b""
            try:
                if stat.S_ISREG(status.st_mode):
                    content = _read(_opened_in(folder, name, _TO_READ))
                elif stat.S_ISLNK(status.st_mode):
                    content = os.fsencode(os.readlink(name, dir_fd=folder))
            except OSError as error:
                if error.errno not in _ABSENT:
                    raise
                continue  # it has gone away meanwhile
            found[full] = (status, content)
        return dict(sorted(found.items()))

    def _below(self, path: str) -> Iterator[tuple[str, os.stat_result, int, str]]:
        """Path from `path`, status, descriptor of the folder and name in it, of all that is below."""
        with _opened_up(self._open(path, _O_PATH | os.O_NOFOLLOW)):
            folder = self._open(path, os.O_RDONLY | os.O_DIRECTORY)
            try:
                yield from _below(folder, "")
            finally:
                os.close(folder)

    def remove(self, path: str) -> None:
        """Removes a file, a link, or a folder with all below it. Nothing there is no error."""
        if not self.exists(path):
            return
        if stat.S_ISDIR(self.stat(path).st_mode):
            for name in self.names(path):
                self.remove(f"{path}/{name}")
        parent, name = self._parent(path, make=False)
        try:
            if stat.S_ISDIR(os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode):
                os.rmdir(name, dir_fd=parent)
            else:
                os.unlink(name, dir_fd=parent)
        finally:
            os.close(parent)

    def listen(self, path: str) -> socket.socket:
        """A Unix socket in the box that this process serves."""
        inside = self._inside(path)
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(f"/proc/self/fd/{self._descriptor}/{inside}")
        listener.listen(64)
        return listener

    def _inside(self, path: str) -> str:
        """The path from `/box`, normalised by its text alone."""
        full = os.path.normpath(path if path.startswith("/") else f"{self._root}/{WORK}/{path}")
        if full == "/tmp" or full.startswith("/tmp/"):
            full = self._root + full
        if full == self._root:
            return "."
        if not full.startswith(self._root + "/"):
            raise ValueError(f"{path} is outside {self._root}, and nothing outside is the solution's")
        return full[len(self._root) + 1 :]

    def _parent(self, path: str, make: bool = True) -> tuple[int, str]:
        inside = self._inside(path)
        folder, _, name = inside.rpartition("/")
        if make and folder and not self._is_there(folder):
            self.mkdir(f"{self._root}/{folder}")
        return self._open(f"{self._root}/{folder}" if folder else self._root, os.O_RDONLY | os.O_DIRECTORY), name

    def _is_there(self, inside: str) -> bool:
        return self.exists(f"{self._root}/{inside}")

    def _open(self, path: str, flags: int) -> int:
        # A link as the last step can be looked at (O_PATH with O_NOFOLLOW), but not even then be followed.
        how = struct.pack("QQQ", flags | os.O_CLOEXEC, 0, _BENEATH | _NO_SYMLINKS | _NO_MAGIC_LINKS)
        inside = self._inside(path)
        try:
            return self._openat2(inside, how)
        except PermissionError:
            pass
        with contextlib.ExitStack() as opened_up:
            parts = inside.split("/")
            for depth in range(len(parts)):
                opened_up.enter_context(self._opened_up("/".join(parts[: depth + 1])))
            return self._openat2(inside, how)

    def _openat2(self, inside: str, how: bytes) -> int:
        result = linux.libc.syscall(
            ctypes.c_long(linux.OPENAT2), ctypes.c_int(self._descriptor), os.fsencode(inside), how, ctypes.c_size_t(24)
        )
        if result < 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), f"{self._root}/{inside}")
        return int(result)

    def _opened_up(self, inside: str) -> contextlib.AbstractContextManager[None]:
        flags = _O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC
        how = struct.pack("QQQ", flags, 0, _BENEATH | _NO_SYMLINKS | _NO_MAGIC_LINKS)
        return _opened_up(self._openat2(inside, how))


def _below(folder: int, above: str) -> Iterator[tuple[str, os.stat_result, int, str]]:
    """Names are taken one by one in their open folder: no step can lead elsewhere, and no path is looked up again."""
    for name in os.listdir(folder):
        try:
            status = os.stat(name, dir_fd=folder, follow_symlinks=False)
            is_folder = stat.S_ISDIR(status.st_mode)
            place = os.open(name, _O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder) if is_folder else None
        except FileNotFoundError:
            continue  # it has gone away meanwhile
        yield above + name, status, folder, name
        if place is None:
            continue
        with _opened_up(place):
            try:
                below = os.open(name, _TO_READ | os.O_DIRECTORY, dir_fd=folder)
            except (FileNotFoundError, NotADirectoryError):
                continue  # another has taken its place
            try:
                yield from _below(below, f"{above}{name}/")
            finally:
                os.close(below)


def _opened_in(folder: int, name: str, flags: int) -> int:
    """Opens what is in a folder, whatever its mode."""
    try:
        return os.open(name, flags, dir_fd=folder)
    except PermissionError:
        with _opened_up(os.open(name, _O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)):
            return os.open(name, flags, dir_fd=folder)


@contextlib.contextmanager
def _opened_up(descriptor: int) -> Iterator[None]:
    """Lets its owner read and enter what an `O_PATH` descriptor names, for as long as the block lasts; closes it."""
    try:
        mode = stat.S_IMODE(os.fstat(descriptor).st_mode)
        is_link = stat.S_ISLNK(os.fstat(descriptor).st_mode)
        wanted = mode | (0o700 if stat.S_ISDIR(os.fstat(descriptor).st_mode) else 0o400)
        if wanted == mode or is_link:
            yield
            return
        place = f"/proc/self/fd/{descriptor}"  # by its inode: no name is looked up, so no link can lead elsewhere
        os.chmod(place, wanted)
        try:
            yield
        finally:
            os.chmod(place, mode)
    finally:
        os.close(descriptor)


def _read(descriptor: int) -> bytes:
    """The content of a regular file; closes the descriptor."""
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("it is not a regular file")
        return file.read(_LARGEST_FILE)
