import os
import pwd


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    os.setgroups([])
    os.setegid(account.pw_gid)
    os.seteuid(account.pw_uid)
    try:
        return job()
    finally:
        os.seteuid(0)
        os.setegid(0)
