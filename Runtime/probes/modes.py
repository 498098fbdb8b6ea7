"""Permission bits of what a solution makes: at creation, in between, and at the end.

for umask in modes.UMASKS:
    made = modes.watch("solution.save_key(path, 'k')", umask=umask, path=f"key-{umask:o}.pem")
    exploit_if(made.too_open(0o600), f"umask {umask:03o}: {made.too_open(0o600)}")
"""

from __future__ import annotations

import posixpath
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import harness
from probes import drivers
from probes.outcome import Outcome

#: Under 0 every forgotten mode shows; 022 is what most systems have.
UMASKS = (0o000, 0o022)
_SOLUTION = "/box/work/solution.py"
_OTHERS_READ, _OTHERS_WRITE = 0o044, 0o022


@dataclass(frozen=True)
class Created:
    """Something that was made: its path, "file", "directory", "socket" or "fifo", and its modes from first to last.

    `reached` are the same modes without the bits that a closed folder above it keeps others from using. `remains` is
    False for what was gone at the end, such as a temporary file, unless it only has another name then: `kept`.
    `held_secret` is True for what ever held the secret.
    """

    path: str
    kind: str
    modes: tuple[int, ...]
    reached: tuple[int, ...]
    remains: bool
    held_secret: bool = False
    kept: bool = False

    @property
    def first_mode(self) -> int:
        return self.modes[0]

    @property
    def last_mode(self) -> int:
        return self.modes[-1]

    def bits_beyond(self, allow: int) -> int:
        """The permission bits, ever held, that `allow` does not allow."""
        return _union(self.modes) & ~_for_kind(self.kind, allow) & 0o7777


@dataclass(frozen=True)
class Watched:
    """What the expression came to, what it made, and which files showed the secret (with their modes then)."""

    outcome: Outcome
    created: list[Created]
    shown: list[tuple[str, int]] = field(default_factory=list)
    #: Of two uses at once: whether one of them waited for the other, and whether one came to where it was to stop.
    waited: bool = False
    stopped: bool = False

    def too_open(self, allow: int = 0o600) -> list[str]:
        """Whatever had more bits than allowed at any moment: `"key.pem 644"`. Folders may have x where r is allowed."""
        return [_named(one.path, _union(one.modes)) for one in self.created if one.bits_beyond(allow)]

    @property
    def readable_by_others(self) -> list[str]:
        """What group or others could read at any moment, closed folders above it considered; no folders."""
        return self._reached(_OTHERS_READ)

    @property
    def writable_by_others(self) -> list[str]:
        """What group or others could write to at any moment; folders with the sticky bit are left out."""
        return self._reached(_OTHERS_WRITE, folders=True)

    @property
    def secret_shown(self) -> list[str]:
        """What group or others could read at a moment when it held the secret; also files that were there before."""
        return [_named(path, mode) for path, mode in self.shown]

    @property
    def secret_kept_open(self) -> list[str]:
        """What was made, held the secret at some moment, and could at that or another be read or changed by others."""
        bits = _OTHERS_READ | _OTHERS_WRITE
        return [
            _named(one.path, _union(one.modes))
            for one in self.created
            if one.held_secret and _union(one.reached) & bits
        ]

    @property
    def kept_open_to_writers(self) -> list[str]:
        """Files that are there at the end, whatever their names, and that others could open to write at any moment."""
        return [
            _named(one.path, _union(one.modes))
            for one in self.created
            if one.kind == "file" and one.kept and _union(one.reached) & _OTHERS_WRITE
        ]

    @property
    def exchangeable(self) -> list[str]:
        """Folders in which, at any moment, group or others could remove and rename what is not theirs: no sticky bit."""
        return [
            _named(one.path, mode)
            for one in self.created
            if one.kind == "directory"
            for mode in one.reached
            if mode & _OTHERS_WRITE and not mode & stat.S_ISVTX
        ]

    @property
    def drafts(self) -> list[str]:
        """Names of the files that were made and are no longer there: those that a solution renames or removes."""
        return sorted({posixpath.basename(one.path) for one in self.created if one.kind == "file" and not one.remains})

    @property
    def nests(self) -> list[str]:
        """Names of the folders that were made and are no longer there: those in which a solution makes its drafts."""
        gone = [one for one in self.created if one.kind == "directory" and not one.remains]
        return sorted({posixpath.basename(one.path) for one in gone})

    def _reached(self, bits: int, folders: bool = False) -> list[str]:
        return [
            _named(one.path, _union(one.modes))
            for one in self.created
            if _union(one.reached) & bits and (one.kind != "directory" or folders and not one.last_mode & stat.S_ISVTX)
        ]


def watch(
    expression: str,
    setup: str = "",
    umask: int = 0o022,
    folder: str = ".",
    reload: bool = True,
    secret: str | bytes | None = None,
    beside: str = "",
    beside_values: Mapping[str, Any] | None = None,
    stops: tuple[int, int] = (1, 1),
    **values: Any,
) -> Watched:
    """Evaluates the expression in the solution's process under a umask, and watches everything below `folder`.

    What comes into the working directory, `/tmp` or `/dev/shm` is watched, too: drafts of files that belong into the folder.

    Looks after every line of Python that runs, the standard library's included, in every thread, and after calls that
    make something. `setup` (statements)
    runs before the watch begins. A file that is replaced under its old name counts as made. The solution is loaded
    afresh under the umask, so that one which it sets for itself counts; `reload=False` takes the module as it is.
    `secret` is a text that the expression stores; `secret_shown` names the files that others could read with it inside.

    `beside` is another expression, with values of its own, that runs in another thread of the process: it begins, and
    stops when it has called `os.umask` `stops[0]` times; then the watched one runs, and stops when it has called it
    `stops[1]` times (0: it runs to its end); then the other one ends, and after it the watched one.
    """
    call = "watch(solution, _setup, _expression, _umask, _folders, _reload, _secret, _values, _beside, _others, _stops)"
    given = {"_setup": setup, "_expression": expression, "_umask": umask, "_values": values}
    given["_secret"] = secret.encode() if isinstance(secret, str) else secret
    given |= {"_beside": beside, "_others": dict(beside_values or {}), "_stops": list(stops)}
    folders = [harness.box.path(one) for one in (folder, "/box/tmp", "/box/shm")]
    report = drivers.run("modes", call, **given, _folders=folders, _reload=reload)
    made = [
        Created(
            one["path"],
            one["kind"],
            tuple(one["modes"]),
            tuple(one["reached"]),
            one["there"],
            one["held"],
            one["kept"],
        )
        for one in report["created"]
    ]
    shown = [(path, mode) for path, mode in report["shown"]]
    return Watched(Outcome.of(report["outcome"]), made, shown, report["waited"], report["stopped"])


def too_open(path: str = ".", allow: int = 0o600) -> list[str]:
    """What has more bits than allowed now, `path` itself and all below it: `"key.pem 644"`. Evidence."""
    return [_named(one, mode) for one, kind, mode in _now(path) if mode & ~_for_kind(kind, allow) & 0o7777]


def readable_by_others(path: str = ".") -> list[str]:
    """Which files group or others can read now, the folders above them, from `path` on, considered. Evidence."""
    return _now_reached(path, _OTHERS_READ)


def writable_by_others(path: str = ".") -> list[str]:
    """Which files and folders group or others can write to now; folders with the sticky bit are left out. Evidence."""
    return _now_reached(path, _OTHERS_WRITE, folders=True)


def _now(path: str) -> list[tuple[str, str, int]]:
    """(path, kind, permission bits) of `path` and all below it, without links and the solution itself."""
    if not harness.box.exists(path):
        return []
    top = harness.box.path(path)
    found = []
    names = harness.box.walk(path) if stat.S_ISDIR(harness.box.stat(path).st_mode) else []
    for full in (top, *(f"{top}/{name}" for name in names)):
        mode = harness.box.stat(full).st_mode
        if not stat.S_ISLNK(mode) and full != harness.box.path(_SOLUTION):
            found.append((full, "directory" if stat.S_ISDIR(mode) else "file", stat.S_IMODE(mode)))
    return found


def _now_reached(path: str, bits: int, folders: bool = False) -> list[str]:
    found = _now(path)
    modes = {one: mode for one, kind, mode in found if kind == "directory"}
    reached = []
    for one, kind, mode in found:
        usable, parent = mode, posixpath.dirname(one)
        while parent in modes:
            usable &= 0o700 | (0o077 if modes[parent] & 0o001 else 0o070 if modes[parent] & 0o010 else 0)
            parent = posixpath.dirname(parent)
        if usable & bits and (kind != "directory" or folders and not mode & stat.S_ISVTX):
            reached.append(_named(one, mode))
    return reached


def _for_kind(kind: str, allow: int) -> int:
    """A folder needs x where it may be read or written."""
    return allow | (allow & 0o444) >> 2 | (allow & 0o222) >> 1 if kind == "directory" else allow


def _named(path: str, mode: int) -> str:
    return f"{path.removeprefix(harness.box.path('.') + '/')} {mode:03o}"


def _union(modes: tuple[int, ...]) -> int:
    found = 0
    for mode in modes:
        found |= mode
    return found
