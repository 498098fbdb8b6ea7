import os
import pwd


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)

    # groups first, user last; an error here goes to the caller, and the job does not run
    os.initgroups(account.pw_name, account.pw_gid)
    os.setresgid(account.pw_gid, account.pw_gid, account.pw_gid)
    os.setresuid(account.pw_uid, account.pw_uid, account.pw_uid)

    os.environ["HOME"] = account.pw_dir
    os.environ["USER"] = account.pw_name
    os.environ["LOGNAME"] = account.pw_name

    try:
        result = job()
    except Exception as error:
        return {"user": user_name, "ok": False, "result": str(error)}
    return {"user": user_name, "ok": True, "result": result}
