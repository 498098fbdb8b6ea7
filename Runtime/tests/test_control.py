"""A worker in which an attack could not be seen takes no request."""

import shutil
import tempfile
import unittest
from pathlib import Path

import support
from jail import control


class ControlTest(unittest.TestCase):
    def started_with(self, name: str, old: str, new: str, level: int) -> str:
        """Starts a worker of a changed runtime and returns what it says on refusing."""
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o755)
            runtime = Path(folder) / "Runtime"
            shutil.copytree(support.RUNTIME, runtime)
            path = runtime / name
            text = path.read_text()
            self.assertEqual(text.count(old), 1)
            path.write_text(text.replace(old, new))
            with self.assertRaises(AssertionError) as caught:
                support.Worker(runtime, level=level).close()
        return str(caught.exception)

    def test_files_in_another_place_are_noticed(self) -> None:
        said = self.started_with("jail/filesystem.py", 'mount("/box/tmp", "/tmp", None, MS_BIND)', "pass", 3)
        self.assertIn("the control run of level 3 went wrong: security/test_traces", said)
        said = self.started_with("outer/bubblewrap.py", '"/box/tmp", "/tmp"]', '"/box/shm", "/tmp"]', 2)
        self.assertIn("the control run of level 2 went wrong: security/test_traces", said)

    def test_deaf_fake_programs_are_noticed(self) -> None:
        said = self.started_with("outer/bubblewrap.py", '"/box/bin:/opt', '"/opt', 3)
        self.assertIn("security/test_traces", said)

    def test_a_tester_that_calls_everything_right_is_noticed(self) -> None:
        said = self.started_with("tester/main.py", "                body()\n", "                pass\n", 3)
        self.assertIn("functional/test_wrong_answer is passed and should be failed", said)

    def test_lost_output_is_noticed(self) -> None:
        checks = [{"name": name, "status": status, "message": None} for name, status in control._EXPECTED.items()]
        self.assertIsNone(control.fault({"checks": checks, "output": "trace-4711\n"}))
        self.assertEqual(
            control.fault({"checks": checks, "output": ""}), "what the solution printed was not seen"
        )

    def test_a_run_that_ended_too_soon_is_noticed(self) -> None:
        self.assertEqual(
            control.fault({"checks": [], "ending": "harness-error", "detail": "no plan", "output": ""}),
            "harness-error: no plan",
        )
