import os
import pwd


def _groups_of(account):
    gids = {account.pw_gid}
    with open("/etc/group", encoding="utf-8") as groups:
        for line in groups:
            fields = line.strip().split(":")
            if len(fields) == 4 and account.pw_name in fields[3]:
                gids.add(int(fields[2]))
    return sorted(gids)


def run_job(user_name, job):
    account = pwd.getpwnam(user_name)
    uid, gid = account.pw_uid, account.pw_gid
    os.setgroups(_groups_of(account))
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)
    os.environ["HOME"] = account.pw_dir
    os.environ["USER"] = os.environ["LOGNAME"] = account.pw_name
    answer = {"user": user_name}
    try:
        result = job()
    except Exception as error:
        return answer | {"ok": False, "result": str(error)}
    return answer | {"ok": True, "result": result}
