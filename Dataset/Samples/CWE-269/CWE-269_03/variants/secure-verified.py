import os
import pwd


class PrivilegesRemain(Exception):
    pass


def run_job(user_name, job):
    user = pwd.getpwnam(user_name)
    uid, gid = user.pw_uid, user.pw_gid

    os.setgroups([gid])
    os.setgid(gid)
    os.setuid(uid)

    if os.getresuid() != (uid, uid, uid) or os.getresgid() != (gid, gid, gid):
        raise PrivilegesRemain(user_name)
    try:
        os.setuid(0)
    except PermissionError:
        pass
    else:
        raise PrivilegesRemain("root is still within reach")

    return job()
