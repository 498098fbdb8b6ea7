"""As root: who the worker becomes, and how it still reaches files below folders that only root may enter."""

import os
#: A uid that no distribution gives to anybody. With real root's, the nested /proc could not be mounted.
UNUSED_ID = 1_879_000_001

_NEW_MOUNT_NAMESPACE = 0x00020000
_BIND, _RECURSIVE, _PRIVATE, _NOSUID = 4096, 16384, 1 << 18, 2
#: Covered by a private tmpfs; only this process and the worker see that.
_PLACE = "/tmp"


#: Arguments of Popen that make a process somebody else.
Identity = dict[str, int | list[int]]


class Place:
    """Where the worker finds its Python, and as whom it runs."""

    def __init__(self, python: str, identity: Identity | None = None) -> None:
        self.python = python
        self.identity = identity or {}


def prepare(python: str | os.PathLike[str]) -> Place:
    """For an ordinary user: everything stays as it is.

    Root gives up its uid before bubblewrap starts, and the new one may not be allowed to walk to `python` (below
    /root, say). So root first shows that folder at a place that everybody can reach, in a mount namespace of its own.
    """
    if os.geteuid() != 0:
        return Place(os.fspath(python))
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)

    def mount(source: bytes, target: bytes, kind: bytes | None, flags: int, options: bytes | None) -> None:
        if libc.mount(source, target, kind, ctypes.c_ulong(flags), options) < 0:
            code = ctypes.get_errno()
            raise OSError(code, f"mount {target.decode()}: {os.strerror(code)}")

    identity = _somebody_else()
    if libc.unshare(_NEW_MOUNT_NAMESPACE) < 0:
        return Place(os.fspath(python), identity)  # a container's root; others can read its files, as a rule
    source = os.open(python, os.O_PATH | os.O_DIRECTORY)  # in the new namespace, and before /tmp is covered
    mount(b"none", b"/", None, _RECURSIVE | _PRIVATE, None)
    mount(b"tmpfs", _PLACE.encode(), b"tmpfs", _NOSUID, b"mode=755,size=1m")
    target = f"{_PLACE}/python"
    os.mkdir(target, 0o755)
    mount(f"/proc/self/fd/{source}".encode(), target.encode(), None, _BIND, None)
    os.close(source)
    return Place(target, identity)


def _somebody_else() -> Identity:
    """Popen's arguments for an id that nobody has. In a container's user namespace few ids exist: then its highest."""
    uid, gid = _unused("/proc/self/uid_map"), _unused("/proc/self/gid_map")
    if not uid or not gid:
        return {}  # root of a namespace of its own: nobody to become, and no real root either
    return {"user": uid, "group": gid, "extra_groups": []}


def _unused(map_path: str) -> int:
    with open(map_path) as file:
        ranges = [(int(inside), int(count)) for inside, _, count in map(str.split, file)]
    if any(first <= UNUSED_ID < first + count for first, count in ranges):
        return UNUSED_ID
    return max(first + count - 1 for first, count in ranges)
