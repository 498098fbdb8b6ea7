"""The outer sandbox and its guard, with real workers."""

import os
import py_compile
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from py_compile import PycInvalidationMode

import support
from outer import bubblewrap
from processes import descendants, is_alive

RIGHT = {
    "solution": "def answer():\n    return 1\n",
    "checks": [
        {
            "kind": "functional",
            "path": "f.py",
            "source": "from harness import solution\ndef test_a():\n    assert solution.answer() == 1\n",
        }
    ],
}


class ShownFilesTest(unittest.TestCase):
    def test_only_files_of_the_runtime_are_shown(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            runtime = Path(folder) / "Runtime"
            shutil.copytree(support.RUNTIME, runtime)
            (runtime / "jail" / "notes.txt").write_text("secret")
            (runtime / "secret.py").write_text("secret")
            files = bubblewrap.open_runtime(runtime)
            for descriptor in files.descriptors:
                os.close(descriptor)
        shown = {target for _, target in files.opened}
        self.assertIn("/opt/runtime/jail/zygote.py", shown)
        self.assertFalse({target for target in shown if "notes" in target or "secret" in target or "tests" in target})
        command = bubblewrap.arguments(files, support.PYTHON)
        self.assertNotIn(str(support.RUNTIME), command)

    def test_the_digest_tells_every_change(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            runtime = Path(folder) / "Runtime"
            shutil.copytree(support.RUNTIME, runtime)
            digests = []
            for _ in range(2):
                files = bubblewrap.open_runtime(runtime)
                digests.append(files.digest)
                for descriptor in files.descriptors:
                    os.close(descriptor)
                with open(runtime / "harness" / "__init__.py", "a") as file:
                    file.write("\n")
        self.assertNotEqual(*digests)


    def test_compiled_files_go_along_when_their_source_is_looked_at_again(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            runtime = Path(folder) / "Runtime"
            shutil.copytree(support.RUNTIME, runtime, ignore=shutil.ignore_patterns("__pycache__"))
            digests = set()
            for mode in (None, *PycInvalidationMode):
                if mode:
                    py_compile.compile(str(runtime / "jail" / "zygote.py"), invalidation_mode=mode)
                files = bubblewrap.open_runtime(runtime)
                for descriptor in files.descriptors:
                    os.close(descriptor)
                digests.add(files.digest)
                compiled = [target for _, target in files.opened if target.endswith(".pyc")]
                name = f"/opt/runtime/jail/__pycache__/zygote.{sys.implementation.cache_tag}.pyc"
                self.assertEqual(compiled, [name] if mode == PycInvalidationMode.CHECKED_HASH else [])
        self.assertEqual(len(digests), 1)


class WorkerTest(unittest.TestCase):
    def test_a_compiled_file_that_was_left_behind_is_not_taken(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            runtime = Path(folder) / "Runtime"
            shutil.copytree(support.RUNTIME, runtime, ignore=shutil.ignore_patterns("__pycache__"))
            for path in [Path(folder), *runtime.rglob("*")]:
                path.chmod(0o755)
            path = runtime / "jail" / "packages.py"
            source = path.read_text()
            path.write_text(f"{source}\ninstalled = lambda: {{'left': '1'}}\n")
            py_compile.compile(str(path), invalidation_mode=PycInvalidationMode.CHECKED_HASH)
            worker = support.Worker(runtime)
            self.assertEqual(worker.ready["packages"], {"left": "1"})
            worker.close()
            path.write_text(f"{source}\ninstalled = lambda: {{'new_': '1'}}\n")
            worker = support.Worker(runtime)
            self.assertEqual(worker.ready["packages"], {"new_": "1"})
            worker.close()

    @unittest.skipUnless(os.geteuid() == 0, "only root gives up its uid")
    def test_root_needs_no_checkout_that_others_can_reach(self) -> None:
        for parent in ("/root", "/tmp"):
            with self.subTest(parent), tempfile.TemporaryDirectory(dir=parent) as folder:
                os.chmod(folder, 0o700)
                runtime, python = Path(folder) / "Runtime", Path(folder) / "python"
                shutil.copytree(support.RUNTIME, runtime)
                for path in runtime.rglob("*"):
                    path.chmod(0o700)
                shutil.copytree(support.PYTHON, python, symlinks=True, ignore=shutil.ignore_patterns("site-packages"))
                worker = support.Worker(runtime, python)
                self.assertEqual(worker.run(**RIGHT)["checks"][0]["status"], "passed")
                worker.close()

    @unittest.skipUnless(os.geteuid() == 0, "about root in a container")
    def test_root_without_the_power_to_mount(self) -> None:
        for before in (
            ("/usr/bin/setpriv", "--bounding-set=-sys_admin"),
            ("/usr/bin/unshare", "--user", "--map-root-user"),
        ):
            with self.subTest(before):
                worker = support.Worker(before=before)
                self.assertEqual(worker.run(**RIGHT)["checks"][0]["status"], "passed")
                worker.close()

    def test_where_namespaces_cannot_be_nested_runs_share_those_of_the_worker(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o755)
            runtime = Path(folder) / "Runtime"
            shutil.copytree(support.RUNTIME, runtime)
            path = runtime / "outer" / "bubblewrap.py"
            path.write_text(path.read_text().replace('"--unshare-user",', '"--unshare-user", "--disable-userns",'))
            worker = support.Worker(runtime)
            with self.assertRaisesRegex(AssertionError, "level 3 cannot be had here"):
                support.Worker(runtime, level=3)
        self.assertEqual(worker.ready["level"], 2)
        for answer, status in ((1, "passed"), (2, "failed"), (1, "passed")):
            daemon = "import os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(99)\n"
            result = worker.run(**{**RIGHT, "solution": f"{daemon}def answer():\n    return {answer}\n"})
            self.assertEqual((result["checks"][0]["status"], result["level"]), (status, 2))
        worker.close()

    def test_a_host_that_is_killed_leaves_nothing(self) -> None:
        for level, checks, workers in ((3, "", 1), (2, "", 1), (2, "from harness import Network\nNetwork()\n", 2)):
            with self.subTest(level=level, checks=checks):
                self.kill_a_host(level, checks, workers)

    def kill_a_host(self, level: int, checks: str, workers: int) -> None:
        """Kills it in the middle of a run for which it has so many workers."""
        files = [{"kind": "functional", "path": "f.py", "source": checks}]
        host = subprocess.Popen(
            [
                sys.executable,
                "-c",
                "import support, sys, time\n"
                f"worker = support.Worker(level={level})\n"
                "print(worker.process.pid, flush=True)\n"
                f"worker.run(solution='import time\\ntime.sleep(50)', checks={files!r},"
                " limits={'wallSeconds': 60, 'checkSeconds': 60})\n",
            ],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parent,
        )
        assert host.stdout is not None
        launcher = int(host.stdout.readline())
        family: list[int] = []
        for _ in range(500):  # until a solution runs beside its tester
            family = descendants(launcher)
            if sum(len(descendants(pid)) == 3 for pid in family if is_zygote(pid)) == 1 and len(family) > 5 * workers:
                break
            time.sleep(0.02)
        else:
            self.fail(f"no run: {family}")
        host.send_signal(signal.SIGKILL)
        host.wait()
        host.stdout.close()
        for _ in range(500):
            if not any(is_alive(pid) for pid in family):
                return
            time.sleep(0.02)
        self.fail(f"still there: {[pid for pid in family if is_alive(pid)]}")

    def test_a_killed_guard_takes_the_worker_along(self) -> None:
        worker = support.Worker()
        family = descendants(worker.process.pid)
        worker.process.kill()
        worker.close()
        for _ in range(200):
            if not any(is_alive(pid) for pid in family):
                return
            time.sleep(0.02)
        self.fail("the worker lives on")

    def test_errors_in_a_check_file_point_at_the_place(self) -> None:
        worker = support.Worker()
        for source, place in (
            ("def test_a():\n    x = (\n", "f.py:2"),
            ("import harness\n\nharness.box.read('x')\ndef test_a(): 0\n", "f.py:3"),
            ("def test_a(): 0\ndef setup():\n    1 / 0\n", "f.py:3"),
        ):
            checks = [{"kind": "functional", "path": "f.py", "source": source}]
            result = worker.run(solution="", checks=checks)
            self.assertEqual((result["ending"], result["isInfrastructure"]), ("harness-error", False))
            self.assertIn(place, result["detail"])
        failing = "from harness import *\n\ndef test_a():\n    assert solution.answer() == 2\n"
        result = worker.run(**{**RIGHT, "checks": [{"kind": "functional", "path": "f.py", "source": failing}]})
        self.assertEqual(result["checks"][0]["line"], 4)
        self.assertIn("solution.answer() == 2", result["checks"][0]["message"])
        worker.close()


class SeccompTest(unittest.TestCase):
    def test_the_committed_filters_are_those_of_the_list(self) -> None:
        script = support.RUNTIME.parent / "Scripts" / "generate-seccomp-filters"
        done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True)
        if "libseccomp" in done.stderr and "cannot open shared object" in done.stderr:
            self.skipTest("libseccomp is not installed")
        self.assertEqual((done.returncode, done.stderr), (0, ""))


def is_zygote(pid: int) -> bool:
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return b"jail.zygote" in command and b"jail.zygote" not in Path(f"/proc/{parent(pid)}/cmdline").read_bytes()


def parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
