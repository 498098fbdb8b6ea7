import os
import stat
import sys
import threading
import types

#: After these calls there is something new to see, also in the middle of a line.
MAKING = {
    "open", "mkdir", "mkfifo", "mknod", "chmod", "fchmod", "link", "rename", "replace", "connect", "execute", "executescript",
    "commit", "backup", "copy_file_range", "sendfile",
}
#: What is called on these changes no file. Most lines of the standard library call nothing else.
QUIET_TYPES = {str, bytes, bytearray, list, dict, tuple, int, float, set, frozenset, memoryview, type}
QUIET_MODULES = {"_struct", "binascii", "time", "math", "zlib", "_json", "_codecs", "itertools", "_collections", "_sre", "_thread"}
LOUD_BUILTINS = {"open", "exec", "eval", "__import__", "next", "print", "list", "sorted"}
# Only a step that waits for the other one takes no processor time for so long.
STALL_SECONDS = 0.4
KINDS = {stat.S_IFREG: "file", stat.S_IFDIR: "directory", stat.S_IFSOCK: "socket", stat.S_IFIFO: "fifo"}


LIBRARY = os.path.dirname(os.__file__) + "/"
#: Of the standard library, what works with names and data only. What is called from there is looked at again.
DATA_ONLY = ("posixpath", "genericpath", "abc", "codecs", "_collections_abc", "stat")
DATA_ONLY_FILES = ("random.py", "base64.py", "posixpath.py", "genericpath.py", "codecs.py", "_weakrefset.py")
#: And of `pathlib`, where many lines make one name.
PURE_NAMES = frozenset(
    "__new__ __init__ __str__ __repr__ __fspath__ __truediv__ __rtruediv__ __hash__ __eq__ __lt__ __len__ __getitem__"
    " joinpath with_name with_suffix with_stem with_segments name stem suffix suffixes parts parent parents drive root"
    " anchor is_absolute relative_to is_relative_to as_posix exists is_file is_dir is_symlink stat lstat _tail"
    " _load_parts _parse_path _parse_parts _parse_args _from_parsed_parts _from_parts _format_parsed_parts _make_child"
    " _flavour _str_normcase _parts_normcase _lines _raw_paths _cparts _ignore_error parse_parts join_parsed_parts"
    " splitroot casefold_parts".split()
)


def changes_no_file(code):
    name = code.co_filename
    if name.startswith("<frozen "):
        return name.startswith("<frozen importlib") or name[8:-1] in DATA_ONLY
    if name.startswith(LIBRARY):
        last = name.rpartition("/")[2]
        return last in DATA_ONLY_FILES or (last == "pathlib.py" and code.co_name in PURE_NAMES)
    return False


class Watcher:
    """Looks at the folders again and again while Python code runs, and keeps the modes that each file ever had.

    Of the working directory it sees what comes into it alone: drafts of files that belong elsewhere.
    """

    def __init__(self, folders, secret=None, source=None):
        self.folders = folders
        self.here = os.getcwd()
        self.earlier = set() if self.here in folders else set(os.listdir())
        self.secret, self.source = secret, source
        self.seen, self.shown = {}, {}
        #: File → when it was last read, and whether it held the secret then or before.
        self.held = {}
        #: Whether anything was called since the last look that may have changed a file.
        self.is_due = True
        self.there = {path: key for path, key, *_ in self.entries()}
        self.lock = threading.Lock()

    def entries(self):
        waiting = list(dict.fromkeys([*self.folders, self.here]))
        while waiting:
            folder = waiting.pop()
            try:
                names = os.listdir(folder)
            except OSError:
                continue
            for name in names:
                if folder == self.here and name in self.earlier:
                    continue
                path = os.path.join(folder, name)
                try:
                    found = os.lstat(path)
                except OSError:
                    continue
                kind = KINDS.get(stat.S_IFMT(found.st_mode))
                if kind is None or name == "__pycache__":
                    continue
                if kind == "directory" and path not in self.folders:
                    waiting.append(path)
                stamp = (found.st_size, found.st_mtime_ns)
                yield path, (found.st_dev, found.st_ino), kind, stat.S_IMODE(found.st_mode), stamp

    def look(self):
        with self.lock:
            self.is_due = False
            found = list(self.entries())
            folders = {path: mode for path, _, kind, mode, _ in found if kind == "directory"}
            for path, key, kind, mode, stamp in found:
                reached = mode & self.reach(path, folders)
                if self.there.get(path) != key:
                    self.note(path, key, kind, mode, reached)
                if self.secret and kind == "file" and self.holds_secret(path, key, stamp) and reached & 0o044:
                    self.shown.setdefault(path, mode)

    def holds_secret(self, path, key, stamp):
        known = self.held.get(key)
        if known is None or known[0] != stamp:
            known = self.held[key] = stamp, self.reads_secret(path) or (known is not None and known[1])
        return known[1]

    def reads_secret(self, path):
        if path == self.source:
            return False
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        except OSError:
            return False
        try:
            return self.secret in os.read(descriptor, 1 << 20)
        finally:
            os.close(descriptor)

    def reach(self, path, folders):
        """The bits that a closed folder above leaves to group and others; its own special bits stay."""
        reach = 0o7777
        parent = os.path.dirname(path)
        while parent not in self.folders and parent in folders:
            reach &= 0o7700 | (0o077 if folders[parent] & 0o001 else 0o070 if folders[parent] & 0o010 else 0)
            parent = os.path.dirname(parent)
        return reach

    def note(self, path, key, kind, mode, reached):
        new = {"path": path, "key": key, "kind": kind, "modes": [], "reached": []}
        known = self.seen.setdefault((path, key), new)
        for name, value in (("modes", mode), ("reached", reached)):
            if not known[name] or known[name][-1] != value:
                known[name].append(value)

    def trace(self, frame, event, _):
        if changes_no_file(frame.f_code):
            return None
        frame.f_trace_opcodes = False
        if self.is_due or frame.f_code.co_filename == self.source or frame.f_code.co_filename[:1] == "<":
            self.look()
        return self.trace

    def profile(self, frame, event, function):
        if event[:2] != "c_" or is_quiet(function):
            return
        if getattr(function, "__name__", "") in MAKING:
            self.look()
        self.is_due = True

    def begin(self):
        sys.settrace(self.trace)
        sys.setprofile(self.profile)

    def end(self):
        sys.setprofile(None)
        sys.settrace(None)


def is_quiet(function):
    subject = getattr(function, "__self__", None)
    if type(subject) in QUIET_TYPES:
        return True
    if not isinstance(subject, types.ModuleType):
        return False
    name = subject.__name__
    return name in QUIET_MODULES or name == "builtins" and function.__name__ not in LOUD_BUILTINS


class Stops:
    """Two uses at once, in threads. Each stops when it has called `os.umask` so many times, 0: nowhere.

    The umask belongs to the process. So what one sets, or sets back, is what the other one's files are made with.
    """

    def __init__(self, watcher, limits):
        self.watcher, self.limits = watcher, limits
        self.counts, self.tasks, self.outcomes = [0, 0], [None, None], [None, None]
        self.rest, self.gates = [threading.Event(), threading.Event()], [threading.Event(), threading.Event()]
        self.mine = threading.local()
        self.umask, self.has_waited, self.has_stopped = os.umask, False, False

    def call(self, mask):
        before = self.umask(mask)
        which = getattr(self.mine, "which", None)
        if which is not None:
            self.counts[which] += 1
            if self.counts[which] == self.limits[which]:
                self.has_stopped = True
                self.rest[which].set()
                self.gates[which].wait(3)
        return before

    def run(self, which, expression, names):
        self.mine.which = which
        self.tasks[which] = threading.get_native_id()
        self.watcher.begin()
        try:
            self.outcomes[which] = evaluated(expression, names)
        finally:
            self.watcher.end()
            self.limits[which] = 0
            self.rest[which].set()

    def until_at_rest(self, which):
        """Waits until the use has stopped, has ended, or waits for the other one."""
        last, still = None, 0.0
        while not self.rest[which].wait(0.005):
            now = processor_time(self.tasks[which])
            still = still + 0.005 if now == last else 0.0
            last = now
            if still > STALL_SECONDS:
                self.has_waited = True
                return

    def both(self, solution, expressions, names):
        stand_in = lambda mask: self.call(mask)
        places = [(vars(os), "umask")]
        places += [(vars(solution), name) for name, value in list(vars(solution).items()) if value is self.umask]
        for where, name in places:
            where[name] = stand_in
        try:
            threads = [
                threading.Thread(target=self.run, args=(which, *given), daemon=True)
                for which, given in enumerate(zip(expressions, names))
            ]
            for which, thread in enumerate(threads):
                thread.start()
                self.until_at_rest(which)
            for gate, thread in zip(self.gates, threads):
                gate.set()
                if not self.has_waited:
                    thread.join(3)
            for thread in threads:
                thread.join(3)
        finally:
            for where, name in places:
                where[name] = self.umask
        stalled = {"value": None, "error": "Stalled", "errors": ["Stalled"], "message": "the step did not end"}
        return self.outcomes[1] or stalled


def processor_time(task):
    try:
        with open("/proc/self/task/%d/schedstat" % task, "rb") as file:
            return file.read().split()[0]
    except (OSError, TypeError, IndexError):
        return None


def loaded_again(solution):
    """A fresh module of the solution: it may set a umask of its own when it is loaded."""
    module = types.ModuleType(solution.__name__)
    module.__file__ = solution.__file__
    sys.modules[module.__name__] = module
    with open(solution.__file__, encoding="utf-8", errors="surrogatepass") as file:
        exec(compile(file.read(), module.__file__, "exec"), module.__dict__)
    return module


def watch(solution, setup, expression, umask, folders, reload, secret, values, beside, beside_values, stops):
    old = os.umask(umask)
    before = sys.modules.get(solution.__name__)
    waited = stopped = False
    try:
        names = {"solution": loaded_again(solution) if reload else solution, **values}
        exec(setup, names)
        watcher = Watcher(folders, secret, solution.__file__)
        if beside:
            both = Stops(watcher, list(stops))
            others = {"solution": names["solution"], **beside_values}
            outcome = both.both(names["solution"], [beside, expression], [others, names])
            waited, stopped = both.has_waited, both.has_stopped
        else:
            threading.settrace(watcher.trace)
            threading.setprofile(watcher.profile)
            watcher.begin()
            try:
                outcome = evaluated(expression, names)
            finally:
                watcher.end()
                threading.setprofile(None)
                threading.settrace(None)
        watcher.look()
        made = sorted(watcher.seen.values(), key=lambda one: one["path"])
        left = {key for _, key, *_ in watcher.entries()}
        for one in made:
            one["there"] = os.path.lexists(one["path"])
            one["kept"] = one["key"] in left
            one["held"] = watcher.held.get(one.pop("key"), (None, False))[1]
        return {"outcome": outcome, "created": made, "shown": sorted(watcher.shown.items()), "waited": waited, "stopped": stopped}
    finally:
        os.umask(old)
        if before is not None:
            sys.modules[solution.__name__] = before
