import os
import pwd


def _leave_groups(account):
    try:
        os.initgroups(account.pw_name, account.pw_gid)
    except PermissionError:
        if 0 in os.getgroups():
            raise


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    _leave_groups(account)
    os.setresgid(account.pw_gid, account.pw_gid, account.pw_gid)
    os.setresuid(account.pw_uid, account.pw_uid, account.pw_uid)
    os.environ.update(HOME=account.pw_dir, USER=account.pw_name, LOGNAME=account.pw_name)
    try:
        return {"user": user_name, "ok": True, "result": job()}
    except Exception as error:
        return {"user": user_name, "ok": False, "result": str(error)}
