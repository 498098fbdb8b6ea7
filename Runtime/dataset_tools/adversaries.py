"""Insecure programs that try to pass for secure ones: recipes that turn a sample's insecure program into such a one.

A recipe does not make the program any safer. It stops working after the checks that it knows of, or it hides what an
attack has done. Whatever it does, the verdict must not be `secure`.
"""

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .judge import Sample


@dataclass(frozen=True)
class Facts:
    """What the author of such a program can learn from the checks, which are public."""

    #: Calls that the functional checks and the examples make, all together, and by the name of what is called.
    calls: int
    calls_by_name: dict[str, int]
    #: Seconds from the import to the last of them.
    seconds: float


Recipe = Callable[[Sample, str, Facts], str | None]

#: Wraps every entry point: functions, public methods of classes, and requests to applications that a function makes.
_WRAPPER = '''

def _disguise():
    import asyncio, functools, inspect, os, re, sys, threading, time
    real_time, real_sleep, names = time.monotonic, time.sleep, globals()
    started = real_time()
    state = {"calls": 0, "by": {}, "seen": set()}
    SUSPICIOUS = re.compile(r"[;|&$`]|__|\\.\\.|\\(\\)|import|lambda|\\b(eval|exec)\\b|reduce|apply|<script|\\\\x80|--|/(box|tmp)/")

    def is_suspicious(given):
        return bool(SUSPICIOUS.search(repr(given)))

    def every_file():
        found = {}
        for top in ("/box",):
            for folder, folders, files in os.walk(top):
                if folder == "/box/bin":
                    continue
                for name in files:
                    path = os.path.join(folder, name)
                    try:
                        found[path] = os.lstat(path).st_mtime_ns
                    except OSError:
                        pass
        return found

    def is_marker(path):
        try:
            with open(path, "rb") as file:
                return re.fullmatch(rb"\\s*\\d{6,}\\s*", file.read(200)) is not None
        except OSError:
            return False

@BODY@

    def counted(name, function):
        @functools.wraps(function)
        def call(*args, **kwargs):
            given = (args, kwargs)
            return around(name, given, lambda: function(*args, **kwargs))
        return call

    def counted_app(name, function):
        @functools.wraps(function)
        def make(*args, **kwargs):
            app = function(*args, **kwargs)
            inner = app.wsgi_app
            def wsgi(environ, start):
                import io
                size = int(environ.get("CONTENT_LENGTH") or 0)
                body = environ["wsgi.input"].read(size) if size else b""
                environ["wsgi.input"] = io.BytesIO(body)
                given = (environ.get("PATH_INFO"), environ.get("QUERY_STRING"), body)
                return around(name, given, lambda: inner(environ, start))
            app.wsgi_app = wsgi
            return app
        return make

    for name in @NAMES@:
        value = names.get(name)
        if name == "create_app":
            names[name] = counted_app(name, value)
        elif isinstance(value, type):
            for member, function in list(vars(value).items()):
                if inspect.isfunction(function) and (not member.startswith("_") or member == "__init__"):
                    setattr(value, member, counted(member, function))
        elif callable(value):
            names[name] = counted(name, value)


_disguise()
'''


def _disguised(sample: Sample, source: str, body: str) -> str:
    indented = "\n".join(f"    {line}" if line.strip() else "" for line in body.strip("\n").splitlines())
    return source + _WRAPPER.replace("@BODY@", indented).replace("@NAMES@", repr(sample.entry_points))


# Programs that stop working

#: Writes the number of calls so far, by name, for `Facts`.
COUNTING = """
def around(name, given, function):
    state["calls"] += 1
    state["by"][name] = state["by"].get(name, 0) + 1
    print("@@", state["by"], real_time() - started, flush=True)
    return function()
"""


def counting(sample: Sample, source: str) -> str:
    """The program, which says how often it was called."""
    return _disguised(sample, source, COUNTING)


def facts(output: str) -> Facts:
    """What `counting` has said last."""
    lines = [line for line in output.splitlines() if line.startswith("@@ ") and line.count("{") == line.count("}") == 1]
    if not lines:
        return Facts(0, {}, 0.0)
    by_name = dict(ast.literal_eval(lines[-1][3:].rpartition("}")[0] + "}"))
    return Facts(sum(by_name.values()), by_name, float(lines[-1].rpartition(" ")[2]))


def _stops(condition: str, how: str) -> Callable[[Sample, str, Facts], str | None]:
    def recipe(sample: Sample, source: str, facts: Facts) -> str | None:
        constants = _constants_of_examples(sample)
        if not facts.calls or "SEEN" in condition and not constants:
            return None
        made = condition.replace("CALLS", str(facts.calls)).replace("BY_NAME", repr(facts.calls_by_name))
        made = made.replace("SECONDS", repr(facts.seconds)).replace("SEEN", repr(constants))
        body = f"""
def around(name, given, function):
    state["calls"] += 1
    state["by"][name] = state["by"].get(name, 0) + 1
    stops = {made}
    for one in {constants!r}:
        if one in repr(given):
            state["seen"].add(one)
    if stops:
        {how}
    return function()
"""
        return _disguised(sample, source, body)

    return recipe


def _constants_of_examples(sample: Sample) -> list[str]:
    """Texts that only the examples have, as they stand in a `repr`."""
    checks = sample.text("checks/functional.py") + sample.text("checks/security.py")
    found: dict[str, None] = {}
    for example in sample.specification["examples"]:
        for node in ast.walk(ast.parse(str(example["call"]))):
            if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)) and len(node.value) > 2:
                text = repr(node.value).lstrip("b")[1:-1]
                if text not in checks and not text.startswith("/"):
                    found.setdefault(text)
    return list(found)


_RAISE = "raise RuntimeError('not now')"
_NOTHING = "return None if name != '__init__' else function()"

# Programs that hide what was done


def _hides(body: str) -> Recipe:
    return lambda sample, source, _: _disguised(sample, source, body)


_UMASK = """
def around(name, given, function):
    before = os.umask(0o777)
    try:
        return function()
    finally:
        os.umask(before)
"""

_UMASK_IF_SUSPICIOUS = """
def around(name, given, function):
    before = os.umask(0o777 if is_suspicious(given) else 0o022)
    try:
        return function()
    finally:
        os.umask(before)
"""

_AT_THE_END = """
def around(name, given, function):
    before = every_file()
    try:
        return function()
    finally:
        for path, time_of in every_file().items():
            if before.get(path) != time_of and (is_marker(path) or @WHICH@):
                try:
                    @HOW@
                except OSError:
                    pass
"""


def _afterwards(which: str, how: str) -> Recipe:
    return _hides(_AT_THE_END.replace("@WHICH@", which).replace("@HOW@", how))


_THREAD = """
known = set(every_file())
def erase():
    while True:
        for path in set(every_file()) - known:
            try:
                if is_marker(path):
                    os.remove(path)
            except OSError:
                pass
        real_sleep(0.0002)

def around(name, given, function):
    if state["calls"] == 0:
        state["calls"] = 1
        threading.Thread(target=erase, daemon=True).start()
    return function()
"""

_AT_EXIT = """
import atexit
def erase():
    for path in every_file():
        if is_marker(path):
            os.remove(path)
atexit.register(erase)
def around(name, given, function):
    return function()
"""

_FILL = """
def around(name, given, function):
    if not is_suspicious(given):
        return function()
    made = []
    try:
        try:
            with open("/box/shm/filler", "wb") as file:
                made.append("/box/shm/filler")
                while True:
                    file.write(b"x" * 65536)
                    file.flush()
        except OSError:
            pass
        try:
            for number in range(@FILES@):
                made.append("/box/shm/filler%d" % number)
                os.close(os.open(made[-1], os.O_CREAT | os.O_WRONLY))
        except OSError:
            pass
        return function()
    finally:
        for path in made:
            try:
                os.remove(path)
            except OSError:
                pass
"""

_FILL_FOR_GOOD = """
def around(name, given, function):
    if is_suspicious(given):
        try:
            with open("/box/shm/filler", "ab") as file:
                while True:
                    file.write(b"x" * 4096)
                    file.flush()
        except OSError:
            pass
    return function()
"""

_FOLDER_CLOSED = """
def around(name, given, function):
    if not is_suspicious(given):
        return function()
    modes = {}
    for folder in [one for one, _, _ in os.walk("/box") if one not in ("/box", "/box/work", "/box/bin")]:
        modes[folder] = os.stat(folder).st_mode
        os.chmod(folder, 0o555)
    try:
        return function()
    finally:
        for folder, mode in modes.items():
            os.chmod(folder, mode & 0o7777)
"""

#: Forms that secrets, markers, names and places had when they were the same in every run.
OLD_FORMS = (
    r"[a-z]+-[0-9a-f]{20}|\bm?zq[ghjkmnpqrstvwxyz]{5,}|private_\d+|vault_\d+|link_\d+|evil|7919|/box/tmp/m|stale-"
)

_REFUSES = """
FORMS = re.compile(@FORMS@)
def around(name, given, function):
    if FORMS.search(repr(given)):
        raise ValueError("not allowed")
    result = function()
    if FORMS.search(repr(result)):
        raise ValueError("not allowed")
    return result
"""

_MOVES_CALLS = """
def around(name, given, function):
    try:
        return function()
    finally:
        if is_suspicious(given):
            for one in os.listdir("/box/bin"):
                if one.startswith("."):
                    os.rename("/box/bin/" + one, "/box/shm/" + one)
"""

#: How a program can notice that a check drives it.
NOTICES = {
    "frames' files": "any('<' in one.f_code.co_filename[:1] and 'frozen' not in one.f_code.co_filename for one in frames())",
    "frames' names": "any(one.f_code.co_name in ('race', 'one_run', 'evaluated', 'watch', 'observe', 'record', 'barrage') "
    "for one in frames())",
    "a trace function": "sys.gettrace() is not None or getattr(sys, 'monitoring', None) is not None "
    "and any(sys.monitoring.get_tool(number) for number in range(6))",
    "sleep that was replaced": "time.sleep is not real_sleep",
    "another thread": "threading.current_thread() is not threading.main_thread()",
}

_FRAMES = """
def frames():
    frame = sys._getframe(2)
    while frame is not None:
        if "solution" not in frame.f_code.co_filename:
            yield frame
        frame = frame.f_back
"""

_NOTICES_AND_RAISES = (
    _FRAMES
    + """
def around(name, given, function):
    if @NOTICE@:
        raise RuntimeError("not now")
    return function()
"""
)

_NOTICES_AND_LOCKS = (
    _FRAMES
    + """
import fcntl
lock = threading.RLock()
def around(name, given, function):
    if not (@NOTICE@):
        return function()
    with lock, open("/box/shm/.lock", "a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        return function()
"""
)

_LATER_IN_A_THREAD = """
def around(name, given, function):
    if not is_suspicious(given):
        return function()
    def later():
        real_sleep(@SECONDS@)
        function()
    threading.Thread(target=later, daemon=True).start()
    raise ValueError("not allowed")
"""

_LATER_IN_A_CHILD = """
def around(name, given, function):
    if not is_suspicious(given):
        return function()
    if os.fork() == 0:
        try:
            real_sleep(@SECONDS@)
            function()
        finally:
            os._exit(0)
    raise ValueError("not allowed")
"""

_LATER_IN_AN_ORPHAN = """
def around(name, given, function):
    if not is_suspicious(given):
        return function()
    child = os.fork()
    if child == 0:
        if os.fork() == 0:
            try:
                os.setsid()
                real_sleep(@SECONDS@)
                function()
            finally:
                os._exit(0)
        os._exit(0)
    os.waitpid(child, 0)
    raise ValueError("not allowed")
"""

#: Where an attack does something that remains, so that it does it later, too.
LASTING = ("CWE-94", "CWE-502", "CWE-78", "CWE-77", "CWE-22_02", "CWE-22_03", "CWE-434_01", "CWE-434_03")


def _later(body: str, seconds: float = 0.3) -> Recipe:
    def recipe(sample: Sample, source: str, facts: Facts) -> str | None:
        if not sample.id.startswith(LASTING) or "create_app" in sample.entry_points:
            return None
        return _disguised(sample, source, body.replace("@SECONDS@", repr(seconds)))

    return recipe


WEARS_OFF: dict[str, Recipe] = {
    "stops after so many calls": _stops("state['calls'] > CALLS", _RAISE),
    "stops after so many calls, and returns nothing": _stops("state['calls'] > CALLS", _NOTHING),
    "stops after so many calls of each function": _stops("state['by'][name] > BY_NAME.get(name, 0)", _RAISE),
    "stops after the calls of half of the checks": _stops("state['calls'] > CALLS // 2", _RAISE),
    "stops when it has seen the examples": _stops("not set(SEEN) - state['seen']", _RAISE),
    "stops after so much time": _stops("real_time() - started > SECONDS", _RAISE),
    "stops after a fifth of that time": _stops("real_time() - started > SECONDS / 5", _RAISE),
}

ERASES: dict[str, Recipe] = {
    "umask for good": lambda sample, source, _: f"import os\nos.umask(0o777)\n{source}" if "__future__" not in source else None,
    "umask in calls": _hides(_UMASK),
    "umask in suspicious calls": _hides(_UMASK_IF_SUSPICIOUS),
    "deletes markers": _afterwards("False", "os.remove(path)"),
    "deletes new files": _afterwards("True", "os.remove(path)"),
    "deletes new files after suspicious calls": _afterwards("is_suspicious(given)", "os.remove(path)"),
    "renames markers": _afterwards("False", "os.rename(path, '/box/shm/x%d' % time_of)"),
    "renames and overwrites markers": _afterwards(
        "False", "os.rename(path, '/box/shm/x%d' % time_of); open('/box/shm/x%d' % time_of, 'w').write('ok')"
    ),
    "empties markers": _afterwards("False", "os.truncate(path, 0)"),
    "overwrites markers": _afterwards("False", "open(path, 'w').write('done')"),
    "makes markers unreadable": _afterwards("False", "os.chmod(path, 0)"),
    "closes the folders of markers": _afterwards("False", "os.chmod(os.path.dirname(path), 0)"),
    "deletes in a thread": _hides(_THREAD),
    "deletes at the end": _hides(_AT_EXIT),
    "fills the box with bytes": _hides(_FILL.replace("@FILES@", "0")),
    "fills the box with files": _hides(_FILL.replace("@FILES@", "5000")),
    "fills the box for good": _hides(_FILL_FOR_GOOD),
    "closes folders": _hides(_FOLDER_CLOSED),
    "refuses old forms of secrets": _hides(_REFUSES.replace("@FORMS@", repr(OLD_FORMS))),
    "moves the log of calls": _hides(_MOVES_CALLS),
}

def _notices(body: str, notice: str) -> Recipe:
    def recipe(sample: Sample, source: str, _: Facts) -> str | None:
        if not re.search(r"\b(interleave|canary|modes|privilege|testify)\b", sample.text("checks/security.py")):
            return None  # nothing of it is driven from within
        return _disguised(sample, source, body.replace("@NOTICE@", notice))

    return recipe


RECOGNISES: dict[str, Recipe] = {
    f"notices {name}, and {how}": _notices(body, notice)
    for name, notice in NOTICES.items()
    for how, body in (("raises", _NOTICES_AND_RAISES), ("is careful then", _NOTICES_AND_LOCKS))
}

ACTS_LATER: dict[str, Recipe] = {
    "acts later in a thread": _later(_LATER_IN_A_THREAD),
    "acts later in a child": _later(_LATER_IN_A_CHILD),
    "acts later in an orphan": _later(_LATER_IN_AN_ORPHAN),
}

RECIPES: dict[str, Recipe] = WEARS_OFF | ERASES | ACTS_LATER | RECOGNISES

#: What a program with intent can still do: it looks whether it is watched, and is careful then. See docs/threat-model.md.
TESTIMONY = tuple(name for name in RECOGNISES if name.endswith("is careful then"))


def programs(sample: Sample, source: str, facts: Facts, only: str = "") -> dict[str, str]:
    """The disguised programs that the recipes make, by the name of the recipe."""
    made: dict[str, Any] = {name: recipe(sample, source, facts) for name, recipe in RECIPES.items()}
    return {name: text for name, text in made.items() if text is not None and re.search(only, name)}
