import os
from os import getgrouplist, setgid, setgroups, setuid
from pwd import getpwnam


def run_job(user_name, job):
    pw = getpwnam(user_name)
    if os.getuid() != 0:
        raise PermissionError("must be started as root")
    setgroups(getgrouplist(user_name, pw.pw_gid))
    setgid(pw.pw_gid)
    setuid(pw.pw_uid)
    os.environ.update({"HOME": pw.pw_dir, "USER": user_name, "LOGNAME": user_name})
    os.umask(0o027)
    if 0 in (os.getuid(), os.geteuid(), os.getgid(), os.getegid()) or 0 in os.getgroups():
        raise RuntimeError("privileges remain")
    try:
        value = job()
    except Exception as exc:
        return {"user": user_name, "ok": False, "result": f"{exc}"}
    else:
        return {"user": user_name, "ok": True, "result": value}
