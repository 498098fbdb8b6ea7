import os
import pwd


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    uid, gid = account.pw_uid, account.pw_gid

    os.setgroups(os.getgrouplist(account.pw_name, os.getgid()))
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)
    if os.getresuid() != (uid, uid, uid) or os.getresgid() != (gid, gid, gid):
        raise PermissionError("could not give up the rights of root")

    os.environ["HOME"] = account.pw_dir
    os.environ["USER"] = os.environ["LOGNAME"] = account.pw_name
    try:
        return {"user": user_name, "ok": True, "result": job()}
    except Exception as e:
        return {"user": user_name, "ok": False, "result": str(e)}
