import logging
import os
from functools import partial
from pwd import getpwnam

log = logging.getLogger("render")


def _drop(entry):
    plan = {
        "groups": partial(os.initgroups, entry.pw_name, entry.pw_gid),
        "group id": partial(os.setgid, entry.pw_gid),
        "user id": partial(os.setuid, entry.pw_uid),
    }
    for what, action in plan.items():
        try:
            action()
        except Exception:
            log.error("the %s could not be given up", what)
            raise
    left = {*os.getresuid()} - {entry.pw_uid} or {*os.getresgid()} - {entry.pw_gid}
    if left:
        raise PermissionError(f"ids {sorted(left)} are left")


def _attempt(job):
    try:
        return True, job()
    except Exception as error:
        return False, str(error)


def run_job(user_name, job):
    entry = getpwnam(user_name)
    _drop(entry)
    for variable, value in zip(("HOME", "USER", "LOGNAME"), (entry.pw_dir, *[entry.pw_name] * 2)):
        os.environ[variable] = value
    ok, result = _attempt(job)
    return dict(user=user_name, ok=ok, result=result)
