import errno
import os
import pwd
import subprocess
import unittest

import fakes

from probes import privilege

SOURCE = """
import os, pwd, grp, subprocess
from os import setuid as become
def right(name, job):
    who = pwd.getpwnam(name)
    os.setgroups([])
    os.setgid(who.pw_gid)
    os.setuid(who.pw_uid)
    return job()
def initialised(name, job):
    who = pwd.getpwnam(name)
    os.initgroups(name, who.pw_gid)
    os.setresgid(who.pw_gid, who.pw_gid, who.pw_gid)
    os.setresuid(who.pw_uid, who.pw_uid, who.pw_uid)
    return job()
def wrong_order(name, job):
    who = pwd.getpwnam(name)
    os.setuid(who.pw_uid)
    os.setgid(who.pw_gid)
    return job()
def forgets_groups(name, job):
    who = pwd.getpwnam(name)
    os.setgid(who.pw_gid)
    become(who.pw_uid)
    return job()
def effective_only(name, job):
    who = pwd.getpwnam(name)
    os.setgroups([]); os.setegid(who.pw_gid); os.seteuid(who.pw_uid)
    return job()
def swallows(name, job):
    who = pwd.getpwnam(name)
    try:
        os.setgroups([]); os.setgid(who.pw_gid); os.setuid(who.pw_uid)
    except OSError:
        pass
    return job()
def raised(job):
    os.seteuid(0)
    job()
    os.seteuid(1000)
def raised_finally(job):
    os.seteuid(0)
    try: job()
    finally: os.seteuid(1000)
def forks(name, job):
    who = pwd.getpwnam(name)
    child = os.fork()
    if child == 0:
        os.chroot("/srv"); os.setgroups([]); os.setgid(who.pw_gid); os.setuid(who.pw_uid)
        job()
        os._exit(0)
    os.waitpid(child, 0)
def spawn(name):
    return subprocess.run(["id"], user=name, group=name, extra_groups=[], capture_output=True, text=True).stdout
def spawn_pre(name):
    who = pwd.getpwnam(name)
    def drop():
        os.setgroups([]); os.setgid(who.pw_gid); os.setuid(who.pw_uid)
    subprocess.check_call(["id"], preexec_fn=drop)
def spawn_plain(name):
    os.system("id")
"""


class Privilege(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load(SOURCE)

    def job(self, function: str, **given) -> privilege.Trace:
        return privilege.record(
            f"solution.{function}('guest', job)",
            setup="def job():\n    observe('job')\n    return 'done'",
            users={"guest": 1000},
            groups=(0, 27),
            **given,
        )

    def test_right_orders_leave_no_privilege(self) -> None:
        trace = self.job("right")
        self.assertEqual(trace.names, ["setgroups", "setgid", "setuid"])
        self.assertEqual(trace.at("job"), privilege.Ids(1000, 1000, 1000, 1000, 1000, 1000, ()))
        self.assertEqual(trace.outcome.value, "done")
        trace = self.job("initialised", group_names={"staff": (50, ["guest"])})
        self.assertEqual(trace.at("job").groups, (1000, 50))
        self.assertFalse(trace.at("job").privileged)

    def test_a_forked_child_is_followed(self) -> None:
        trace = self.job("forks")
        self.assertFalse(trace.at("job").privileged)
        self.assertEqual(
            (trace.names, trace.outcome.error), (["fork", "chroot", "setgroups", "setgid", "setuid"], "SystemExit")
        )

    def test_wrong_orders_fail_or_leave_privilege(self) -> None:
        trace = self.job("wrong_order")
        self.assertEqual([call.error for call in trace.calls], [None, "PermissionError"])
        self.assertIsNone(trace.at("job"))
        self.assertTrue(trace.end.privileged)
        for function in ("forgets_groups", "effective_only"):
            self.assertTrue(self.job(function).at("job").privileged, function)

    def test_a_failure_that_is_swallowed_leaves_privilege(self) -> None:
        for name in ("setgroups", "setgid", "setuid"):
            self.assertTrue(self.job("swallows", failing={name: "PermissionError"}).at("job").privileged, name)
            self.assertIsNone(self.job("right", failing={name: "OSError"}).at("job"), name)

    def test_a_failure_has_the_number_of_its_class(self) -> None:
        for kind, number in (("BlockingIOError", errno.EAGAIN), ("PermissionError", errno.EPERM)):
            setup = "import os\ndef number():\n    try: os.setuid(1)\n    except OSError as error: return error.errno"
            trace = privilege.record("number()", setup=setup, failing={"setuid": kind})
            self.assertEqual(trace.outcome.value, number)

    def test_what_is_still_raised_after_an_exception_shows(self) -> None:
        for function, raised in (("raised", True), ("raised_finally", False)):
            trace = privilege.record(
                f"solution.{function}(job)",
                uid=1000,
                gid=1000,
                groups=(),
                setup="import os\nos.setresuid\ndef job(): raise ValueError",
            )
            self.assertEqual(trace.outcome.error, "PermissionError")
            setup = "import os\ndef job(): raise ValueError\n"
            trace = privilege.record(f"(os.setresuid(1000, 1000, 0), solution.{function}(job))", setup=setup)
            self.assertEqual((trace.outcome.error, trace.end.euid == 0), ("ValueError", raised), function)

    def test_programs_are_not_started_and_their_identity_is_known(self) -> None:
        for function, privileged in (("spawn", False), ("spawn_pre", False), ("spawn_plain", True)):
            trace = privilege.record(f"solution.{function}('guest')", users={"guest": 1000})
            self.assertEqual(
                (len(trace.spawned), trace.spawned[0].argv, trace.outcome.error), (1, ["id"], None), function
            )
            self.assertEqual(trace.spawned[0].ids.privileged, privileged, function)
            self.assertTrue(trace.end.privileged)

    def test_everything_is_put_back(self) -> None:
        before = os.setuid, os.getuid, pwd.getpwnam, subprocess.Popen, fakes.harness.solution.become
        self.job("right")
        self.assertEqual(before, (os.setuid, os.getuid, pwd.getpwnam, subprocess.Popen, fakes.harness.solution.become))

    def test_unknown_users_are_unknown(self) -> None:
        trace = privilege.record("solution.right('eve', print)")
        self.assertEqual((trace.outcome.error, trace.calls), ("KeyError", []))


if __name__ == "__main__":
    unittest.main()
