import math
import os as os_module
import random
import secrets
import sys
import types as types_module
import uuid

# What every run begins with: who knows the moment, and all of `random`, has as much.
SEED, SEED_BITS = 717, 256
BYTE_BITS = 8
# So often, at most, is the program started.
MOST_RUNS = 200
# Ways to change a byte: what one of them leaves as it was by chance, the next does not.
CHANGES = (0xA5, 0x3C)


class Source:
    """Stands for all that the machine gives of real chance. It gives the same in each run, but for what is changed.

    `units` has the bits of each byte, or of each number below a limit, in the order in which they were drawn.
    """

    #: Whether `random` begins with real chance, as it does where nobody gives it a seed.
    seeds = False
    #: Whether what a generator of `random` begins with counts for nothing now, wherever it is from: who has seen enough
    #: of what it gives knows all that it will give.
    known = False

    def __init__(self):
        self.begin()

    def begin(self, seed=1, changed=range(0), by=0):
        self.random, self.units, self.changed, self.by = real_random(seed), [], changed, by

    def unit(self, bits, value, others):
        is_changed = len(self.units) in self.changed
        self.units.append(bits)
        return others(value) if is_changed else value

    def bytes(self, size):
        drawn = [self.random.getrandbits(BYTE_BITS) for _ in range(size)]
        return bytes(self.unit(BYTE_BITS, one, lambda value: value ^ self.by) for one in drawn)

    def below(self, limit):
        drawn = self.random.randrange(limit)
        step = 1 + (limit * self.by >> BYTE_BITS)
        return self.unit(math.log2(limit), drawn, lambda value: (value + step) % limit)

    def number(self, bits):
        whole = int.from_bytes(self.bytes(bits // BYTE_BITS), "big") << bits % BYTE_BITS
        return whole | (self.below(1 << bits % BYTE_BITS) if bits % BYTE_BITS else 0)


class Seedless(random.Random):
    """Of this kind is what the source draws from, whatever becomes of `random.Random` meanwhile."""


def real_random(seed):
    made = Seedless.__new__(Seedless)
    real_seed(made, seed)
    return made


real_seed, real_uuid1 = random.Random.seed, uuid.uuid1
source = Source()


def seeded(self, a=None, version=2):
    drawn = source.number(SEED_BITS) if a is None and source.seeds and not source.known else SEED
    real_seed(self, drawn if a is None or source.known else a, version)


def exchanged():
    """Puts the source in the place of real chance. Returns what was there: (object, name, value)."""
    system = random.SystemRandom
    stand_ins = [
        (os_module, "urandom", lambda size: source.bytes(size)),
        (random, "_urandom", lambda size: source.bytes(size)),
        (random.Random, "seed", seeded),
        (system, "seed", lambda self, *given, **named: None),
        (system, "_randbelow", lambda self, limit: source.below(limit)),
        (system, "getrandbits", lambda self, bits: source.number(bits)),
        (secrets, "randbits", source.number),
        (random, "seed", lambda a=None, version=2: seeded(random._inst, a, version)),
        (uuid, "uuid1", lambda node=None, clock_seq=SEED: real_uuid1(node, clock_seq)),
        (uuid, "_generate_time_safe", None),
        (uuid, "_UuidCreate", None),
        (uuid, "_last_timestamp", None),
        (uuid, "_node", 0x02420A0B0C0D),
    ]
    before = [(place, name, vars(place)[name]) for place, name, _ in stand_ins if name in vars(place)]
    known = {name for _, name, _ in before}
    for place, name, value in stand_ins:
        if name in known:
            setattr(place, name, value)
    return before


def loaded_anew(solution, code):
    """The solution as it is when the program starts: what it draws then counts as well."""
    module = types_module.ModuleType(solution.__name__)
    module.__file__ = solution.__file__
    sys.modules[solution.__name__] = module
    exec(code, vars(module))
    return module


def drawn(solution, setup, expression, moment, values, needed, seeds, watched):
    """What the expression comes to, and how many bits of chance there are in it; None for the bits if not all is known."""
    now = [int(moment * NANOSECONDS)]
    with open(solution.__file__, encoding="utf-8", errors="surrogatepass") as file:
        code = compile(file.read(), solution.__file__, "exec")
    prepare = compile(setup, "<probe>", "exec")
    state = random.getstate()
    changed = replaced(moved(0, now), solution)
    before = exchanged()
    source.seeds, runs = seeds, 0

    def told(seed=1, units=range(0), by=0):
        nonlocal runs
        runs += 1
        now[0] = int(moment * NANOSECONDS)
        if "_last_timestamp" in vars(uuid):
            uuid._last_timestamp = None
        source.begin(seed, units, by)
        source.known = watched
        seeded(random._inst)
        try:
            names = {"solution": loaded_anew(solution, code), **values}
            exec(prepare, names)
        except BaseException as error:
            return {"value": None, "error": type(error).__name__}
        finally:
            source.known = False
        return evaluated(expression, names)

    try:
        first = told()
        found = {"value": first["value"], "bits": None}
        units = source.units
        if first["error"] is not None or told()["value"] != first["value"]:
            return found
        if told(seed=2)["value"] == first["value"]:
            return found | {"bits": 0.0}
        bits, waiting = 0.0, [range(len(units))]
        while waiting and bits < needed:
            if runs > MOST_RUNS:
                return found
            some = waiting.pop()
            if not any(told(1, some, by)["value"] != first["value"] for by in CHANGES):
                continue
            if len(some) == 1:
                bits += units[some[0]]
            else:
                half = len(some) // 2
                waiting += [some[:half], some[half:]]
        return found | {"bits": bits}
    finally:
        for place, name, value in before:
            setattr(place, name, value)
        random.setstate(state)
        for namespace, name, value in changed:
            namespace[name] = value
        sys.modules[solution.__name__] = solution
