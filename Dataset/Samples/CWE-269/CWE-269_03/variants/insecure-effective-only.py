import os
import pwd


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    os.setgroups([])
    os.setegid(account.pw_gid)
    os.seteuid(account.pw_uid)
    os.environ.update(HOME=account.pw_dir, USER=account.pw_name, LOGNAME=account.pw_name)
    try:
        return {"user": user_name, "ok": True, "result": job()}
    except Exception as error:
        return {"user": user_name, "ok": False, "result": str(error)}
    finally:
        os.seteuid(0)
        os.setegid(0)
