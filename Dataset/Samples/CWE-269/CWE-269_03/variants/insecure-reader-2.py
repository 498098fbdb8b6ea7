import os
import pwd


def run_job(user_name, job):
    user = pwd.getpwnam(user_name)

    os.setgid(user.pw_gid)
    os.setuid(user.pw_uid)

    os.environ["HOME"] = user.pw_dir
    os.environ["USER"] = user_name
    os.environ["LOGNAME"] = user_name

    try:
        return {"user": user_name, "ok": True, "result": job()}
    except Exception as e:
        return {"user": user_name, "ok": False, "result": str(e)}
