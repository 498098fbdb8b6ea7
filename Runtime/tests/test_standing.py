"""A jail that does not stand is the harness's fault, and says why; nothing of the solution is loaded in it."""

import os
import shutil
import tempfile
import unittest
from pathlib import Path

import support
from test_outer import RIGHT

#: Only this run's jail is broken: without a sound one, the worker would not start at all.
OPEN_FILES = 77
_SECCOMP = "    seccomp.install(zygote.filter_with_network)\n"
_LANDLOCK = "    landlock.restrict(writable"
_LIMITS = "    privileges.limit_resources("
_BROKEN = f"    if limits.open_files == {OPEN_FILES}:\n        "

#: Name → (what in `solution_process.py` is replaced, by what, what the reason must name).
BROKEN = {
    "an exit in silence": (_SECCOMP, f"{_BROKEN}leave = os._exit(111)\n{_SECCOMP}", "gave no sign that it stands (exit code 111)"),
    "an exit that looks well": (_SECCOMP, f"{_BROKEN}os._exit(0)\n{_SECCOMP}", "gave no sign that it stands"),
    "a death": (_SECCOMP, f"{_BROKEN}os.kill(os.getpid(), 9)\n{_SECCOMP}", "gave no sign that it stands"),
    "a limit that cannot be set": (
        _LIMITS,
        f"{_BROKEN}import resource; resource.setrlimit(resource.RLIMIT_STACK, (4096, 4096))\n{_LIMITS}",
        "not allowed to raise maximum limit",
    ),
    "a limit that was forgotten": (
        _SECCOMP,
        f"{_SECCOMP}{_BROKEN}import resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n",
        "resource limit 4 is (0, 0) instead of 1",
    ),
    "no Landlock": (_LANDLOCK, f"{_BROKEN}raise OSError('landlock: refused')\n{_LANDLOCK}", "landlock: refused"),
    "no filter": (
        _SECCOMP, f"    if limits.open_files != {OPEN_FILES}:\n    {_SECCOMP}", "the system call filter does not stand",
    ),
    "a filter that is refused": (
        _SECCOMP,
        f"    seccomp.install(zygote.filter_with_network if limits.open_files != {OPEN_FILES} else b'x' * 64)\n",
        "seccomp: Invalid argument",
    ),
}  # fmt: skip


class StandingTest(unittest.TestCase):
    def test_the_solution_is_never_blamed_for_a_jail_that_does_not_stand(self) -> None:
        for name, (old, new, reason) in BROKEN.items():
            with tempfile.TemporaryDirectory() as folder:
                os.chmod(folder, 0o755)
                runtime = Path(folder) / "Runtime"
                shutil.copytree(support.RUNTIME, runtime, ignore=shutil.ignore_patterns("tests", "__pycache__"))
                path = runtime / "jail" / "solution_process.py"
                text = path.read_text()
                self.assertEqual(text.count(old), 2, name)  # at level 3 and at level 2
                path.write_text(text.replace(old, new))
                for level in (3, 2):
                    if name == "a death" and level == 3:
                        continue  # the first process of a namespace cannot kill itself
                    with self.subTest(name, level=level):
                        worker = support.Worker(runtime, level=level)
                        self.addCleanup(worker.close)
                        broken = {**RIGHT, "limits": {"openFiles": OPEN_FILES}}
                        result = worker.run(**{**broken, "solution": "print('LOADED')\n" + RIGHT["solution"]})
                        self.assertEqual((result["ending"], result["isInfrastructure"]), ("harness-error", True))
                        self.assertIn("the jail could not be built", result["detail"])
                        self.assertIn(reason, result["detail"])
                        self.assertEqual([check["status"] for check in result["checks"]], ["not-run"])
                        self.assertNotIn("LOADED", result["output"])

    def test_the_solution_cannot_write_where_the_sign_is_given(self) -> None:
        """It has the descriptors 0 to 3 and no other."""
        solution = "import os\nfound = [int(name) for name in os.listdir('/proc/self/fd')]\n"
        check = "from harness import attribute, solution\ndef test_a():\n    found = attribute(solution, 'found')\n"
        check += "    assert sorted(found)[:4] == [0, 1, 2, 3] and len(found) == 5, found\n"
        check += "    assert solution.closed() == [4, 5, 6]\n"
        solution += "def closed():\n    found = []\n    for one in (4, 5, 6):\n        try:\n            os.fstat(one)\n"
        solution += "        except OSError:\n            found.append(one)\n    return found\n"
        for level in (3, 2):
            with self.subTest(level):
                worker = support.Worker(level=level)
                self.addCleanup(worker.close)
                result = worker.run(solution=solution, checks=[{"kind": "functional", "path": "f.py", "source": check}])
                self.assertEqual([(one["status"], one["message"]) for one in result["checks"]], [("passed", None)])


if __name__ == "__main__":
    unittest.main()
