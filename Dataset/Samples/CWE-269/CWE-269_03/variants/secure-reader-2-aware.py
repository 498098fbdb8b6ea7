import os
import pwd


def _become(account):
    """Give up root for good. Any error is passed on to the caller."""
    uid, gid = account.pw_uid, account.pw_gid
    if uid == 0:
        raise PermissionError("a job does not run as root")
    os.setgroups([gid])
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)
    if os.getresgid() != (gid,) * 3 or os.getresuid() != (uid,) * 3:
        raise PermissionError("the rights of root could not be given up")


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    _become(account)
    os.environ.update(
        HOME=account.pw_dir, USER=account.pw_name, LOGNAME=account.pw_name
    )
    answer = {"user": user_name, "ok": True}
    try:
        answer["result"] = job()
    except Exception as error:
        answer["ok"] = False
        answer["result"] = str(error)
    return answer
