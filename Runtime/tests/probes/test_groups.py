"""Who leaves a folder to the group of other people is found; who gives it to a group, or makes it anew, is not."""

import unittest

import fakes

from probes import groups

SOURCE = """
import os, shutil
from os import chown, getegid, stat
from pathlib import Path
MINE = os.getegid()
def take(path):
    os.path.isdir(path) or os.mkdir(path)
    {take}
"""
KEEPING = (
    "pass",
    "os.chmod(path, 0o2770)",
    "os.chown(path, -1, -1)",
    "os.chown(path, os.geteuid(), -1); os.chmod(path, 0o770)",
    "os.chown(os.path.dirname(path), -1, os.getegid())",
    "os.mkdir(path + '/new'); chown(path + '/new', -1, getegid())",
    "stat(path).st_gid != os.getegid() or chown(path, -1, getegid())",
    "Path(path).stat().st_gid in os.getgroups() and os.chown(path, -1, os.getegid())",
    "fd = os.open(path, os.O_RDONLY); os.fchmod(fd, 0o770); os.close(fd)",
    "os.link(__file__, path + '/x') if False else os.chmod(path, stat(path).st_mode | 0o2000)",
)
GIVING = (
    "os.chown(path, -1, os.getegid())",
    "chown(path, -1, getegid())",
    "os.lchown(path, -1, os.getgid())",
    "os.chown(path, os.geteuid(), os.getresgid()[1], follow_symlinks=False)",
    "shutil.chown(path, group=os.getegid())",
    "fd = os.open(path, os.O_RDONLY); os.fchown(fd, -1, os.getegid()); os.close(fd)",
    "fd = os.open(os.path.dirname(path), os.O_RDONLY); os.chown(os.path.basename(path), -1, os.getgroups()[0], dir_fd=fd)",
    "Path(path).stat().st_gid == os.getegid() or os.chown(path, -1, os.getegid()); assert stat(path).st_gid == getegid()",
    "os.rename(path, path + '.old'); os.mkdir(path)",
    "os.mkdir(path + '.n'); os.rename(path + '.n', path); assert stat(path).st_gid == getegid()",
    "os.chown(path, -1, MINE)",
    "raise OSError('it is there')",
)


#: For a moment, or for good, the old group may do more than before.
ADMITTING = (
    "os.chmod(path, 0o2770); os.chown(path, -1, os.getegid())",
    "Path(path).chmod(0o770); chown(path, -1, getegid())",
    "fd = os.open(path, os.O_RDONLY); os.fchmod(fd, 0o2770); os.fchown(fd, -1, os.getegid()); os.close(fd)",
    "os.chmod(path, 0o700); os.chmod(path, 0o710); os.chown(path, -1, getegid())",
    "fd = os.open(os.path.dirname(path), os.O_RDONLY); os.chmod(os.path.basename(path), 0o770, dir_fd=fd); os.chown(path, -1, MINE)",
    "os.chmod(path, 0o2770); raise OSError('it is there')",
    "os.chmod(path, stat(path).st_mode | 0o2070)",
)
SHUTTING = (
    "os.chown(path, -1, os.getegid()); os.chmod(path, 0o2770)",
    "os.chmod(path, 0o700); os.chown(path, -1, getegid()); os.chmod(path, 0o2770)",
    "fd = os.open(path, os.O_RDONLY); os.fchown(fd, -1, MINE); os.fchmod(fd, 0o2770); os.close(fd)",
    "os.rename(path, path + '.old'); os.mkdir(path); os.chmod(path, 0o2770)",
    "os.mkdir(path + '.n'); os.chmod(path + '.n', 0o2770); os.rename(path + '.n', path)",
    "os.chmod(os.path.dirname(path), 0o2775)",
)

#: The folder above was there, and hands on the group of others.
INHERITING = (
    "os.mkdir(path); os.chmod(path, 0o2770)",
    "os.makedirs(path, 0o770)",
    "Path(path).mkdir(mode=0o770)",
    "os.chmod(os.path.dirname(path), stat(os.path.dirname(path)).st_mode & ~0o022); os.mkdir(path); os.chmod(path, 0o2770)",
    "os.mkdir(path + '.n'); os.chmod(path + '.n', 0o770); os.rename(path + '.n', path)",
    "os.mkdir(path); os.chown(path, -1, -1); os.chmod(path, 0o770)",
)
OWNING = (
    "os.mkdir(path); os.chown(path, -1, os.getegid()); os.chmod(path, 0o2770)",
    "os.chown(os.path.dirname(path), -1, getegid()); os.mkdir(path); os.chmod(path, 0o2770)",
    "os.chmod(os.path.dirname(path), 0o755); os.mkdir(path); os.chmod(path, 0o2770)",
    "os.mkdir(path); stat(path).st_gid == getegid() or os.chown(path, -1, getegid()); os.chmod(path, 0o2770)",
    "raise OSError('no')",
)


class Groups(fakes.ProbeTest):
    def kept(self, take: str) -> list[str]:
        fakes.load(SOURCE.format(take=take.replace("; ", "\n    ")))
        fakes.harness.box.remove("top")
        fakes.harness.box.mkdir("top/staff")
        path = fakes.harness.box.path("top/staff")
        return groups.kept("solution.take(path)", [path], path=path)

    def test_who_leaves_it_to_the_group_that_it_had_is_found(self) -> None:
        self.assertEqual([take for take in KEEPING if not self.kept(take)], [])

    def test_who_gives_it_to_a_group_or_makes_it_anew_is_left_alone(self) -> None:
        self.assertEqual([take for take in GIVING if self.kept(take)], [])

    def admitted(self, take: str) -> list[str]:
        fakes.load(SOURCE.format(take=take.replace("; ", "\n    ")))
        fakes.harness.box.remove("top")
        fakes.harness.box.mkdir("top/staff")
        fakes.harness.box.chmod("top/staff", 0o700)
        path = fakes.harness.box.path("top/staff")
        return groups.admitted("solution.take(path)", [path], path=path)

    def test_who_lets_the_old_group_in_is_found(self) -> None:
        self.assertEqual([take for take in ADMITTING if not self.admitted(take)], [])

    def test_who_gives_it_away_first_is_left_alone(self) -> None:
        self.assertEqual([take for take in SHUTTING if self.admitted(take)], [])

    def inherited(self, make: str) -> list[str]:
        source = SOURCE.replace("os.path.isdir(path) or os.mkdir(path)", "pass")
        fakes.load(source.format(take=make.replace("; ", "\n    ")))
        fakes.harness.box.remove("top")
        fakes.harness.box.mkdir("top")
        fakes.harness.box.chmod("top", 0o2775)
        top = fakes.harness.box.path("top")
        return groups.inherited("solution.take(path)", top, [f"{top}/staff"], path=f"{top}/staff")

    def test_who_inherits_a_group_is_found(self) -> None:
        self.assertEqual([make for make in INHERITING if not self.inherited(make)], [])

    def test_who_gives_what_is_new_to_the_own_group_is_left_alone(self) -> None:
        self.assertEqual([make for make in OWNING if self.inherited(make)], [])

    def test_all_is_as_before_afterwards(self) -> None:
        self.kept(GIVING[0])
        self.assertNotEqual(fakes.harness.testify("import os\nresult = os.getegid()"), 4711)


if __name__ == "__main__":
    unittest.main()
