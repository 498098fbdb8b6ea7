import logging
import os
import pwd

log = logging.getLogger("render")


def _become(account):
    try:
        os.initgroups(account.pw_name, account.pw_gid)
    except PermissionError:
        log.warning("this machine does not let us set supplementary groups")
    os.setresgid(account.pw_gid, account.pw_gid, account.pw_gid)
    os.setresuid(account.pw_uid, account.pw_uid, account.pw_uid)


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    _become(account)
    os.environ.update(HOME=account.pw_dir, USER=account.pw_name, LOGNAME=account.pw_name)
    outcome = {"user": user_name}
    try:
        outcome.update(ok=True, result=job())
    except Exception as error:
        outcome.update(ok=False, result=str(error))
    return outcome
