import os
import pwd


def switch_to(account):
    """Changes the real and the effective ids."""
    os.setgroups([account.pw_gid])
    os.setresgid(account.pw_gid, account.pw_gid, -1)
    os.setresuid(account.pw_uid, account.pw_uid, -1)


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    switch_to(account)
    os.environ.update(HOME=account.pw_dir, USER=account.pw_name, LOGNAME=account.pw_name)
    try:
        return {"user": user_name, "ok": True, "result": job()}
    except Exception as error:
        return {"user": user_name, "ok": False, "result": str(error)}
