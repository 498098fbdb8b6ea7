import os
import pwd


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    os.setgroups([])
    os.setegid(account.pw_gid)
    os.setresuid(account.pw_uid, account.pw_uid, account.pw_uid)
    if os.getegid() != account.pw_gid or set(os.getresuid()) != {account.pw_uid}:
        raise PermissionError("the process is not the artist's")
    os.environ["HOME"] = account.pw_dir
    os.environ["USER"] = os.environ["LOGNAME"] = account.pw_name
    try:
        return {"user": user_name, "ok": True, "result": job()}
    except Exception as error:
        return {"user": user_name, "ok": False, "result": str(error)}
