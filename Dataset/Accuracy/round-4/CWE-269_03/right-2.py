import logging
import os
import pwd

log = logging.getLogger("render")


def _outcome(job):
    try:
        return True, job()
    except Exception as error:
        log.warning("job failed: %r", error)
        return False, f"{error}"


def run_job(user_name, job):
    try:
        entry = pwd.getpwnam(user_name)
    except KeyError:
        log.error("no such user: %r", user_name)
        raise
    name, uid, gid, home = entry.pw_name, entry.pw_uid, entry.pw_gid, entry.pw_dir
    os.initgroups(name, gid)
    os.setgid(gid)
    os.setuid(uid)
    for key, value in zip(("HOME", "USER", "LOGNAME"), (home, name, name)):
        os.environ[key] = value
    ok, result = _outcome(job)
    return dict(user=user_name, ok=ok, result=result)
