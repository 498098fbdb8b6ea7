import errno
import os
import subprocess

FAKED = (
    "setuid",
    "seteuid",
    "setreuid",
    "setresuid",
    "setgid",
    "setegid",
    "setregid",
    "setresgid",
    "setgroups",
    "initgroups",
    "getuid",
    "geteuid",
    "getresuid",
    "getgid",
    "getegid",
    "getresgid",
    "getgroups",
    "getgrouplist",
    "getlogin",
    "chroot",
    "fork",
)


class Kernel:
    """The identity of a process, changed by the kernel's rules (setuid(2), setresuid(2), setgroups(2) of Linux)."""

    def __init__(self, uid, gid, groups, users, group_names, failing):
        self.uids, self.gids, self.groups = [uid] * 3, [gid] * 3, list(groups)
        self.users, self.group_names, self.failing = users, group_names, failing
        self.calls, self.seen, self.spawned = [], [], []

    def ids(self):
        return {"uids": list(self.uids), "gids": list(self.gids), "groups": list(self.groups)}

    def observe(self, label="here"):
        self.seen.append([label, self.ids()])

    def fake(self, name):
        act = getattr(self, name)

        def call(*args):
            if name.startswith("get"):
                return act(*args)
            record = {"name": name, "args": plain(list(args)), "error": None}
            self.calls.append(record)
            try:
                if name in self.failing:
                    kind = self.failing[name]
                    kind = getattr(__import__("builtins"), kind)
                    number = errno.EAGAIN if kind is BlockingIOError else errno.EPERM
                    raise kind(number, os.strerror(number)) if issubclass(kind, OSError) else kind(name)
                return act(*args)
            except BaseException as error:
                record["error"] = type(error).__name__
                raise

        call.__name__ = name
        return call

    def allow(self, condition):
        if not condition:
            raise PermissionError(errno.EPERM, "Operation not permitted")

    # A process may do anything while its effective uid is 0.

    def set_one(self, ids, new):
        if self.uids[1] == 0:
            ids[:] = [new] * 3
        else:
            self.allow(new in (ids[0], ids[2]))
            ids[1] = new

    def set_effective(self, ids, new):
        self.allow(self.uids[1] == 0 or new in ids)
        ids[1] = new

    def set_two(self, ids, real, effective):
        free = self.uids[1] == 0
        self.allow(free or real in (-1, ids[0], ids[1]))
        self.allow(free or effective in (-1, *ids))
        old = ids[0]
        if real != -1:
            ids[0] = real
        if effective != -1:
            ids[1] = effective
        if real != -1 or (effective != -1 and effective != old):
            ids[2] = ids[1]

    def set_three(self, ids, *new):
        self.allow(self.uids[1] == 0 or all(one == -1 or one in ids for one in new))
        ids[:] = [old if one == -1 else one for old, one in zip(ids, new)]

    def setuid(self, uid):
        self.set_one(self.uids, uid)

    def setgid(self, gid):
        self.set_one(self.gids, gid)

    def seteuid(self, uid):
        self.set_effective(self.uids, uid)

    def setegid(self, gid):
        self.set_effective(self.gids, gid)

    def setreuid(self, real, effective):
        self.set_two(self.uids, real, effective)

    def setregid(self, real, effective):
        self.set_two(self.gids, real, effective)

    def setresuid(self, real, effective, saved):
        self.set_three(self.uids, real, effective, saved)

    def setresgid(self, real, effective, saved):
        self.set_three(self.gids, real, effective, saved)

    def setgroups(self, groups):
        self.allow(self.uids[1] == 0)
        self.groups[:] = list(groups)

    def initgroups(self, user, gid):
        self.allow(self.uids[1] == 0)
        self.groups[:] = self.getgrouplist(user, gid)

    def getgrouplist(self, user, gid):
        return [gid, *(number for number, members in self.group_names.values() if user in members and number != gid)]

    def getuid(self):
        return self.uids[0]

    def geteuid(self):
        return self.uids[1]

    def getresuid(self):
        return tuple(self.uids)

    def getgid(self):
        return self.gids[0]

    def getegid(self):
        return self.gids[1]

    def getresgid(self):
        return tuple(self.gids)

    def getgroups(self):
        return list(self.groups)

    def getlogin(self):
        return self.getpwuid(self.uids[0]).pw_name

    def chroot(self, path):
        self.allow(self.uids[1] == 0)

    def fork(self):
        """Goes on as the child: what it may do is what counts. Its `_exit` ends the run."""
        return 0

    # Users and groups

    def person(self, name):
        uid, gid = self.users[name]
        return PASSWORD((name, "x", uid, gid, name, "/home/" + name, "/bin/sh"))

    def getpwnam(self, name):
        if name not in self.users:
            raise KeyError("getpwnam(): name not found: %r" % (name,))
        return self.person(name)

    def getpwuid(self, uid):
        for name, (number, _) in self.users.items():
            if number == uid:
                return self.person(name)
        raise KeyError("getpwuid(): uid not found: %r" % (uid,))

    def getpwall(self):
        return [self.person(name) for name in self.users]

    def getgrnam(self, name):
        if name not in self.group_names:
            raise KeyError("getgrnam(): name not found: %r" % (name,))
        number, members = self.group_names[name]
        return GROUP((name, "x", number, list(members)))

    def getgrgid(self, gid):
        for name, (number, _) in self.group_names.items():
            if number == gid:
                return self.getgrnam(name)
        raise KeyError("getgrgid(): gid not found: %r" % (gid,))

    def getgrall(self):
        return [self.getgrnam(name) for name in self.group_names]

    # Programs

    def start(self, argv, user=None, group=None, extra_groups=None, preexec_fn=None, env=None):
        """Works out who a started program would be; what it does to itself before is not the parent's."""
        before = self.ids()
        try:
            if preexec_fn is not None:
                preexec_fn()
            if extra_groups is not None:
                self.setgroups([self.group_number(one) for one in extra_groups])
            if group is not None:
                number = self.group_number(group)
                self.set_two(self.gids, number, number)
            if user is not None:
                number = self.getpwnam(user).pw_uid if isinstance(user, str) else user
                self.set_two(self.uids, number, number)
            self.spawned.append({"argv": plain(argv if isinstance(argv, (list, tuple)) else [argv]), "ids": self.ids()})
        finally:
            self.uids, self.gids, self.groups = before["uids"], before["gids"], before["groups"]

    def become(self, _, argv, *environment):
        """`os.exec…`: the process would be another program now, so nothing after it is run."""
        self.start(list(argv))
        raise SystemExit("exec")

    def group_number(self, one):
        return self.getgrnam(one).gr_gid if isinstance(one, str) else one


try:
    import grp
    import pwd

    PASSWORD, GROUP = pwd.struct_passwd, grp.struct_group
except ImportError:
    pwd = grp = None


def leave(status):
    raise SystemExit(status)


def fake_popen(kernel):
    class Popen:
        def __init__(self, args, *_, user=None, group=None, extra_groups=None, preexec_fn=None, env=None, **given):
            kernel.start(args, user, group, extra_groups, preexec_fn, env)
            text = given.get("text") or given.get("universal_newlines") or given.get("encoding")
            self.args, self.returncode, self.pid = args, 0, 4711
            self.stdin = self.stdout = self.stderr = None
            self.empty = "" if text else b""

        def communicate(self, input=None, timeout=None):
            return self.empty, self.empty

        def wait(self, timeout=None):
            return 0

        def poll(self):
            return 0

        def kill(self):
            pass

        terminate = kill

        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

    return Popen


def replace_everywhere(solution, old, new, undo):
    """Puts `new` where the solution's module holds `old` under a name of its own (`from os import setuid`)."""
    for name, value in list(vars(solution).items()):
        if value is old:
            setattr(solution, name, new)
            undo.append((solution, name, old))


def record(solution, setup, expression, uid, gid, groups, users, group_names, failing, values):
    kernel = Kernel(uid, gid, groups, users, group_names, failing)
    undo = []
    places = [(os, name, kernel.fake(name)) for name in FAKED if hasattr(os, name)]
    places += [(pwd, name, getattr(kernel, name)) for name in ("getpwnam", "getpwuid", "getpwall") if pwd]
    places += [(grp, name, getattr(kernel, name)) for name in ("getgrnam", "getgrgid", "getgrall") if grp]
    places += [(subprocess, "Popen", fake_popen(kernel))]
    places += [(os, "system", lambda command: kernel.start([command]) or 0)]
    places += [(os, "_exit", leave), (os, "waitpid", lambda *_: (4711, 0))]
    places += [(os, name, kernel.become) for name in ("execv", "execve", "execvp", "execvpe")]
    try:
        for module, name, new in places:
            old = getattr(module, name)
            undo.append((module, name, old))
            setattr(module, name, new)
            replace_everywhere(solution, old, new, undo)
        names = {"solution": solution, "observe": kernel.observe, **values}
        exec(setup, names)
        outcome = evaluated(expression, names)
    finally:
        for module, name, old in reversed(undo):
            setattr(module, name, old)
    return {
        "outcome": outcome,
        "calls": kernel.calls,
        "seen": kernel.seen,
        "end": kernel.ids(),
        "spawned": kernel.spawned,
    }
