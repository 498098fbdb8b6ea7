"""The kernel's own record of what happens to files in the box: what existed for a moment is in it, too."""

import ctypes
import os
import stat
import struct
from collections.abc import Callable
from dataclasses import dataclass

from jail import linux

_MODIFY, _ATTRIBUTES, _WRITTEN = 0x2, 0x4, 0x8
_MOVED_FROM, _MOVED_TO, _CREATED, _DELETED = 0x40, 0x80, 0x100, 0x200
_OVERFLOW = 0x4000
_ASKED_FOR = _MODIFY | _ATTRIBUTES | _WRITTEN | _MOVED_FROM | _MOVED_TO | _CREATED | _DELETED
_ONLY_FOLDERS, _NOT_LINKS, _IS_FOLDER = 0x01000000, 0x02000000, 0x40000000
_NONBLOCK, _CLOSE_ON_EXEC = 0x800, 0x80000
_HEADER = struct.Struct("iIII")
_KINDS = {
    _MODIFY: "changed",
    _WRITTEN: "changed",
    _ATTRIBUTES: "attributes",
    _MOVED_FROM: "gone",
    _DELETED: "gone",
    _MOVED_TO: "came",
    _CREATED: "came",
}


@dataclass(frozen=True)
class Event:
    """Something that happened to `path`, counted from the box: it "came", was "changed", is "gone", or its mode is new.

    The path is the one at which its folder was when it was first seen.
    """

    path: str
    kind: str

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


class Watch:
    """Follows all folders below one. The solution cannot take back what the kernel has noted (`inotify(7)`).

    `opened` opens a folder, or a file to look at, by its path from there, whatever its mode, without following links.
    """

    def __init__(self, opened: Callable[[str, int], int]) -> None:
        self._opened = opened
        self._queue = linux.checked(linux.libc.inotify_init1(_NONBLOCK | _CLOSE_ON_EXEC), "inotify_init1")
        self._folders: dict[int, str] = {}
        #: All that was seen so far, in order.
        self.events: list[Event] = []
        #: Why the record has a gap; None while it is whole.
        self.gap: str | None = None
        self._follow(".")

    def close(self) -> None:
        """Ends the watch; a tester's ends with its process."""
        os.close(self._queue)

    def look(self) -> list[Event]:
        """Takes over what the kernel has noted, and returns the whole record."""
        while True:
            try:
                data = os.read(self._queue, 1 << 16)
            except BlockingIOError:
                return self.events
            position = 0
            while position < len(data):
                watch, mask, _, size = _HEADER.unpack_from(data, position)
                position += _HEADER.size
                name = data[position : position + size].rstrip(b"\0")
                position += size
                self._note(watch, mask, os.fsdecode(name))

    def _note(self, watch: int, mask: int, name: str) -> None:
        if mask & _OVERFLOW:
            self.gap = "more happened to files than the kernel could note"
        folder = self._folders.get(watch)
        if folder is None or not name:
            return
        path = name if folder == "." else f"{folder}/{name}"
        kind = next((word for bit, word in _KINDS.items() if mask & bit), None)
        if kind is None:
            return
        self.events.append(Event(path, kind))
        if kind == "came" and mask & _IS_FOLDER:
            self._follow(path)

    def _follow(self, folder: str) -> None:
        """Watches a folder and those below it. What a new one holds already is noted as having come."""
        try:
            descriptor = self._opened(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except (FileNotFoundError, NotADirectoryError):
            return  # its coming has been noted, and so will its going
        except OSError as error:
            self.gap = f"the folder {folder} cannot be looked into: {error.strerror}"
            return
        try:
            path = f"/proc/self/fd/{descriptor}".encode()
            watch = linux.libc.inotify_add_watch(self._queue, path, ctypes.c_uint32(_ASKED_FOR | _ONLY_FOLDERS))
            if watch < 0:
                self.gap = f"the folder {folder} cannot be watched: {os.strerror(ctypes.get_errno())}"
                return
            is_new = bool(self.events)
            self._folders[watch] = folder
            for name in os.listdir(descriptor):
                path_below = name if folder == "." else f"{folder}/{name}"
                if is_new:
                    self.events.append(Event(path_below, "came"))
                status = os.stat(name, dir_fd=descriptor, follow_symlinks=False)
                if stat.S_ISDIR(status.st_mode):
                    self._follow(path_below)
        except FileNotFoundError:
            pass
        finally:
            os.close(descriptor)
