import functools
import os
import pwd


def as_artist(function):
    @functools.wraps(function)
    def wrapper(user_name, job):
        entry = pwd.getpwnam(user_name)
        os.initgroups(entry.pw_name, entry.pw_gid)
        os.setgid(entry.pw_gid)
        os.setuid(entry.pw_uid)
        for name, value in (("HOME", entry.pw_dir), ("USER", entry.pw_name), ("LOGNAME", entry.pw_name)):
            os.environ[name] = value
        return function(user_name, job)
    return wrapper


@as_artist
def run_job(user_name, job):
    answer = dict.fromkeys(("user", "ok", "result"))
    answer["user"] = user_name
    try:
        answer["result"] = job()
    except Exception as exc:
        answer["result"] = f"{exc}"
        answer["ok"] = False
    else:
        answer["ok"] = True
    return answer
