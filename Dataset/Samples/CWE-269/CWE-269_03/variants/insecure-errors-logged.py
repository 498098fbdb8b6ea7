import logging
import os
import pwd


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    try:
        os.initgroups(user_name, account.pw_gid)
        os.setgid(account.pw_gid)
        os.setuid(account.pw_uid)
    except OSError:
        logging.exception("could not switch to %s", user_name)
    os.environ.update(HOME=account.pw_dir, USER=account.pw_name, LOGNAME=account.pw_name)
    try:
        return {"user": user_name, "ok": True, "result": job()}
    except Exception as error:
        return {"user": user_name, "ok": False, "result": str(error)}
