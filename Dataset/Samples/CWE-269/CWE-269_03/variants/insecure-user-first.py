import os
import pwd


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    os.setegid(account.pw_gid)
    os.setuid(account.pw_uid)
    try:
        os.setgid(account.pw_gid)
        os.initgroups(user_name, account.pw_gid)
    except PermissionError:
        # Already running as the user.
        pass
    os.environ.update(HOME=account.pw_dir, USER=account.pw_name, LOGNAME=account.pw_name)
    try:
        return {"user": user_name, "ok": True, "result": job()}
    except Exception as error:
        return {"user": user_name, "ok": False, "result": str(error)}
