import os
import resource
import stat
import tempfile
import unittest
from pathlib import Path

import support  # noqa: F401
from tester.box import Box


class BoxTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name) / "box"
        for name in ("work", "tmp"):
            (self.root / name).mkdir(parents=True)
        (Path(folder.name) / "outside").write_text("outside")
        descriptor = os.open(self.root, os.O_RDONLY)
        self.addCleanup(os.close, descriptor)
        self.box = Box(descriptor)

    def test_paths_are_those_of_the_solution(self) -> None:
        self.assertEqual(self.box.path("a.txt"), "/box/work/a.txt")
        self.assertEqual(self.box.write("/tmp/x/y.txt", "text"), "/box/tmp/x/y.txt")
        self.assertEqual((self.root / "tmp/x/y.txt").read_text(), "text")
        self.assertEqual(self.box.text("../tmp/x/y.txt"), "text")
        self.assertEqual(self.box.path("/box"), "/box")

    def test_what_nobody_may_read_is_read_and_left_as_it_was(self) -> None:
        if os.getuid() == 0:
            os.chmod(self.root.parent, 0o755)
            os.seteuid(65534)
            self.addCleanup(os.seteuid, 0)
            self._hand_over_folders()
        self.box.write("closed/secret", b"7", mode=0)
        os.chmod(self.root / "work/closed", 0)
        self.assertEqual(self.box.read("closed/secret"), b"7")
        self.assertEqual(self.box.names("closed"), ["secret"])
        self.assertTrue(self.box.exists("closed/secret"))
        self.assertEqual(self.box.contents()["closed/secret"][1], b"7")
        self.assertEqual((self.box.mode("closed"), self.box.mode("closed/secret")), (0, 0))

    def _hand_over_folders(self) -> None:
        """The folders are root's: they are given to the user as whom the test goes on."""
        os.seteuid(0)
        for folder in (self.root, self.root / "work", self.root / "tmp"):
            os.chown(folder, 65534, 65534)
        os.seteuid(65534)

    def test_nothing_outside_can_be_named(self) -> None:
        for path in ("/etc/passwd", "../../outside", "/box/../outside", "/boxes"):
            with self.subTest(path), self.assertRaises(ValueError):
                self.box.read(path)

    def test_links_are_never_followed(self) -> None:
        (self.root / "work/file").symlink_to("/etc/passwd")
        (self.root / "work/folder").symlink_to("../..")
        (self.root / "work/inside").symlink_to("real")
        self.box.write("real", b"x")
        for path in ("file", "folder/outside", "inside"):
            with self.subTest(path), self.assertRaises(OSError):
                self.box.read(path)
        for path in ("file", "folder/new", "inside"):
            with self.subTest(path), self.assertRaises(OSError):
                self.box.write(path, b"x")
        self.assertTrue(stat.S_ISLNK(self.box.stat("file").st_mode))
        self.assertEqual(self.box.readlink("file"), "/etc/passwd")
        self.assertEqual(self.box.walk(), ["file", "folder", "inside", "real"])

    def test_everything_below_a_folder_is_seen_as_it_is(self) -> None:
        self.box.write("a/b/text", b"text", mode=0o640)
        self.box.symlink("/etc/passwd", "a/link")
        self.box.symlink("../..", "a/up")
        os.mkfifo(self.root / "work/a/pipe")
        found = self.box.contents("a")
        self.assertEqual(list(found), ["b", "b/text", "link", "pipe", "up"])
        self.assertEqual(
            {name: content for name, (_, content) in found.items()},
            {"b": b"", "b/text": b"text", "link": b"/etc/passwd", "pipe": b"", "up": b"../.."},
        )
        self.assertEqual(stat.S_IMODE(found["b/text"][0].st_mode), 0o640)
        self.assertEqual(self.box.walk("a"), list(found))

    def test_a_crowd_of_folders_hides_nothing_from_a_process_with_few_descriptors(self) -> None:
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
        for number in range(3000):
            (self.root / f"work/crowd/{number}").mkdir(parents=True)
        self.box.write("crowd/1500/last", b"x")
        self.assertEqual(len(self.box.walk("crowd")), 3001)

    def test_writing_replaces_and_sets_the_mode(self) -> None:
        self.box.write("a", b"long text", mode=0o600)
        self.box.write("a", b"x", mode=0o640)
        self.assertEqual((self.box.read("a"), self.box.mode("a")), (b"x", 0o640))

    def test_folders(self) -> None:
        self.box.mkdir("a/b", mode=0o700)
        self.box.write("a/b/c", b"")
        self.assertEqual(self.box.mode("a/b"), 0o700)
        self.assertEqual((self.box.names(), self.box.walk("a")), (["a"], ["b", "b/c"]))
        self.box.remove("a")
        self.box.remove("a")
        self.assertFalse(self.box.exists("a"))

    def test_a_pipe_is_no_file_and_nobody_waits_for_it(self) -> None:
        os.mkfifo(self.root / "work/pipe")
        for use in (lambda: self.box.read("pipe"), lambda: self.box.write("pipe", b"x")):
            with self.assertRaises(OSError):
                use()
