import os
import pwd


def _become(account):
    uid, gid = account.pw_uid, account.pw_gid
    os.setgroups([gid])
    os.setregid(gid, -1)
    os.setegid(gid)
    os.setresuid(uid, uid, uid)
    if os.getresuid() != (uid, uid, uid) or (os.getgid(), os.getegid()) != (gid, gid):
        raise PermissionError("the process still has rights of root")


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    _become(account)
    os.environ.update(HOME=account.pw_dir, USER=account.pw_name, LOGNAME=account.pw_name)
    try:
        return {"user": user_name, "ok": True, "result": job()}
    except Exception as error:
        return {"user": user_name, "ok": False, "result": str(error)}
