import os
import pwd
from typing import Any, Callable


def become(user_name: str) -> None:
    entry = pwd.getpwnam(user_name)
    if entry.pw_uid == 0:
        raise ValueError("jobs do not run as root")
    os.setgroups([])
    os.setresgid(entry.pw_gid, entry.pw_gid, entry.pw_gid)
    os.setresuid(entry.pw_uid, entry.pw_uid, entry.pw_uid)


def run_job(user_name: str, job: Callable[[], Any]) -> Any:
    become(user_name)
    return job()
