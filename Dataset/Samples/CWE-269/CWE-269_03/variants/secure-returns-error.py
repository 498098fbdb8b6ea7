import os
import pwd


def drop(record):
    try:
        os.initgroups(record.pw_name, record.pw_gid)
        os.setregid(record.pw_gid, record.pw_gid)
        os.setreuid(record.pw_uid, record.pw_uid)
    except OSError as error:
        print(f"cannot become {record.pw_name}: {error}")
        return False
    return True


def run_job(user_name, job):
    record = pwd.getpwnam(user_name)
    if not drop(record):
        return None
    os.environ["HOME"] = record.pw_dir
    os.environ["USER"] = record.pw_name
    return job()
