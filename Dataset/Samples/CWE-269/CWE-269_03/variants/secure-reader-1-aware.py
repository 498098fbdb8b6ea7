import os
import pwd


def _become(account):
    """Give up root for good, or raise."""
    uid, gid = account.pw_uid, account.pw_gid
    os.initgroups(account.pw_name, gid)
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)

    if os.getresuid() != (uid, uid, uid) or os.getresgid() != (gid, gid, gid):
        raise PermissionError("the process still has other ids")
    allowed = set(os.getgrouplist(account.pw_name, gid))
    if not allowed.issuperset(os.getgroups()):
        raise PermissionError("the process still has other groups")


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    _become(account)

    os.environ.update(
        HOME=account.pw_dir,
        USER=account.pw_name,
        LOGNAME=account.pw_name,
    )

    answer = {"user": user_name}
    try:
        result = job()
    except Exception as error:
        answer.update(ok=False, result=str(error))
    else:
        answer.update(ok=True, result=result)
    return answer
