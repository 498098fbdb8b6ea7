"""What happened in the box is known, whatever became of it afterwards."""

import os
import tempfile
import unittest
from pathlib import Path

import support  # noqa: F401
from tester.watch import Event, Watch


class WatchTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / "tmp").mkdir()
        self.watch = Watch(lambda path, flags: os.open(self.root / path, flags))

        self.addCleanup(self.watch.close)

    def kinds(self, path: str) -> list[str]:
        return [event.kind for event in self.watch.look() if event.path == path]

    def test_a_file_that_existed_for_a_moment(self) -> None:
        (self.root / "tmp/a").write_text("x")
        (self.root / "tmp/a").unlink()
        self.assertEqual([self.kinds("tmp/a")[0], self.kinds("tmp/a")[-1]], ["came", "gone"])

    def test_a_file_that_was_moved_is_known_by_both_names(self) -> None:
        (self.root / "tmp/a").write_text("x")
        (self.root / "tmp/a").rename(self.root / "b")
        self.assertEqual((self.kinds("tmp/a")[-1], self.kinds("b")), ("gone", ["came"]))

    def test_what_a_new_folder_holds(self) -> None:
        self.watch.look()
        os.makedirs(self.root / "new/deep")
        (self.root / "new/deep/a").write_text("x")
        self.assertIn("came", self.kinds("new/deep/a"))
        (self.root / "new/deep/b").touch()
        (self.root / "new/deep/b").unlink()
        self.assertEqual([self.kinds("new/deep/b")[0], self.kinds("new/deep/b")[-1]], ["came", "gone"])

    def test_a_mode_that_changed(self) -> None:
        (self.root / "tmp").chmod(0o500)
        self.assertEqual(self.kinds("tmp"), ["attributes"])

    def test_what_was_there_before_has_not_happened(self) -> None:
        (self.root / "old").touch()
        watch = Watch(lambda path, flags: os.open(self.root / path, flags))
        self.assertEqual(watch.look(), [])
        (self.root / "new").touch()
        self.assertEqual(watch.look()[0], Event("new", "came"))

    def test_a_folder_that_cannot_be_followed_is_a_gap(self) -> None:
        def refuse(path: str, flags: int) -> int:
            if path != ".":
                raise PermissionError(13, "Permission denied")
            return os.open(self.root / path, flags)

        self.assertIn("tmp", str(Watch(refuse).gap))
        self.assertIsNone(self.watch.gap)

    def test_more_events_than_the_kernel_keeps_are_a_gap(self) -> None:
        most = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
        if most > 100_000:
            self.skipTest("the kernel keeps very many events here")
        for number in range(most // 4 + 10):
            path = self.root / str(number % 7)
            path.write_text("x")  # made, changed, closed
            path.unlink()
        self.watch.look()
        self.assertIsNotNone(self.watch.gap)


if __name__ == "__main__":
    unittest.main()
