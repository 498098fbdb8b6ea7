"""What a program keeps from other accounts: under every umask, over what it finds there, once and again."""

from __future__ import annotations

import contextlib
import itertools
import os
import posixpath
import stat
from collections.abc import Mapping
from typing import BinaryIO, ClassVar

import harness
from probes import modes
from probes.machines.domains import Domain, domain
from probes.machines.machine import Machine
from probes.machines.search import Finding, search

#: As octal numbers, which is how they are written. Under 000 every forgotten mode shows.
UMASKS = domain("000", odd=["022", "002", "027", "020", "077"])
#: What is there: nothing, or files with these modes, of the name that is written or of drafts of an earlier run.
NOTHING = "nothing"
_LONGEST_NAME = 255
#: Where two threads stop, counted in calls of `os.umask`: in the first pair of calls, in the second, across both.
STOPS = ("1 1", "1 0", "2 1", "3 1", "1 3", "3 3", "2 3", "3 0")
OPEN_MODES = ("666", "644", "660", "640", "606", "604", "602", "620", "622", "777")


class Exposure(Machine):
    """`use` runs one of `uses` in a fresh folder, after something was put there; `shown` says what others can use.

    The expressions have the names `path` (`place` below the fresh folder) and `folder`.
    """

    #: Name → Python expression that runs in the solution's process.
    uses: ClassVar[Mapping[str, str]] = {}
    #: The name of what is written, below the fresh folder.
    place: ClassVar[str] = ""
    #: A text that the expressions store; None: every file that is made is private.
    secret: ClassVar[str | None] = None
    #: What a planted file holds.
    old: ClassVar[bytes] = b""

    def use(self, umask: str, found: str, how: str) -> str:
        """Puts `found` there ("file 644", "empty 666", "draft 666", "link 606", "folder 755", "nothing") and runs a use.

        "same 666" holds already what the use writes, which is no secret then; "closed 666" had that mode, and has 600
        now; "mended 666" has the mode now that the use itself gives to what it writes, so that it passes for its own; "forged 666" has this mode and holds what is written, too. A link leads to a file of another account. What others may open they have opened, and go on using.

        "way 777" is a link to a folder of another account, "gap 777" one to a name in it at which there is nothing, and
        "trap 666" a link of each name that a draft has, to a file of theirs.

        "nest 777" is a folder of somebody's of each name that a folder for drafts has, "den 777" a link of each such name
        to a folder of theirs. "lair 666" is such a nest with a link of each name that a draft has in it, to a file of
        theirs, and "lodge 666" one with files of theirs of these names.

        Where nothing can be made beside the file, a program may fall back on writing into it: "long 644" has a name to
        which nothing can be added, "locked 644" lies in a folder in which nothing can be made, and for "taken 644" there
        is a folder of each name that a draft has.
        """
        folder = self._fresh()
        self.place = type(self).place
        if found.startswith("long "):
            stem, dot, ending = posixpath.basename(self.place).rpartition(".")
            name = (stem + "x" * (_LONGEST_NAME - len(stem + dot + ending)) + dot + ending)[-_LONGEST_NAME:]
            self.place = posixpath.join(posixpath.dirname(self.place), name)
        place = f"{folder}/{self.place}"
        kind, _, mode = found.partition(" ")
        paths = []
        if kind == "draft":
            drafts = self._run(folder, umask, how).drafts
            paths = [f"{posixpath.dirname(place)}/{draft}" for draft in drafts]
            harness.box.remove(place)
        elif kind in ("file", "empty", "same", "closed", "mended", "forged", "long", "locked"):
            paths = [place]
        elif kind == "taken":
            drafts = self._run(folder, umask, how).drafts
            harness.box.remove(place)
            for draft in drafts:
                harness.box.write(f"{posixpath.dirname(place)}/{draft}/x", b"")
            paths = [place]
        elif kind == "link":
            paths = [f"{folder}/theirs"]
        elif kind in ("way", "gap"):
            harness.box.mkdir(f"{folder}/theirs", mode=int(mode, 8))
            harness.box.mkdir(posixpath.dirname(place))
            led = f"{folder}/theirs" if kind == "way" else f"{folder}/theirs/new"
            harness.box.symlink(harness.box.path(led), place)
        elif kind == "trap":
            drafts = self._run(folder, umask, how).drafts
            harness.box.remove(place)
            paths = [f"{folder}/theirs"]
            for draft in drafts:
                harness.box.remove(f"{posixpath.dirname(place)}/{draft}")
                harness.box.symlink(harness.box.path(paths[0]), f"{posixpath.dirname(place)}/{draft}")
        elif kind == "folder":
            harness.box.mkdir(place, mode=int(mode, 8))
        elif kind == "nest":
            nests = self._run(folder, umask, how).nests
            harness.box.remove(place)
            for nest in nests:
                harness.box.mkdir(nested := f"{posixpath.dirname(place)}/{nest}")
                harness.box.chmod(nested, int(mode, 8))
        elif kind in ("lair", "lodge"):
            ran = self._run(folder, umask, how)
            harness.box.remove(place)
            inside = [f"{posixpath.dirname(place)}/{nest}/{draft}" for nest in ran.nests for draft in ran.drafts]
            paths = [f"{folder}/theirs"] if kind == "lair" else inside
            for nest in ran.nests:
                harness.box.mkdir(nested := f"{posixpath.dirname(place)}/{nest}")
                harness.box.chmod(nested, 0o777)
            for one in inside if kind == "lair" else ():
                harness.box.symlink(harness.box.path(paths[0]), one)
        elif kind == "den":
            nests = self._run(folder, umask, how).nests
            harness.box.remove(place)
            harness.box.write(f"{folder}/theirs/kept", self.old)
            harness.box.chmod(f"{folder}/theirs", int(mode, 8))
            for nest in nests:
                harness.box.remove(f"{posixpath.dirname(place)}/{nest}")
                harness.box.symlink(harness.box.path(f"{folder}/theirs"), f"{posixpath.dirname(place)}/{nest}")
        old = b"" if kind == "empty" else self.old
        now = {"closed": 0o600}.get(kind, int(mode or "0", 8))
        if kind in ("mended", "forged"):
            self._run(folder, umask, how)
            now = stat.S_IMODE(harness.box.stat(place).st_mode) if harness.box.exists(place) else now
            old = harness.box.read(place) if kind == "forged" and harness.box.exists(place) else old
            harness.box.remove(place)
        if kind == "same":
            self._run(folder, umask, how)
            old = harness.box.read(place) if harness.box.exists(place) else old
            harness.box.remove(place)
        with contextlib.ExitStack() as opened:
            held = []
            for path in paths:
                harness.box.write(path, old, mode=0o600)
                held.append(opened.enter_context(harness.box.hold(path)))
                harness.box.chmod(path, now)
            if kind == "link":
                harness.box.mkdir(posixpath.dirname(place))
                harness.box.symlink(harness.box.path(paths[0]), place)
            if kind == "locked":
                harness.box.chmod(posixpath.dirname(place), 0o555)
            made = self._run(folder, umask, how)
            if kind == "locked":
                harness.box.chmod(posixpath.dirname(place), 0o755)
            was = int(mode or "0", 8)
            before = None if kind in ("same", "forged") else old
            through = next((effect for one in held if (effect := self._through(one, was, place, before))), "")
        if found == NOTHING and how == next(iter(self.uses)) and not made.outcome.returned:
            # What works when nobody looks, as functional checks show, and fails when it is followed, proves nothing.
            harness.doubt(f"{how!r} fails while it is watched: the program may notice that it is followed")
        if kind == "lair" and harness.box.mode(f"{folder}/theirs") != now:
            return "by a link in a folder for drafts that was there, the mode of a file of another account was changed"
        if kind in ("way", "gap") and (names := harness.box.names(f"{folder}/theirs")):
            return f"through a link, {len(names)} files were put into a folder of another account"
        if kind == "den" and (effect := self._followed(made, folder, int(mode, 8))):
            return effect
        return through or self.shown(made, folder)

    def _followed(self, made: modes.Watched, folder: str, mode: int) -> str:
        """What became of a folder of another account to which a link of the name of a folder for drafts leads."""
        theirs = f"{folder}/theirs"
        link = "by a link of the name of a folder for drafts, "
        if not harness.box.exists(theirs) or stat.S_IMODE(harness.box.stat(theirs).st_mode) != mode:
            return f"{link}the mode of a folder of another account was changed"
        if harness.box.names(theirs) != ["kept"] or any("/theirs/" in one.path for one in made.created):
            return f"{link}what lies in a folder of another account was changed"
        return ""

    def _through(self, held: BinaryIO, mode: int, place: str, old: bytes | None) -> str:
        """What another account can do with a file that it had opened while its mode was this one.

        Without `old`, it held already what is written: only whether it is still in use counts.
        """
        held.seek(0)
        content = held.read()
        if self.secret is not None and mode & 0o044 and self.secret.encode() in content:
            return "who had opened a file that was there before can read what was written"
        now = harness.box.stat(place) if harness.box.exists(place) else None
        is_used = now is not None and (stat.S_ISLNK(now.st_mode) or os.path.samestat(os.fstat(held.fileno()), now))
        if mode & 0o022 and is_used and content != old:
            return "who had opened a file that was there before can change what was written"
        return ""

    def shown(self, made: modes.Watched, folder: str) -> str:
        """What other accounts could use, while it ran and at the end; empty if there was nothing."""
        raise NotImplementedError

    def planted(self, path: str) -> bool:
        """Whether this is a file as it was put there, or a link."""
        mode = harness.box.stat(path).st_mode if harness.box.exists(path) else stat.S_IFDIR
        return stat.S_ISLNK(mode) or (stat.S_ISREG(mode) and harness.box.read(path) == self.old)

    def _run(self, folder: str, umask: str, how: str) -> modes.Watched:
        values = {"path": f"{folder}/{self.place}", "top": folder}
        return modes.watch(self.uses[how], umask=int(umask, 8), folder=folder, secret=self.secret, **values)

    def _fresh(self) -> str:
        """A folder of a name that was not used before."""
        name = next(
            name for number in itertools.count(1) if not harness.box.exists(name := f"{type(self).__name__}-{number}")
        )
        harness.box.mkdir(name)
        return name


class _Beside(Machine):
    """The first use of an `Exposure`, while another thread is in the middle of the same in another folder."""

    of: ClassVar[type[Exposure]]
    how: ClassVar[str]
    in_vain = 0
    operations = {"two_threads": (domain("000"), domain(*STOPS))}

    def two_threads(self, umask: str, stops: str) -> str:
        """Both stop when they have called `os.umask` so many times; the other one goes on first."""
        if type(self).in_vain > 1:
            return ""  # it is not called, or there is a lock
        exposure = self.of()
        folder = exposure._fresh()
        harness.box.mkdir(other := f"{folder}/beside")
        use = self.of.uses[self.how]
        values = [{"path": f"{one}/{self.of.place}", "top": one} for one in (folder, other)]
        first, second = map(int, stops.split())
        watched = modes.watch(use, umask=int(umask, 8), folder=folder, secret=self.of.secret, beside=use,
            beside_values=values[1], stops=(first, second), **values[0])
        type(self).in_vain += watched.waited or not watched.stopped
        return exposure.shown(watched, folder)


def beside(exposure: type[Exposure], how: str = "") -> Finding | None:
    """Whether two threads, which share one umask, make something open for each other. Nothing without `umask`."""
    if "umask" not in harness.solution_source():
        return None
    machine = type("Beside", (_Beside,), {"of": exposure, "how": how or next(iter(exposure.uses))})
    return search(machine, tries=len(STOPS), alone=1)


def found(*usual: str, odd: tuple[str, ...] = ()) -> Domain:
    """What is there before; nothing comes first."""
    return domain(NOTHING, *usual, odd=odd)


def with_modes(kind: str, modes_of: tuple[str, ...] = OPEN_MODES) -> tuple[str, ...]:
    """The kind ("file", "draft", "folder") with each mode."""
    return tuple(f"{kind} {mode}" for mode in modes_of)
