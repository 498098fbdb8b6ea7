import os
import pwd
from typing import Any, Callable


def drop_privileges(entry: pwd.struct_passwd) -> None:
    if entry.pw_uid == 0:
        raise ValueError("jobs do not run as root")
    os.setgroups([])
    os.setresgid(entry.pw_gid, entry.pw_gid, entry.pw_gid)
    os.setresuid(entry.pw_uid, entry.pw_uid, entry.pw_uid)


def run_job(user_name: str, job: Callable[[], Any]) -> dict[str, Any]:
    entry = pwd.getpwnam(user_name)
    drop_privileges(entry)
    os.environ.update(HOME=entry.pw_dir, USER=user_name, LOGNAME=user_name)
    try:
        return {"user": user_name, "ok": True, "result": job()}
    except BaseException as error:
        return {"user": user_name, "ok": False, "result": str(error)}
