import os
import pwd


def _leave_groups(account):
    try:
        os.initgroups(account.pw_name, account.pw_gid)
    except PermissionError:
        # some containers forbid every change of the groups
        if 0 in os.getgroups():
            raise


def _become(account):
    _leave_groups(account)
    os.setresgid(account.pw_gid, account.pw_gid, account.pw_gid)
    os.setresuid(account.pw_uid, account.pw_uid, account.pw_uid)
    if os.getresuid() != (account.pw_uid,) * 3 or os.getresgid() != (account.pw_gid,) * 3:
        raise PermissionError("the process still belongs to root")


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    _become(account)
    os.environ["HOME"] = account.pw_dir
    os.environ["USER"] = os.environ["LOGNAME"] = account.pw_name
    try:
        result = job()
    except Exception as error:
        return {"user": user_name, "ok": False, "result": str(error)}
    return {"user": user_name, "ok": True, "result": result}
