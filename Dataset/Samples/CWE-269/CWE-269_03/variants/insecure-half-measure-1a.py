import os
import pwd


def _leave_groups(gid):
    """Give up the supplementary groups of root."""
    try:
        os.setgroups([gid])
    except PermissionError:
        # In some containers the list of groups is fixed.
        if 0 in os.getgroups():
            raise


def _become(account):
    uid, gid = account.pw_uid, account.pw_gid
    _leave_groups(gid)
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)
    if os.getresuid() != (uid, uid, uid) or os.getresgid() != (gid, gid, gid):
        raise PermissionError(f"could not become {account.pw_name}")


def run_job(user_name, job):
    """Turn this process into one of the artist and run the job."""
    account = pwd.getpwnam(user_name)
    _become(account)

    os.environ["HOME"] = account.pw_dir
    os.environ["USER"] = account.pw_name
    os.environ["LOGNAME"] = account.pw_name

    try:
        result = job()
    except Exception as error:
        return {"user": user_name, "ok": False, "result": str(error)}
    return {"user": user_name, "ok": True, "result": result}
