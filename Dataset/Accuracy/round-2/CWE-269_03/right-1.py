import contextlib
import os
import pwd
from dataclasses import dataclass
from typing import Any


@dataclass
class Report:
    user: str
    ok: bool = False
    result: Any = None


@contextlib.contextmanager
def reported(report):
    try:
        yield
    except Exception as problem:
        report.ok, report.result = False, str(problem)


def _steps(account):
    uid, gid = account.pw_uid, account.pw_gid
    yield os.setgroups, ([],)
    yield os.setresgid, (gid,) * 3
    yield os.setresuid, (uid,) * 3


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    for step, arguments in _steps(account):
        step(*arguments)
    if set(os.getresuid()) != {account.pw_uid} or set(os.getresgid()) != {account.pw_gid}:
        raise PermissionError("the rights of root could not be given up")
    os.environ.update(HOME=account.pw_dir, USER=account.pw_name, LOGNAME=account.pw_name)
    report = Report(user_name)
    with reported(report):
        report.result = job()
        report.ok = True
    return {"user": report.user, "ok": report.ok, "result": report.result}
