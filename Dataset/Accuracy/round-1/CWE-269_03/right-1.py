import os
import pwd
from functools import partial


def _steps(entry):
    ids = lambda number: (number,) * 3
    yield partial(os.setgroups, [])
    yield partial(os.setresgid, *ids(entry.pw_gid))
    yield partial(os.setresuid, *ids(entry.pw_uid))
    for variable, value in zip(("HOME", "USER", "LOGNAME"), (entry.pw_dir, entry.pw_name, entry.pw_name)):
        yield partial(os.environ.__setitem__, variable, value)


def run_job(user_name, job):
    for step in _steps(pwd.getpwnam(user_name)):
        step()
    try:
        ok, result = True, job()
    except Exception as problem:
        ok, result = False, f"{problem}"
    return dict(user=user_name, ok=ok, result=result)
