import os
import pwd


def _become(account):
    os.setgroups([])
    os.setegid(account.pw_gid)
    os.setresuid(account.pw_uid, account.pw_uid, account.pw_uid)
    if os.getgroups() or os.getegid() != account.pw_gid:
        raise PermissionError("groups of root are left")
    if set(os.getresuid()) != {account.pw_uid}:
        raise PermissionError("rights of root are left")


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    _become(account)
    os.environ["HOME"] = account.pw_dir
    os.environ["USER"] = os.environ["LOGNAME"] = account.pw_name
    try:
        result = job()
    except Exception as exc:
        return {"user": user_name, "ok": False, "result": str(exc)}
    return {"user": user_name, "ok": True, "result": result}
