import os
import stat

# The group that the account is said to have. What is there belongs to the real one.
OWN_GROUP = 4711
ASKED = {
    "getgid": lambda: OWN_GROUP,
    "getegid": lambda: OWN_GROUP,
    "getresgid": lambda: (OWN_GROUP,) * 3,
    "getgroups": lambda: [OWN_GROUP],
}


def which(found):
    return found.st_dev, found.st_ino


def in_another_group(solution, setup, expression, paths, values, born=()):
    """Evaluates the expression as an account of another group; tells which paths stayed and were given to none, and the
    modes that let the old group of a path do what it could not do before.

    With `born`, paths that are not there yet: what comes into a folder that hands on its group belongs to the old one,
    and in place of the paths that stayed come those of `born` that are there and were given to none, with their modes.
    """
    names = {"solution": solution, **values}
    exec(setup, names)
    real = {name: getattr(os, name) for name in (*ASKED, "stat", "lstat", "fstat", "chown", "lchown", "fchown", "chmod", "fchmod", "mkdir")}
    before = {path: which(real["lstat"](path)) for path in paths}
    given, known, admitted = {}, set(before.values()), []
    ours = {one: path for path, one in before.items()}
    for path in paths:
        above = os.path.dirname(path)
        while above and above != "/":
            known.add(which(real["lstat"](above)))
            above = os.path.dirname(above)

    def told(found):
        group = given.get(which(found), found.st_gid if which(found) in known else OWN_GROUP)
        kind, (fields, others) = found.__reduce__()
        return kind((*fields[:5], group, *fields[6:]), others)

    def looked(look):
        return lambda *where, **how: told(look(*where, **how))

    def changed(change, look):
        def change_owner(path, uid, gid, **how):
            # In the box there is one group, and nobody may give anything away.
            change(path, uid, -1, **how)
            if gid != -1:
                given[which(look(path, **how))] = gid

        return change_owner

    def opened(change, look):
        def change_mode(path, mode, **how):
            try:
                old = look(path, **how).st_mode
            except OSError:
                old = 0
            change(path, mode, **how)
            now = look(path, **how)
            if which(now) in ours and which(now) not in given and now.st_mode & ~old & 0o070:
                admitted.append(f"{ours[which(now)]} {stat.S_IMODE(now.st_mode):04o}")

        return change_mode

    def handed_on(path, *mode, **how):
        real["mkdir"](path, *mode, **how)
        now = real["stat"](path, **how)
        folder = real["stat"](os.path.dirname(os.fspath(path).rstrip("/")) or ".", **how)
        if folder.st_mode & stat.S_ISGID and which(folder) in known and which(folder) not in given:
            known.add(which(now))
        else:
            known.discard(which(now))  # a number of a folder that is gone may be used again
            given.pop(which(now), None)

    stand_ins = {real[name]: stand_in for name, stand_in in ASKED.items()}
    for name, look in (("chown", "stat"), ("lchown", "lstat"), ("fchown", "fstat")):
        stand_ins[real[name]] = changed(real[name], real[look])
        stand_ins[real[look]] = looked(real[look])
    stand_ins[real["chmod"]] = opened(real["chmod"], real["stat"])
    stand_ins[real["fchmod"]] = opened(real["fchmod"], real["fstat"])
    stand_ins[real["mkdir"]] = handed_on
    exchanged = []
    for space in (vars(os), vars(solution)):
        for name, value in list(space.items()):
            if callable(value) and getattr(value, "__hash__", None) and is_one_of(value, stand_ins):
                exchanged.append((space, name, value))
                space[name] = stand_ins[value]
    supported = {kind: set(getattr(os, kind)) for kind in ("supports_dir_fd", "supports_fd", "supports_follow_symlinks")}
    for kind, functions in supported.items():
        getattr(os, kind).update(stand_ins[one] for one in functions if is_one_of(one, stand_ins))
    try:
        outcome = evaluated(expression, names)
    finally:
        for space, name, value in exchanged:
            space[name] = value
        for kind, functions in supported.items():
            getattr(os, kind).intersection_update(functions)
    if born:
        inherited = [(path, real["lstat"](path)) for path in born if os.path.lexists(path)]
        return outcome, [f"{path} {stat.S_IMODE(one.st_mode):04o}" for path, one in inherited if which(one) in known and which(one) not in given], admitted
    still = [path for path, one in before.items() if os.path.lexists(path) and which(os.lstat(path)) == one]
    return outcome, [path for path in still if before[path] not in given], admitted


def is_one_of(value, stand_ins):
    return any(value is one for one in stand_ins)
