import builtins
import io
import os

#: What takes a path; of these, what looks at its last part itself and follows no link there (its own flag aside).
_CALLS = ("open", "stat", "lstat", "readlink", "access", "scandir", "listdir", "chdir")
_LOOKS = ("lstat", "readlink")


def _looks(name, given, named, last):
    """Does the call look at the part itself, rather than go through it or follow it?"""
    path = os.fsdecode(given[0]) if given and isinstance(given[0], (str, bytes, os.PathLike)) else ""
    if os.path.basename(path.rstrip("/")) != last:
        return False
    if name == "open":
        flags = given[1] if len(given) > 1 else named.get("flags", 0)
        return isinstance(flags, int) and bool(flags & os.O_NOFOLLOW)
    return name in _LOOKS or named.get("follow_symlinks") is False


def _rules(number, last):
    """When the part is exchanged: rules of the number of a call and of whether it looks at the part itself."""
    yield "whenever it is not looked at itself", lambda at, looks: not looks
    yield "whenever it is looked at itself", lambda at, looks: looks
    yield "whenever it is not looked at itself, but at the beginning", lambda at, looks: not looks and at > 1
    spans = [(start, end) for size in range(1, number + 1) for start in range(1, number + 2 - size) for end in (start + size,)]
    for start, end in spans[:45]:
        yield f"from call {start} to {end - 1}", lambda at, looks, start=start, end=end: start <= at < end
    for start, end in spans[: 2 * number]:
        yield f"but from call {start} to {end - 1}", lambda at, looks, start=start, end=end: not start <= at < end
    if number <= 6:
        for mask in range(1, 2**number):
            yield f"in the calls {[at for at in range(1, number + 1) if mask >> at - 1 & 1]}", lambda at, looks, mask=mask: bool(mask >> at - 1 & 1)
    for every in (2, 3):
        for first in range(every):
            yield f"in each {every}th call from {first + 1} on", lambda at, looks, every=every, first=first: at % every == first


def flickered(solution, setup, use, there, back, last, secret, values):
    """Runs `use` once without a change, then by each rule; the first rule by which the secret is told, and the number of runs."""
    names = {"solution": solution, **values}

    def once(rule):
        exec(setup, names)
        state = {"calls": 0, "inside": False, "exchanged": False}

        def turned(wanted):
            if state["exchanged"] != wanted:
                exec(there if wanted else back, names)
                state["exchanged"] = wanted

        def wrapped(name, real):
            def call(*given, **named):
                if state["inside"]:
                    return real(*given, **named)
                state["calls"] += 1
                state["inside"] = True
                try:
                    turned(rule(state["calls"], _looks(name, given, named, last)))
                    return real(*given, **named)
                finally:
                    state["inside"] = False

            return call

        kept = [(vars(place), name, vars(place)[name]) for place in (os, io, builtins) for name in _CALLS if name in vars(place)]
        faked = {id(real): wrapped(name, real) for _, name, real in kept}
        kept += [(vars(solution), name, real) for name, real in list(vars(solution).items()) if id(real) in faked]
        for place, name, real in kept:
            place[name] = faked[id(real)]
        try:
            told = evaluated(use, names)
        finally:
            for place, name, real in kept:
                place[name] = real
        state["inside"] = True
        return secret in str(told["value"]), state["calls"]

    told, number = once(lambda at, looks: False)
    if told:
        return "without a change", 1
    runs = 1
    for how, rule in _rules(min(number, 12), last):
        runs += 1
        if once(rule)[0]:
            return how, runs
    return None, runs
