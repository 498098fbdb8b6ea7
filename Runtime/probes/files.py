"""Planted files inside and outside of a base folder, hostile archives, and what changed in the box.

base = files.Base("uploads_1")
for name, path in base.escapes().items():
    exploit_if(database.leaks(attempt(solution.read, path), *base.secrets), f"{name}: {path}")
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import urllib.parse
from dataclasses import dataclass

import harness
from probes import archives, naming
from probes.archives import Directory, HardLink, Link, MarkedFolder, Member, Unreadable, tar_archive, zip_archive
from probes.file_types import active, gif, hostile_uploads, jpeg, pdf, png
from probes.given import Given

__all__ = [
    "Base",
    "Directory",
    "FileChange",
    "HardLink",
    "Link",
    "MarkedFolder",
    "Unreadable",
    "active",
    "changes",
    "gif",
    "hostile_tars",
    "hostile_uploads",
    "hostile_zips",
    "jpeg",
    "pdf",
    "png",
    "snapshot",
    "strays",
    "tar_archive",
    "zip_archive",
]

Snapshot = dict[str, tuple[int, str]]


@dataclass(frozen=True)
class FileChange:
    """One difference: `path` (absolute) was "added", "changed" (content, kind or mode) or "removed"."""

    path: str
    kind: str


def snapshot(path: str = "/box") -> Snapshot:
    """Everything below a folder: absolute path → (mode, digest of the content, or target of a link)."""
    top = harness.box.path(path)
    return {
        f"{top}/{name}": (status.st_mode, hashlib.sha256(content).hexdigest())
        for name, (status, content) in harness.box.contents(path).items()
    }


def changes(before: Snapshot, path: str = "/box") -> list[FileChange]:
    """What is different below the folder from an earlier snapshot of it."""
    after = snapshot(path)
    found = [FileChange(name, "removed") for name in before if name not in after]
    for name, what in after.items():
        if name not in before:
            found.append(FileChange(name, "added"))
        elif before[name] != what:
            found.append(FileChange(name, "changed"))
    return sorted(found, key=lambda change: change.path)


def strays(before: Snapshot, folder: str) -> list[str]:
    """What is different outside of a folder since a snapshot, and has to do with what the solution was given; in words.

    That is every change of something that a check has put there, and whatever is called like a part of what was sent to
    the solution since the check began, archives' members included, or holds the same. A log beside the program, a cache
    or a temporary file is the program's own affair.
    """
    top = harness.box.path(folder)
    given = Given()
    found = []
    for change in changes(before):
        if (change.path + "/").startswith(top + "/"):
            continue
        if given.was_planted(change.path) or change.kind != "removed" and given.is_source_of(change.path):
            found.append(f"{change.path} {change.kind}")
    return found


class Base:
    """A folder that the solution is to keep to, with secrets around it.

    Outside lie a file beside it, one in a folder whose name begins with the base's, and one far from it. What they are
    called is different in every run.
    """

    def __init__(self, path: str) -> None:
        harness.box.mkdir(path)
        self.path: str = harness.box.path(path)
        self._root = harness.box.path("/box")
        parent, self._name = posixpath.split(self.path)
        name = f"{naming.word()}.txt"
        self._near = f"{parent}/{name}"
        self._twin_folder = f"{self.path}-{naming.word()}"
        self._twin = f"{self._twin_folder}/{name}"
        self._far = f"{self._root}/{naming.word()}/{name}"
        self._link = naming.word()
        self._planted = {path: naming.secret("private").encode() for path in (self._near, self._twin, self._far)}
        for path, content in self._planted.items():
            harness.box.write(path, content)
        self._added: dict[str, bytes] = {}
        self._before: Snapshot = {}
        self.renew()

    @property
    def secrets(self) -> list[bytes]:
        """The contents of the files outside."""
        return list(self._planted.values())

    @property
    def outside(self) -> list[str]:
        """The absolute paths of the files outside: beside it, in a folder of a similar name, far from it."""
        return [self._near, self._twin, self._far]

    def add(self, name: str, data: bytes | str = b"") -> str:
        """Puts a file into the base; returns its absolute path."""
        self._added[f"{self.path}/{name}"] = data.encode() if isinstance(data, str) else data
        harness.box.write(f"{self.path}/{name}", self._added[f"{self.path}/{name}"])
        self.renew()
        return f"{self.path}/{name}"

    def add_link(self, name: str, target: str) -> str:
        """Puts a symbolic link into the base; returns its absolute path."""
        harness.box.symlink(target, f"{self.path}/{name}")
        self.renew()
        return f"{self.path}/{name}"

    def escapes(self, links: bool = True) -> dict[str, str]:
        """Named paths, to be read as relative to the base, that reach a secret outside of it."""
        found = self._paths({"near": self._near, "twin": self._twin, "far": self._far})
        if links:
            found |= self._through_link(posixpath.basename(self._far))
        return found

    def write_escapes(self, name: str = "new.txt", links: bool = True) -> dict[str, str]:
        """The same to files outside of the base that do not exist yet: `new1.txt`, `new2.txt` …, one for each path."""
        parent = posixpath.dirname(self.path)
        far = posixpath.dirname(self._far)
        found = self._paths({"near": f"{parent}/{name}", "twin": f"{self._twin_folder}/{name}", "far": f"{far}/{name}"})
        if links:
            found |= self._through_link(name)
        stem = name.partition(".")[0]
        parts = {key: path.rpartition(stem) for key, path in found.items()}
        made = {key: f"{head}{stem}{number}{tail}" for number, (key, (head, _, tail)) in enumerate(parts.items(), 1)}
        archives.made.extend((path, b"") for path in made.values())
        return made

    def changes(self) -> list[str]:
        """`strays` outside of the base since the last `renew`."""
        return strays(self._before, self.path)

    def renew(self) -> None:
        """Forgets the changes so far."""
        self._before = snapshot()

    def restore(self) -> None:
        """Makes the base as it was, with the files that were added, and takes away what an attack has left outside.

        What is new outside and has nothing to do with what was given is the program's own, a folder of logs perhaps: it
        stays, or the program would stop working.
        """
        added = [
            change.path
            for change in changes(self._before)
            if change.kind == "added" and not (change.path + "/").startswith(self.path + "/")
        ]
        given = Given() if added else None
        for path in added:
            if given and harness.box.exists(path) and (given.was_planted(path) or given.is_source_of(path)):
                harness.box.remove(path)
        harness.box.remove(self.path)
        harness.box.mkdir(self.path)
        for path, content in (self._planted | self._added).items():
            if harness.box.exists(path):
                harness.box.remove(path)
            harness.box.write(path, content)
        self.renew()

    def _through_link(self, name: str) -> dict[str, str]:
        if not harness.box.exists(f"{self.path}/{self._link}"):
            self.add_link(self._link, posixpath.dirname(self._far))
        return {"link inside": f"{self._link}/{name}"}

    def _paths(self, targets: dict[str, str]) -> dict[str, str]:
        near = posixpath.relpath(targets["near"], self.path)
        far = posixpath.relpath(targets["far"], self.path)
        twin = posixpath.relpath(targets["twin"], self.path)
        deep = "/".join(["x"] * 3)
        harness.box.mkdir(f"{self.path}/sub")
        return {
            "dots": near,
            "dots, far": far,
            "dots after the working folder": f"./{near}",
            "dots in the middle": f"sub/../{near}",
            "dots in the middle, far": f"sub/../{far}",
            "dots behind folders that do not exist": f"{deep}/../../../{near}",
            "empty part counted as a folder": f"sub//../{near}",
            "single dot counted as a folder": f"sub/./../{near}",
            "many dots": "../" * 12 + targets["near"].lstrip("/"),
            "doubled slashes": near.replace("/", "//"),
            "dots and single dots": near.replace("../", ".././"),
            "nested dots": near.replace("../", "....//"),
            "nested dots, the other way": near.replace("../", "..././"),
            "prefix twin": twin,
            "prefix twin, absolute": targets["twin"],
            "prefix twin, absolute with the base": f"{self.path}/{twin}",
            "absolute": targets["near"],
            "absolute, far": targets["far"],
            "absolute, two slashes": "/" + targets["near"],
            "absolute with the base": f"{self.path}/{near}",
            "encoded": urllib.parse.quote(near, safe="").replace(".", "%2e"),
            "encoded, slashes only": near.replace("/", "%2f"),
            "encoded twice": urllib.parse.quote(urllib.parse.quote(near, safe="").replace(".", "%2e")),
            "backslashes": near.replace("/", "\\"),
            "leading space": " " + targets["near"],
            "leading space, dots": " " + near,
            "full-width slashes": near.replace("/", "\uff0f"),
            "full-width slashes, two dots in one": near.replace("..", "\u2025").replace("/", "\uff0f"),
            "home": "~/" + "../" * 12 + targets["near"].lstrip("/"),
            "file address": "file://" + targets["near"],
        }


def _new_name() -> str:
    return f"{naming.word()}.txt"


def _hostile(base: Base) -> dict[str, list[Member]]:
    """Members that leave the base when unpacked into it; every archive also holds a harmless one."""
    paths = base.write_escapes(_new_name(), links=False)
    wanted = ("dots", "dots, far", "dots in the middle", "prefix twin", "absolute", "absolute, far", "backslashes")
    far = posixpath.dirname(base._far)
    return {name: [("good.txt", b"good"), (paths[name], b"evil")] for name in wanted} | {
        "link to a folder, then a file in it": [Link("shelf", far), (f"shelf/{_new_name()}", b"evil")],
        "link by dots, then a file in it": [
            Link("rack", os.path.relpath(far, base.path)),
            (f"rack/{_new_name()}", b"evil"),
        ],
        "link to a file": [Link("card.txt", base._far)],
        "link, then a file of its name": [Link("page.txt", base._near), ("page.txt", b"evil")],
    }


def hostile_zips(base: Base) -> dict[str, bytes]:
    """Named zip archives that write to, or point to, places outside of the base when they are unpacked into it."""
    return {name: zip_archive(members) for name, members in _hostile(base).items()}


def hostile_tars(base: Base) -> dict[str, bytes]:
    """The same as tar archives, with hard links besides."""
    members = _hostile(base) | {
        "hard link to a file": [HardLink("copy.txt", base._far)],
        "hard link by dots": [HardLink("copy2.txt", os.path.relpath(base._near, base.path))],
        "hard link, then a file of its name": [HardLink("copy3.txt", base._near), ("copy3.txt", b"evil")],
        "hard link in a folder, counted from there": [
            HardLink("shelf/copy4.txt", os.path.relpath(base._near, base.path)),
            ("shelf/copy4.txt", b"evil"),
        ],
        "link to a link": [Link("a", "."), Link("a/b", ".."), (f"a/b/{_new_name()}", b"evil")],
    }
    return {name: tar_archive(found) for name, found in members.items()}
