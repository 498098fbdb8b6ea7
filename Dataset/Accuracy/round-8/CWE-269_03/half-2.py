import os
import pwd


class PrivilegeError(RuntimeError):
    pass


def _drop_to(uid, gid):
    os.setgroups([gid])
    os.setresgid(gid, gid, -1)
    os.setresuid(uid, uid, uid)
    if set(os.getgroups()) - {gid}:
        raise PrivilegeError("supplementary groups are left")
    if {os.getgid(), os.getegid()} != {gid}:
        raise PrivilegeError("the group has not changed")
    if set(os.getresuid()) != {uid}:
        raise PrivilegeError("the user has not changed")


def run_job(user_name, job):
    entry = pwd.getpwnam(user_name)
    _drop_to(entry.pw_uid, entry.pw_gid)
    os.environ.update(HOME=entry.pw_dir, USER=entry.pw_name, LOGNAME=entry.pw_name)
    report = {"user": user_name}
    try:
        report.update(ok=True, result=job())
    except Exception as problem:
        report.update(ok=False, result=str(problem))
    return report
