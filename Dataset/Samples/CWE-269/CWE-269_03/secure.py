import os
import pwd


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    os.initgroups(account.pw_name, account.pw_gid)
    os.setgid(account.pw_gid)
    os.setuid(account.pw_uid)
    return job()
