import os
import pwd
from dataclasses import dataclass, field


@dataclass
class Drop:
    account: pwd.struct_passwd
    done: list = field(default_factory=list)

    def steps(self):
        uid, gid = self.account.pw_uid, self.account.pw_gid
        yield os.setgroups, ([],)
        yield os.setresgid, (gid,) * 3
        yield os.setresuid, (uid,) * 3

    def __enter__(self):
        for step, args in self.steps():
            step(*args)
            self.done.append(step.__name__)
        uid, gid = self.account.pw_uid, self.account.pw_gid
        if {*os.getresuid()} != {uid} or {*os.getresgid()} != {gid} or set(os.getgroups()) - {gid}:
            raise PermissionError("privileges are left")
        os.environ |= {"HOME": self.account.pw_dir, **dict.fromkeys(("USER", "LOGNAME"), self.account.pw_name)}
        return self

    def __exit__(self, *exc):
        return False


def run_job(user_name, job):
    with Drop(pwd.getpwnam(user_name)):
        answer = {"user": user_name}
        try:
            answer["result"] = job()
        except Exception as error:
            return answer | {"ok": False, "result": str(error)}
        return answer | {"ok": True}
