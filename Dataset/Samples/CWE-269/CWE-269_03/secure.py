import os
import pwd


def become(account):
    os.initgroups(account.pw_name, account.pw_gid)
    os.setgid(account.pw_gid)
    os.setuid(account.pw_uid)
    os.environ["HOME"] = account.pw_dir
    os.environ["USER"] = account.pw_name
    os.environ["LOGNAME"] = account.pw_name


def run_job(user_name, job):
    become(pwd.getpwnam(user_name))
    try:
        result = job()
    except Exception as error:
        return {"user": user_name, "ok": False, "result": str(error)}
    return {"user": user_name, "ok": True, "result": result}
