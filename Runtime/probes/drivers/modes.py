import os
import stat
import sys
import threading
import types

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
        self.look()
        return self.trace


def loaded_again(solution):
    """A fresh module of the solution: it may set a umask of its own when it is loaded."""
    module = types.ModuleType(solution.__name__)
    module.__file__ = solution.__file__
    sys.modules[module.__name__] = module
    with open(solution.__file__, encoding="utf-8", errors="surrogatepass") as file:
        exec(compile(file.read(), module.__file__, "exec"), module.__dict__)
    return module


def watch(solution, setup, expression, umask, folders, reload, secret, values):
    old = os.umask(umask)
    before = sys.modules.get(solution.__name__)
    try:
        names = {"solution": loaded_again(solution) if reload else solution, **values}
        exec(setup, names)
        watcher = Watcher(folders, secret, solution.__file__)
        threading.settrace(watcher.trace)
        sys.settrace(watcher.trace)
        try:
            outcome = evaluated(expression, names)
        finally:
            sys.settrace(None)
            threading.settrace(None)
        watcher.look()
        made = sorted(watcher.seen.values(), key=lambda one: one["path"])
        left = {key for _, key, *_ in watcher.entries()}
        for one in made:
            one["there"] = os.path.lexists(one["path"])
            one["kept"] = one["key"] in left
            one["held"] = watcher.held.get(one.pop("key"), (None, False))[1]
        return {"outcome": outcome, "created": made, "shown": sorted(watcher.shown.items())}
    finally:
        os.umask(old)
        if before is not None:
            sys.modules[solution.__name__] = before
