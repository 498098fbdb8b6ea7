import os
from pwd import getpwnam
from os import setuid, setgid, setgroups, getgrouplist


def run_job(user_name, job):
    pw = getpwnam(user_name)
    if os.getuid() != 0:
        raise PermissionError("must be started as root")
    setgroups(getgrouplist(user_name, pw.pw_gid))
    setgid(pw.pw_gid)
    setuid(pw.pw_uid)
    os.environ.update(HOME=pw.pw_dir, USER=user_name, LOGNAME=user_name, SHELL=pw.pw_shell)
    try:
        os.chdir(pw.pw_dir)
    except OSError:
        os.chdir("/")
    if 0 in (os.getuid(), os.geteuid(), os.getgid(), os.getegid()) or 0 in os.getgroups():
        raise RuntimeError("privileges remain")
    return job()
