import dis
import marshal
import os
import select
import sys
import tempfile
import threading
import time
import types

# Before these, a thread that reads and then writes can be overtaken: what it read is old when it writes, or locks.
STOPS = {
    "CALL",
    "CALL_KW",
    "CALL_FUNCTION_EX",
    "BEFORE_WITH",
    "STORE_ATTR",
    "STORE_SUBSCR",
    "STORE_SLICE",
    "STORE_GLOBAL",
    "DELETE_SUBSCR",
    "DELETE_ATTR",
}
# Time in which a step waits for a processor does not count: a busy machine must not change what is found.
STALL_SECONDS = 1.2
LONGEST_CPU_NANOSECONDS = 25_000_000
# Only steps that wait without sleep take so much processor time: they hold the lock.
BUDGET_CPU_SECONDS = 4.0
# Of a step that uses very many other things first, this many times the processor time is no waiting.
CROWDED = 16
MOST_SLEEPS = 20
# Of one call or store from one place: a step that asks for a lock again and again is stopped in its first rounds only.
MOST_VISITS = 2
LOOK_SECONDS = 0.05
SHORT_WAIT_SECONDS = 0.005
# A place to stop that no step gets to.
NEVER = 1 << 30
real_sleep, real_monotonic = time.sleep, time.monotonic
# What goes by while the first step is stopped, in races in which time goes by.
PAUSE_SECONDS = 3600
# So often, or so long by the moved clock, may a step sleep there before it counts as one that waits for the other.
MOST_AGING_SLEEPS, MOST_AGING_SECONDS = 320, 600
# Of the moved clock, for each second that a step wants to sleep: on a busy machine, sleep lasts longer.
SECONDS_PER_SECOND = 20
LONGEST_LOCK_WAIT_SECONDS = 0.01
LONGEST_DATABASE_WAIT_SECONDS = 0.002


class Actor:
    """One step, in a thread or a process of its own. It reports over a pipe: s(topped), w(aiting), d(one)."""

    #: Whether a process imports the solution by itself; if not, it has what its parent had opened.
    starts_anew = True
    #: Only while its step runs: what comes before, such as an import of the solution, is not stopped.
    is_watched = False
    #: Not in races in which a step is stopped in the middle of its writes.
    stops_in_code = True
    longest_cpu = LONGEST_CPU_NANOSECONDS

    def __init__(self, step, names, process, point=None, parks=False):
        self.step, self.names, self.process, self.point = step, names, process, point
        self.parks = parks
        self.slept_seconds = 0
        self.count = self.sleeps = self.line = self.queued = 0
        self.visits = {}
        self.trail = []
        self.task = ""
        self.report, self.reporter = os.pipe()
        self.gate, self.opener = os.pipe()
        self.buffer = b""
        self.outcome = None
        self.ready = False

    def start(self):
        if self.process:
            self.child = os.fork()
            if self.child == 0:
                try:
                    self.run()
                finally:
                    os._exit(0)
            self.task = "/proc/%d/task/%d/" % (self.child, self.child)
        else:
            threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        current.actor = self
        if not self.process:
            self.task = "/proc/self/task/%d/" % threading.get_native_id()
        if self.process and self.parks and self.starts_anew:
            self.names["solution"] = imported_anew(self.names["solution"])
        self.say(b"b")
        watcher.begin(self)
        try:
            found = evaluated(self.step, self.names)
        finally:
            watcher.end(self)
        found["line"] = self.line
        self.say(b"d" + marshal.dumps(found))

    def say(self, message):
        os.write(self.reporter, len(message).to_bytes(4, "big") + message)

    def reached(self, frame):
        """A place to stop. Returns whether it wants to hear of the next one."""
        if not self.stops_in_code:
            return False
        caller = frame.f_back
        place = (id(frame.f_code), frame.f_lasti, id(caller.f_code), caller.f_lasti)
        self.visits[place] = self.visits.get(place, 0) + 1
        if self.visits[place] > MOST_VISITS:
            return True
        self.count += 1
        # The code of the caller may be compiled anew for each run, so only its place counts here.
        self.trail.append((id(frame.f_code), frame.f_lasti, caller.f_lasti, self.visits[place]))
        if self.count != self.point:
            return True
        self.line = self.line or frame.f_lineno
        self.say(b"s")
        if os.read(self.gate, 1) != b"n":
            return False
        self.point += 1
        return True

    def slept(self, seconds):
        """Sleeping is shortened; a step that sleeps again and again is waiting for the other one.

        Then the second sleeps until the first has had its turn: whether its patience lasts must not be left to chance.
        Where time goes by, its patience ends first.
        """
        self.sleeps += 1
        self.slept_seconds += seconds
        if aging.is_on:
            aging.goes_by(SECONDS_PER_SECOND * seconds)
            waits = self.slept_seconds > MOST_AGING_SECONDS or self.sleeps > aging.patience
            if waits:
                self.slept_seconds, self.sleeps = -1e9, -(1 << 30)
                aging.patience = MOST_SLEEPS  # who has not given up by now does so nowhere
        else:
            waits = self.sleeps == MOST_SLEEPS
        if waits:
            self.say(b"w")
            if self.parks:
                os.read(self.gate, 1)

    def heard(self, seconds):
        """The next report, or empty after so many seconds."""
        end = real_monotonic() + seconds
        while True:
            size = int.from_bytes(self.buffer[:4], "big")
            if len(self.buffer) >= 4 and len(self.buffer) >= 4 + size:
                message, self.buffer = self.buffer[4 : 4 + size], self.buffer[4 + size :]
                if message[:1] == b"d":
                    self.outcome = marshal.loads(message[1:])
                    self.line = self.outcome.pop("line")
                return message[:1]
            if not select.select([self.report], [], [], max(0, end - real_monotonic()))[0]:
                return b""
            self.buffer += os.read(self.report, 1 << 16)

    def started_to_rest(self):
        """Starts the step, and tells what it reported when it ended, stopped or had to wait."""
        self.start()
        self.until((b"b",))
        return self.until_at_rest()

    def until_past_sleep(self):
        """Waits until the step has stopped or ended, whatever it slept for."""
        found = self.until((b"s", b"d", b"w"))
        if found == b"w":
            self.open()
            found = self.until((b"s", b"d"))
        return found

    def until(self, wanted, seconds=STALL_SECONDS):
        """Waits for one of these reports; the last one heard, empty if none came."""
        found = self.heard(SHORT_WAIT_SECONDS)  # mostly enough, and then nobody has to ask for the time in the queue
        if found in wanted:
            return found
        start = real_monotonic() - seconds_in_queue()
        while True:
            found = self.heard(LOOK_SECONDS)
            if found in wanted:
                return found
            if found == b"" and real_monotonic() - seconds_in_queue() - start > seconds:
                return found

    def until_at_rest(self):
        """Lets the step go on until it has ended, stopped, or waits for the other one; tells what it reported, if it did.

        The kernel knows who waits: it sleeps and uses no processor time.
        """
        same, last = 0, None
        start = None
        # Where time goes by, who waits for a short time only gives up first.
        enough, longest = (30, 6 * self.longest_cpu) if aging.is_on else (3, self.longest_cpu)
        while True:
            found = self.heard(0.0004)
            if found in (b"d", b"w", b"s"):
                return found
            if found:
                continue
            state, used = self.activity()
            start = used if start is None else start
            same = same + 1 if state == b"S" and used == last else 0
            last = used
            if same >= enough or used - start > longest:
                return b""

    def activity(self):
        """The scheduler's state of the step (R, S …) and its processor time in nanoseconds."""
        try:
            state = content(self.task + "stat").rpartition(b")")[2].split()[0]
            return state, int(content(self.task + "schedstat").split()[0])
        except (OSError, ValueError, IndexError):
            return b"S", 0

    def time_in_queue(self):
        """Nanoseconds in which the step was ready and had no processor; the last known ones when it has ended."""
        self.queued = max(self.queued, time_in_queue(self.task))
        return self.queued

    def go_on(self):
        """From its place to stop, and from its sleep."""
        os.write(self.opener, b"gg" if self.parks else b"g")

    def open(self, message=b"g"):
        """Lets the step go on once, from its place to stop or from its sleep; `n`: to the next place to stop."""
        os.write(self.opener, message)

    def finish(self):
        if self.outcome is None:
            self.until((b"d",))
        if self.process:
            if self.outcome is None:
                os.kill(self.child, 9)
            os.waitpid(self.child, 0)
        if self.outcome is None:
            return {"value": None, "error": "Stalled", "errors": ["Stalled"], "message": "the step did not end"}
        for descriptor in (self.report, self.reporter, self.gate, self.opener):
            os.close(descriptor)
        return self.outcome


class Places:
    """Where a step in the solution's code can be overtaken."""

    def __init__(self):
        self.files = set()
        self.known = {}

    def of(self, code):
        """Offsets of the instructions before which it can. Code that is kept: another object could get its address."""
        found = self.known.get(id(code))
        if found is None:
            steps = dis.get_instructions(code) if code.co_filename in self.files else ()
            found = self.known[id(code)] = (code, {step.offset for step in steps if step.opname in STOPS})
        return found[1]


class TraceWatch(Places):
    """Tells a step that is watched when it is at one of its places, by `sys.settrace`: in Python 3.11.

    Later versions lose events of instructions in threads, or end in a fault.
    """

    def start(self, files):
        self.files = files

    def stop(self):
        pass

    def begin(self, actor):
        if actor.point is not None:
            sys.settrace(self.enter)

    def end(self, actor):
        sys.settrace(None)

    def enter(self, frame, event, _):
        if not self.of(frame.f_code):
            return None
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        return self.inside

    def inside(self, frame, event, _):
        if event == "opcode" and frame.f_lasti in self.of(frame.f_code):
            if not current.actor.reached(frame):
                sys.settrace(None)
                return None
        return self.inside


class MonitoringWatch(Places):
    """The same by `sys.monitoring`, from Python 3.12 on."""

    TOOL = 3

    def start(self, files):
        self.files = files
        self.monitoring, self.events = sys.monitoring, sys.monitoring.events
        self.monitoring.use_tool_id(self.TOOL, "interleave")
        self.monitoring.register_callback(self.TOOL, self.events.PY_START, self.enter)
        self.monitoring.register_callback(self.TOOL, self.events.INSTRUCTION, self.inside)
        self.monitoring.restart_events()
        self.monitoring.set_events(self.TOOL, self.events.PY_START)

    def stop(self):
        self.monitoring.set_events(self.TOOL, 0)
        for code, _ in self.known.values():
            self.monitoring.set_local_events(self.TOOL, code, 0)
        self.monitoring.free_tool_id(self.TOOL)

    def begin(self, actor):
        actor.is_watched = actor.point is not None

    def end(self, actor):
        actor.is_watched = False

    def enter(self, code, _):
        if self.of(code):
            self.monitoring.set_local_events(self.TOOL, code, self.events.INSTRUCTION)
        return self.monitoring.DISABLE

    def inside(self, code, offset):
        if offset not in self.of(code):
            return self.monitoring.DISABLE
        actor = getattr(current, "actor", None)
        if actor is not None and actor.is_watched:
            actor.is_watched = False  # whatever is called meanwhile belongs to the driver
            actor.is_watched = actor.reached(sys._getframe(1))
        return None


# A folder in which processes work that were started by themselves.
elsewhere = []
watcher = (MonitoringWatch if sys.version_info >= (3, 12) else TraceWatch)()
current = threading.local()
racing = []


def content(path):
    """Bytes of a small file. It is asked for often, and a file object takes several times as long."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return os.read(descriptor, 4096)
    finally:
        os.close(descriptor)


def time_in_queue(task):
    try:
        return int(content(task + "schedstat").split()[1])
    except (OSError, ValueError, IndexError):
        return 0


def seconds_in_queue():
    """Of both steps of the run: while one of them waits for a processor, the other may be waiting for it."""
    return sum(actor.time_in_queue() for actor in racing) / 1e9


def short_sleep(seconds=0):
    actor = getattr(current, "actor", None)
    if actor is not None:
        actor.slept(seconds)
    real_sleep(min(max(seconds, 0), 0.00005 if aging.is_on else 0.0005))


def hash_of_another(value):
    """`hash` as a program has it that was started by itself: of all but numbers, it is another one there."""
    return hash(value) if isinstance(value, (int, float, complex)) else hash(("another", value))


def imported_anew(solution):
    """The solution as a program has it that was started by itself: what it makes when it is imported is its own.

    It works in another folder, and hashes in another way. One that cannot be imported again goes on as it is.
    """
    try:
        module = types.ModuleType(solution.__name__)
        module.__file__ = solution.__file__
        module.hash = hash_of_another
        with open(solution.__file__, encoding="utf-8", errors="surrogatepass") as file:
            source = file.read()
        sys.modules[solution.__name__] = module
        exec(compile(source, solution.__file__, "exec"), vars(module))
        os.chdir(elsewhere[0])
        return module
    except BaseException:
        sys.modules[getattr(solution, "__name__", "solution")] = solution
        return solution


class Aging:
    """Time that goes by while a step is stopped, and while one sleeps or waits for a lock no longer than it wants to.

    Needs the driver `clock`.
    """

    is_on = False

    def start(self, solution):
        self.is_on, self.now, self.patience = True, [time.time_ns()], MOST_AGING_SLEEPS
        stand_ins = moved(0, self.now)
        self.changed = replaced(stand_ins, solution)
        for name, value in (("threading", "_time"), ("queue", "time")):
            if name in sys.modules:  # by which they tell when a time limit is over
                self.exchange(vars(sys.modules[name]), value, stand_ins[real_monotonic])
        if "sqlite3" in sys.modules:
            connect = sys.modules["sqlite3"].connect
            for names in (vars(sys.modules["sqlite3"]), vars(solution)):
                for name in [name for name, value in names.items() if value is connect]:
                    self.exchange(names, name, impatient_connection(connect))
        kinds = {type(threading.Lock()), type(threading.RLock())}
        for name, value in list(vars(solution).items()):
            if type(value) in kinds:
                self.exchange(vars(solution), name, ImpatientLock(value))
        for name in ("Lock", "RLock", "_allocate_lock"):
            make = getattr(threading, name)
            impatient = lambda *given, make=make: ImpatientLock(make(*given))
            for names in (vars(threading), vars(solution)):
                if names.get(name) is make:
                    self.exchange(names, name, impatient)

    def exchange(self, names, name, value):
        self.changed.append((names, name, names[name]))
        names[name] = value

    def begin(self):
        if self.is_on:
            self.now[0] = time_ns()

    def goes_by(self, seconds):
        if self.is_on:
            self.now[0] += int(max(0, min(seconds, 1e6)) * 1_000_000_000)

    def stop(self):
        if self.is_on:
            for names, name, value in reversed(self.changed):
                names[name] = value
        self.is_on = False


def impatient_connection(connect):
    """`sqlite3.connect` with a short time limit."""
    limit = {"timeout": LONGEST_DATABASE_WAIT_SECONDS}
    return lambda *given, **named: connect(*given[:1], *given[2:], **named | limit)


class ImpatientLock:
    """A lock whose time limits are short."""

    def __init__(self, lock):
        self.lock = lock

    def acquire(self, blocking=True, timeout=-1):
        if not blocking or timeout is None or timeout < 0:
            return self.lock.acquire(blocking)
        found = self.lock.acquire(True, min(timeout, LONGEST_LOCK_WAIT_SECONDS))
        if not found:
            aging.goes_by(timeout)
        return found

    def __enter__(self):
        return self.lock.acquire()

    def __exit__(self, *_):
        self.lock.release()

    def __getattr__(self, name):
        return getattr(self.lock, name)


aging = Aging()
time_ns = time.time_ns


def one_run(solution, setup, steps, after, values, points, order, processes):
    """Stops the first step at one point, and the second, if it gets so far, at another.

    Returns what was observed (None when the first ended before its point), and whether the second was stopped.
    """
    names = {"solution": solution, **values}
    aging.begin()
    exec(setup, names)
    first = Actor(steps[order[0]], names, processes, points[0])
    racing[:] = [first]
    first.start()
    if first.until((b"s", b"d")) != b"s":
        first.finish()
        return None, False
    second = Actor(steps[order[1]], names, processes, points[1], parks=True)
    racing[:] = [first, second]
    aging.goes_by(PAUSE_SECONDS)
    rest = second.started_to_rest()
    # The first goes on only now; whoever waited for it is let in when it has left its lock.
    first.go_on()
    if rest in (b"s", b"w"):
        first.until_at_rest()
    second.go_on()
    outcomes = {order[0]: first.finish(), order[1]: second.finish()}
    found = {"point": points[0], "line": first.line, "outcomes": [outcomes[0], outcomes[1]], "order": list(order)}
    found["after"] = evaluated(after, names) if after else None
    return found, rest == b"s"


def cpu_seconds():
    """Of this process and its ended children."""
    return sum(os.times()[:4])


def explored(one, twice, most):
    """Runs one schedule after another until the steps have no more places to stop at, or one of them stalls."""
    runs = []
    end = cpu_seconds() + BUDGET_CPU_SECONDS
    schedules = PairsOfPlaces(most) if twice else ((first, None) for first in range(1, most + 1))
    for first, second in schedules:
        found, stopped = one((first, second))
        if found is None and twice:
            schedules.end_of_first(first)
            continue
        if found is None or len(runs) >= most or cpu_seconds() > end:
            break
        runs.append(found)
        if any(outcome["error"] == "Stalled" for outcome in found["outcomes"]):
            break
        if twice and not stopped:
            schedules.end_of_second(first, second)
    return runs


class PairsOfPlaces:
    """Where the first step is stopped and where the second: pairs of two orders in turn, each pair once.

    In one order, places near to each other come first: steps that meet are often two of one method, and meet where both
    do the same, in a draft with one name for both. In the other, the first step stays at its place while the second is
    stopped at every place of its own: it makes a lock, and meets the second with the lock that it found missing.
    How many places there are turns out on the way.
    """

    def __init__(self, most):
        self.most, self.ends = most, {}

    def end_of_first(self, place):
        """The first step ended before it came to this place."""
        self.most = min(self.most, place - 1)

    def end_of_second(self, first, second):
        """The second did not stop at this place of its own when the first was stopped there."""
        self.ends[first] = min(self.ends.get(first, second), second)

    def __iter__(self):
        tried = set()
        orders = [self.near_first(), self.in_turn()]
        while orders:
            for order in list(orders):
                pair = next((pair for pair in order if pair not in tried), None)
                if pair is None:
                    orders.remove(order)
                else:
                    tried.add(pair)
                    yield pair

    def near_first(self):
        for apart in range(self.most):
            for first in range(1, self.most + 1):
                yield from (pair for pair in sorted({(first, first - apart), (first, first + apart)}) if self.is_open(*pair))

    def in_turn(self):
        for first in range(1, self.most + 1):
            yield from ((first, second) for second in range(1, self.most + 1) if self.is_open(first, second))

    def is_open(self, first, second):
        return first <= self.most and 1 <= second < self.ends.get(first, second + 1)


def alone(solution, setup, step, after, values, processes, is_watched):
    """What the first step comes to when nothing overtakes it: followed as in a race, or called as usual."""
    names = {"solution": solution, **values}
    exec(setup, names)
    actor = Actor(step, names, processes, NEVER if is_watched else None)
    racing[:] = [actor]
    actor.start()
    outcome = actor.finish()
    return [outcome, evaluated(after, names) if after else None]


def race(solution, setup, steps, after, watch, values, processes, both_orders, twice, most, rehearses, ages, again,
        forked, tears, crowded=False):
    rehearsal = [alone(solution, setup, steps[0], after, values, processes, False)] if rehearses else []
    watcher.start(solution_files(solution))
    patched = [name for name, value in vars(solution).items() if value is real_sleep]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)  # a step that asks without pause for a lock must not starve the one that has it
    time.sleep = short_sleep
    for name in patched:
        setattr(solution, name, short_sleep)
    trace = sys.gettrace
    sys.gettrace = lambda: None
    try:
        if rehearses:
            rehearsal.append(alone(solution, setup, steps[0], after, values, processes, True))
        if ages:
            aging.start(solution)
        if tears:
            tearing.start(solution)
        Actor.starts_anew = not forked
        Actor.longest_cpu = LONGEST_CPU_NANOSECONDS * (CROWDED if crowded else 1)
        if processes and not forked and not elsewhere:
            elsewhere.append(tempfile.mkdtemp())
        if again:
            return {"rehearsal": rehearsal, "runs": explored_again(solution, setup, steps, after, values, most)}
        if len(steps) == 3:

            def one_of_three(points):
                return run_of_three(solution, setup, steps, after, watch, values, points, processes)

            return {"rehearsal": rehearsal, "runs": explored_with_three(one_of_three, most)}
        runs = []
        for order in [(0, 1), (1, 0)] if both_orders and steps[0] != steps[1] else [(0, 1)]:

            def one(points, order=order):
                return one_run(solution, setup, steps, after, values, points, order, processes)

            runs += explored(one, twice, most)
        return {"rehearsal": rehearsal, "runs": runs}
    finally:
        if tears:
            tearing.stop()
        aging.stop()
        watcher.stop()
        sys.gettrace = trace
        sys.setswitchinterval(interval)
        time.sleep = real_sleep
        for name in patched:
            setattr(solution, name, real_sleep)


def barrage(solution, setup, step, after, values, threads):
    names = {"solution": solution, **values}
    exec(setup, names)
    barrier = threading.Barrier(threads)
    outcomes = [None] * threads

    def work(number):
        barrier.wait()
        outcomes[number] = evaluated(step, {**names, "number": number})

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    workers = [threading.Thread(target=work, args=(number,), daemon=True) for number in range(threads)]
    for worker in workers:
        worker.start()
    queued, start = {}, real_monotonic()
    while alive := [worker for worker in workers if worker.is_alive()]:
        alive[0].join(LOOK_SECONDS)
        queued |= {worker: time_in_queue("/proc/self/task/%d/" % worker.native_id) for worker in alive}
        if real_monotonic() - start - sum(queued.values()) / 1e9 > STALL_SECONDS:
            break
    sys.setswitchinterval(interval)
    stalled = {"value": None, "error": "Stalled", "errors": ["Stalled"], "message": "the step did not end"}
    found = [outcome or stalled for outcome in outcomes]
    return {"point": 0, "line": 0, "outcomes": found, "order": [], "after": evaluated(after, names) if after else None}
