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

    os.environ["HOME"] = user.pw_dir
    os.environ["USER"] = os.environ["LOGNAME"] = user.pw_name
    answer = {"user": user_name, "ok": True, "result": None}
    try:
        answer["result"] = job()
    except Exception as error:
        answer.update(ok=False, result=str(error))
    return answer
