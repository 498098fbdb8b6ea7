"""A worker that is no longer what it was at its start is found out before its next answer, and serves no further one."""

import os
import resource
import subprocess
import threading
import time
import unittest
from collections.abc import Callable

import support
from jail import filesystem
from outer import errands
from processes import descendants, is_alive, named
from test_outer import RIGHT

WRONG = {**RIGHT, "solution": "def answer():\n    return 2\n"}
SLOW = {**RIGHT, "solution": "import time\ndef answer():\n    time.sleep(1)\n    return 1\n"}
_IOPRIO_SET = {"x86_64": 251, "aarch64": 30}


def limit(kind: str, soft: int, hard: int) -> Callable[[int], None]:
    def lower(pid: int) -> None:
        resource.prlimit(pid, getattr(resource, f"RLIMIT_{kind}"), (soft, hard))

    return lower


def poisoned(pid: int, poison: Callable[[int], None]) -> None:
    """Does it as the user of the process, as a solution would; what needs root is done as root."""
    child = os.fork()
    if child == 0:
        try:
            if poison not in (stray, mount):
                owner = os.stat(f"/proc/{pid}")
                os.setgroups([])
                os.setresgid(*[owner.st_gid] * 3)
                os.setresuid(*[owner.st_uid] * 3)
            poison(pid)
            os._exit(0)
        except BaseException as error:
            os.write(2, f"{error!r}\n".encode())
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == 0


def fewer_processors(pid: int) -> None:
    os.sched_setaffinity(pid, {min(os.sched_getaffinity(pid))})


def io_priority(pid: int) -> None:
    import ctypes

    assert ctypes.CDLL(None).syscall(_IOPRIO_SET[support.ARCHITECTURE], 1, pid, 0x6007) == 0


def oom(pid: int) -> None:
    with open(f"/proc/{pid}/oom_score_adj", "w") as file:
        file.write("900")


def stray(pid: int) -> None:
    """A process in the worker's pid namespace."""
    sleeper = subprocess.Popen(["nsenter", "--target", str(pid), "--pid", "sleep", "60"])
    deadline = time.monotonic() + 10
    while len(descendants(sleeper.pid)) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)


def mount(pid: int) -> None:
    errands._enter(pid, "mnt", errands._NEW_MOUNT)
    filesystem.mount("x", "/opt/runtime", "tmpfs", 0)


#: Name → what is done to the zygote or the supervisor, and what the reason must name.
POISONS: dict[str, tuple[str, Callable[[int], None], str]] = {
    "stack": ("zygote", limit("STACK", 1 << 20, 1 << 20), "Max stack size"),
    "locked memory": ("zygote", limit("MEMLOCK", 4096, 4096), "Max locked memory"),
    "soft limit alone": ("zygote", limit("NPROC", 100, resource.getrlimit(resource.RLIMIT_NPROC)[1]), "Max processes"),
    "processor time": ("zygote", limit("CPU", 1, 1), "Max cpu time"),
    "tester's processor time": ("zygote", limit("CPU", 50, 50), "Max cpu time"),
    "descriptors of the supervisor": ("supervisor", limit("NOFILE", 200, 200), "Max open files"),
    "processor time of the supervisor": ("supervisor", limit("CPU", 1000, 1000), "Max cpu time"),
    "size of files": ("supervisor", limit("FSIZE", 1 << 20, 1 << 20), "Max file size"),
    "nice value": ("zygote", lambda pid: os.setpriority(os.PRIO_PROCESS, pid, 7), "nice value"),
    "nice value of the supervisor": ("supervisor", lambda pid: os.setpriority(os.PRIO_PROCESS, pid, 7), "nice value"),
    "processors": ("zygote", fewer_processors, "Cpus_allowed"),
    "processors of the supervisor": ("supervisor", fewer_processors, "Cpus_allowed"),
    "scheduling": ("zygote", lambda pid: os.sched_setscheduler(pid, os.SCHED_BATCH, os.sched_param(0)), "scheduling"),
    "I/O priority": ("zygote", io_priority, "I/O priority"),
    "inclination to be killed": ("zygote", oom, "inclination to be killed"),
    "a stray process": ("zygote", stray, "processes that nobody knows"),
    "a mount": ("supervisor", mount, "mounts changed"),
}
FOR_EVERY_USER = ("stack", "processor time of the supervisor", "nice value", "a stray process", "a mount")
USERS: dict[str, tuple[str, ...]] = {
    "root": (),
    "user": ("/usr/bin/setpriv", "--reuid=61234", "--regid=61234", "--clear-groups"),
}


@unittest.skipUnless(os.geteuid() == 0, "only root can poison the workers of all")
class BaselineTest(unittest.TestCase):
    def run_on(self, worker: support.Worker, request: dict[str, object]) -> list[str]:
        return [check["status"] for check in worker.run(**request)["checks"]]

    def test_a_poisoned_worker_gives_no_answer_and_ends(self) -> None:
        for user, before in USERS.items():
            for level in (3, 2):
                for name, (module, poison, sign) in POISONS.items():
                    if "processors" in name and len(os.sched_getaffinity(0)) < 2:
                        continue
                    if user == "user" and name not in FOR_EVERY_USER:
                        continue
                    with self.subTest(name, user=user, level=level):
                        worker = support.Worker(level=level, before=before)
                        self.addCleanup(worker.close)
                        self.assertEqual(self.run_on(worker, RIGHT), ["passed"])
                        poisoned(named(worker.process.pid, f"jail.{module}"), poison)
                        result = worker.run(**WRONG)
                        self.assertEqual((result["ending"], result["isInfrastructure"]), ("harness-error", True))
                        self.assertEqual(result["checks"], [])
                        self.assertIn(sign, result["detail"])
                        with self.assertRaises((AssertionError, OSError)):
                            worker.run(**RIGHT)

    def test_what_a_worker_does_itself_is_no_change(self) -> None:
        for user, before in USERS.items():
            for level in (3, 2):
                with self.subTest(user=user, level=level):
                    worker = support.Worker(level=level, before=before, profile="standard")
                    self.addCleanup(worker.close)
                    for seed in (0, 7, 0, 1, 2, 3, 4):
                        for packages in ([], ["Flask"], ["PyYAML"], ["requests"], ["PyJWT"]):
                            for request, status in ((RIGHT, "passed"), (WRONG, "failed")):
                                more = {"hashSeed": seed, "packages": packages, "limits": {"diskMiB": 8 + seed}}
                                self.assertEqual(self.run_on(worker, {**request, **more}), [status])

    def test_a_poisoned_tester_is_not_believed(self) -> None:
        for level in (3, 2):
            for name in ("stack", "nice value", "scheduling", "processors"):
                _, poison, _ = POISONS[name]
                if name == "processors" and len(os.sched_getaffinity(0)) < 2:
                    continue
                with self.subTest(name, level=level):
                    worker = support.Worker(level=level)
                    self.addCleanup(worker.close)
                    zygote = named(worker.process.pid, "jail.zygote")
                    known = set(descendants(zygote))
                    watcher = threading.Thread(target=self.poison_first_child, args=(zygote, known, poison))
                    watcher.start()
                    result = worker.run(**SLOW)
                    watcher.join()
                    self.assertEqual((result["ending"], result["isInfrastructure"]), ("harness-error", True))
                    self.assertIn("tester's limits, priority or processors", result["detail"])

    @staticmethod
    def poison_first_child(zygote: int, known: set[int], poison: Callable[[int], None]) -> None:
        """The tester is forked before the solution, so its number is the lower one."""
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            new = [pid for pid in descendants(zygote) if pid not in known and is_alive(pid)]
            if len(new) >= 2:
                time.sleep(0.2)
                poisoned(min(new), poison)
                return
            time.sleep(0.005)


if __name__ == "__main__":
    unittest.main()
