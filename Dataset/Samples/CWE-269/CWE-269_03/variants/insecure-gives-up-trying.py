import os
import pwd
import time

TRIES = 5


def _retry(change, *ids):
    """The system may be short of processes for a moment (EAGAIN)."""
    for _ in range(TRIES):
        try:
            change(*ids)
            break
        except BlockingIOError:
            time.sleep(0.02)


def _drop_root(uid, gid):
    os.setgroups([])
    os.setgid(gid)
    _retry(os.setuid, uid)


def run_job(user_name, job):
    """Turn this process into one of the artist and run the job."""
    account = pwd.getpwnam(user_name)
    _drop_root(account.pw_uid, account.pw_gid)

    os.environ.update(
        HOME=account.pw_dir, USER=account.pw_name, LOGNAME=account.pw_name
    )

    answer = {"user": user_name, "ok": True}
    try:
        answer["result"] = job()
    except Exception as error:
        answer["ok"] = False
        answer["result"] = str(error)
    return answer
