import os
import pwd


def become(record):
    os.environ["HOME"] = record.pw_dir
    os.environ["USER"] = os.environ["LOGNAME"] = record.pw_name
    os.initgroups(record.pw_name, record.pw_gid)
    os.setregid(record.pw_gid, record.pw_gid)
    os.setreuid(record.pw_uid, record.pw_uid)


def run_job(user_name, job):
    record = pwd.getpwnam(user_name)
    ok = False
    try:
        become(record)
        result = job()
        ok = True
    except Exception as error:
        print(f"job of {user_name} failed: {error}")
        result = str(error)
    return {"user": user_name, "ok": ok, "result": result}
