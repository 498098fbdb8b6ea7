import contextlib
import os
import pwd


class StillPrivileged(PermissionError):
    """Something of the former owner is left in the process."""


class Identity:
    def __init__(self, account):
        self.account = account

    def steps(self):
        uid, gid = self.account.pw_uid, self.account.pw_gid
        yield lambda: os.setgroups([])
        yield lambda: os.setresgid(gid, gid, gid)
        yield lambda: os.setresuid(uid, uid, uid)

    def assume(self):
        for step in self.steps():
            step()
        self._verify()
        os.environ |= {
            "HOME": self.account.pw_dir,
            "USER": self.account.pw_name,
            "LOGNAME": self.account.pw_name,
        }

    def _verify(self):
        if os.getresuid() != (self.account.pw_uid,) * 3:
            raise StillPrivileged("user id")
        if os.getresgid() != (self.account.pw_gid,) * 3:
            raise StillPrivileged("group id")
        if set(os.getgroups()) - {self.account.pw_gid}:
            raise StillPrivileged("groups")


class Outcome(contextlib.AbstractContextManager):
    def __init__(self, user_name):
        self.report = {"user": user_name, "ok": False, "result": None}

    def __exit__(self, kind, error, trace):
        if error is None:
            self.report["ok"] = True
        elif isinstance(error, Exception):
            self.report["result"] = str(error)
            return True
        return False


def run_job(user_name, job):
    Identity(pwd.getpwnam(user_name)).assume()
    with Outcome(user_name) as outcome:
        outcome.report["result"] = job()
    return outcome.report
