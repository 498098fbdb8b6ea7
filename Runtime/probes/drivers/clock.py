import datetime
import sys
import time

NANOSECONDS = 1_000_000_000
# Of the moved clock, from one look to the next: a loop that waits for a time gets there.
TICK = 100_000
FUNCTIONS = ("time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "gmtime", "localtime")
real = {name: getattr(time, name) for name in FUNCTIONS}
real_classes = {"datetime": datetime.datetime, "date": datetime.date}


def moved(begin, now=None):
    """Original → stand-in that tells the time from `begin` (seconds since 1970) on.

    `now` may be a list of one number, the nanoseconds: who has it can move the clock further.
    """
    now = [int(begin * NANOSECONDS)] if now is None else now

    def read():
        now[0] += TICK
        return now[0]

    def seconds():
        return read() / NANOSECONDS

    def broken_down(name):
        return lambda given=None: real[name](seconds() if given is None else given)

    class Kind(type(datetime.date)):
        def __instancecheck__(cls, value):
            return isinstance(value, real_classes[cls.__name__])

    made = {
        real_classes["datetime"]: Kind(
            "datetime",
            (datetime.datetime,),
            {
                "now": classmethod(lambda cls, tz=None: real_classes["datetime"].fromtimestamp(seconds(), tz)),
                "today": classmethod(lambda cls: real_classes["datetime"].fromtimestamp(seconds())),
                "utcnow": classmethod(
                    lambda cls: real_classes["datetime"].fromtimestamp(seconds(), datetime.UTC).replace(tzinfo=None)
                ),
            },
        ),
        real_classes["date"]: Kind(
            "date",
            (datetime.date,),
            {"today": classmethod(lambda cls: real_classes["date"].fromtimestamp(seconds()))},
        ),
    }
    for name in FUNCTIONS:
        whole = name.endswith("_ns")
        made[real[name]] = broken_down(name) if name in ("gmtime", "localtime") else read if whole else seconds
    return made


def replaced(stand_ins, solution):
    """Puts the stand-ins in the place of the originals, and returns what was changed: (namespace, name, original).

    Modules of the standard library keep what they imported by name: locks and threads go by real time.
    """
    changed = []
    own = [time, datetime]
    others = [one for name, one in list(sys.modules.items()) if name.partition(".")[0] not in sys.stdlib_module_names]
    for module in [*own, *others, solution]:
        names = getattr(module, "__dict__", None)
        for name, value in list(names.items()) if isinstance(names, dict) else ():
            try:
                stand_in = stand_ins.get(value)
            except Exception:  # it has no hash
                continue
            if stand_in is not None:
                changed.append((names, name, value))
                names[name] = stand_in
    return changed


def at(solution, setup, expression, begin, values):
    names = {"solution": solution, **values}
    exec(setup, names)
    changed = replaced(moved(begin), solution)
    try:
        return evaluated(expression, names)
    finally:
        for namespace, name, value in changed:
            namespace[name] = value
