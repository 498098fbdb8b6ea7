import os
import pwd


def _become(account):
    uid, gid = account.pw_uid, account.pw_gid
    os.setgroups([gid])
    os.setresgid(gid, gid, -1)
    os.setresuid(uid, uid, uid)
    if (os.getuid(), os.geteuid(), os.getgid(), os.getegid()) != (uid, uid, gid, gid):
        raise PermissionError("the rights of root are not gone")


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    _become(account)
    os.environ.update(HOME=account.pw_dir, USER=account.pw_name, LOGNAME=account.pw_name)
    try:
        result = job()
    except Exception as e:
        return {"user": user_name, "ok": False, "result": str(e)}
    return {"user": user_name, "ok": True, "result": result}
