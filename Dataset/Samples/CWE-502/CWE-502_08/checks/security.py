import base64
import builtins

from harness import Remote, attempt, box, exploit_if, inconclusive, solution, type_names
from probes import codings, constants, impostors, markers, naming, refilled, search
from probes.grammars import evasions
from probes.grammars.ranked import in_turn

#: Whatever is no job tells that it was used.
JOBS = """
import os
import subprocess
from subprocess import getoutput

def used(what):
    with open("used.log", "a") as file:
        file.write(what + ";")
    return what

def other(value):
    parts = [*value.keys(), *value.values()] if type(value) is dict else list(value) if type(value) in (list, tuple, set) else []
    kinds = ("NoneType", "bool", "int", "float", "str", "bytes", "date", "Decimal", "list", "tuple", "set", "dict")
    return type(value).__name__ not in kinds or any(other(one) for one in parts)

def echo(*values):
    if other(values):
        used("a value of another type")
    return values

def fail(message):
    raise ValueError(message)

def unlock(*values):
    return used("unlock")

class Winch:
    def __init__(self, *values):
        used("Winch")

class Stop(Exception):
    def __init__(self, *values):
        used("Stop")

def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    used("__getattr__")
    raise AttributeError(name)

JOBS = {"echo": echo, "fail": fail}
"""
KINDS = ("date", "Decimal")
#: What may be named in place of a job, a class or a kind.
NAMES = ("eval", "exec", "builtins.eval", "os.system", "subprocess.getoutput", "SystemExit", "KeyboardInterrupt", "BaseException", "GeneratorExit", "unlock", "yard_7.unlock", "Winch", "Stop", "yard_7.Stop", "getoutput",
    "yard_7.os.system", "echo.__globals__", "__import__", "importlib.import_module", "builtins.exec", "object", "type", "builtins.object", "bytearray", "types.SimpleNamespace", "collections.OrderedDict", "builtins:eval", "yard_7:unlock", "used",
    "os", "open", "print", "__builtins__", "yard_7", "JOBS", "range", "datetime.datetime", "datetime.timedelta", "fractions.Fraction", "pathlib.Path", "uuid.UUID", "iter", "slice", "ValueError.__class__", "__class__", "runpy.run_module",
    "ExceptionGroup", "super", "memoryview", "get", "keys", "echo.__call__", "fail.__class__", "input.__class__", "exit", "quit", "compile", "asyncio.CancelledError", "subprocess.CalledProcessError", "json.JSONDecodeError")

#: Another yard; what is a job there is none here.
OTHER_JOBS = """
def used(what):
    with open("used.log", "a") as file:
        file.write(what + ";")
    return what

JOBS = {"unlock": lambda *values: used("a job of another module"), "echo": lambda *values: used("the echo of another module"), "hoist": lambda *values: used("a job of another module")}
"""


def setup():
    box.write("yard_7.py", JOBS)
    box.write("yard_8.py", OTHER_JOBS)


class Queues:
    """Both sides, messages of theirs, and a marker that what is put into the queues may set off."""

    def __init__(self):
        self.marker, self.office, self.computer = markers.new(), solution.Office(), solution.Computer("yard_7")
        self.helper = naming.word()
        self.marker.module(self.helper)
        #: What is evaluated, run as a command, or imported.
        self.codes = (self.marker.python, self.marker.shell, self.helper)
        self.orders = [self.made("echo", code) for code in self.codes] + [self.made("echo", ["x", (1, 2.5)], {"k": b"b"}, {3})]
        self.fails = [self.made("fail", code) for code in self.codes]
        self.answers = [self.computer.answer(order) for order in self.orders]
        self.errors = [self.computer.answer(order) for order in self.fails]
        for side, messages in ((self.computer.answer, self.orders), (self.office.value, self.answers + self.errors)):
            for message in messages:
                attempt(side, message)

    def made(self, job, *values):
        message = attempt(self.office.order, job, *values).value
        if not isinstance(message, bytes):
            inconclusive("no order is written")
        return message

    def took(self, message):
        """A computer takes it, and the office what comes of it; what that did which no message may."""
        answer = attempt(self.computer.answer, message)
        self.came_to = attempt(self.office.value, answer.value) if isinstance(answer.value, bytes) else answer
        return self.looked(answer, "a computer") or (self.looked(self.came_to, "the office") or strange(self.came_to.value) if self.came_to is not answer else None)

    def got(self, message):
        outcome = attempt(self.office.value, message)
        return self.looked(outcome, "the office") or strange(outcome.value)

    def looked(self, outcome, where):
        if self.marker.fired:
            return f"it ran on {where}"
        if box.exists("used.log"):
            used = box.text("used.log")
            box.remove("used.log")
            return f"{used.strip(';')[:40]} was used on {where}"
        if outcome.ended or (outcome.error is not None and "Exception" not in outcome.error.type_names):
            return f"it ends the program of {where}: {outcome.error.type_names[0] if outcome.error else 'gone'}"
        if outcome.error is not None and outcome.error.type_names[0] in ("Stop", "CalledProcessError"):
            return f"a {outcome.error.type_names[0]} was made by {where}"
        return None


def strange(value):
    """What came forth besides values that are listed."""
    if isinstance(value, Remote):
        names = type_names(value)
        return None if names[0] in KINDS else f"a {names[0]} came forth"
    if isinstance(value, (complex, frozenset, bytearray)):
        return f"a {type(value).__name__} came forth"
    if isinstance(value, dict):
        return next(filter(None, (strange(one) for pair in value.items() for one in pair)), None)
    if isinstance(value, (list, tuple, set)):
        return next(filter(None, map(strange, value)), None)
    return None


def attack(what, look, made, tries):
    messages = {(number, name): data for number, one in enumerate(made) for name, data in one.items()}
    names = in_turn(*([(number, name) for name in one] for number, one in enumerate(made)))
    search.attack(what, names, lambda name: look(messages[name]), tries, shrink=0)


def hostile(queues, own):
    marker = queues.marker
    return marker.pickles(), marker.embedded(own), marker.repacked(own), marker.other_formats(own), {f"yaml {name}": text.encode() for name, text in marker.yamls().items()}


def test_an_order_runs_nothing():
    queues = Queues()
    attack("the order", queues.took, hostile(queues, queues.orders[3]), 165)
    attack("the order", queues.took, (queues.marker.sealed(queues.orders[3], constants.strings()),), 30)


def test_an_answer_runs_nothing():
    queues = Queues()
    attack("the answer", queues.got, hostile(queues, queues.answers[3]), 165)
    attack("the answer", queues.got, (*hostile(queues, queues.errors[0])[:3], queues.marker.sealed(queues.answers[3], constants.strings())), 60)


def renamed(owns, words):
    """Messages like these, in which one text, whatever it is for, is another one of the words: a few words of each message by turns."""
    for number, own in enumerate(owns):
        yield {f"{number}, {name}": data for name, data in refilled.refilled(own, (), (), words).items()}
        known = dict.fromkeys(("ValueError", "echo", "fail", "list", "tuple", "set", "date", "bytes", "str", "int", "value", "error", "order"), words)
        yield {f"{number}, {name}": data for name, data in refilled.spliced(own, known).items()}


def test_an_order_names_nothing_but_jobs():
    queues = Queues()
    words = [*NAMES[:2], queues.helper, f"{queues.helper}.run", *NAMES[2:]]
    attack("the order", queues.took, list(renamed([*queues.orders[:2], queues.orders[3], queues.orders[2]], words)), 110)


def test_an_answer_names_nothing_but_exceptions():
    queues = Queues()
    words = [*NAMES[:2], queues.helper, f"{queues.helper}.run", *NAMES[2:]]
    attack("the answer", queues.got, list(renamed([*queues.errors, queues.answers[3]], words)), 120)


def test_a_job_is_one_of_its_names():
    """Ordered in the usual way, once and again."""
    queues = Queues()

    def found(job):
        message = attempt(queues.office.order, job, queues.codes["os.system" in job or "getoutput" in job]).value
        if not isinstance(message, bytes):
            return None
        effect, value = queues.took(message), queues.came_to
        if not effect and value.returned and job not in ("echo", "fail") and not isinstance(value.value, Remote):
            return f"it was done, and came to {value.value!r:.40}"
        return effect

    search.attack("the job", in_turn(NAMES, evasions.names(), ("echo.__name__.join", "echo.__name__.count", "fail.__name__.startswith", "echo.__module__.__add__", "echo ", "echo.unlock", "echo\n", "fail.__globals__.unlock", "../yard_7", "JOBS.unlock", "echo;unlock")), found, 80, shrink=0)


#: A computer that runs this very program, and whose jobs are of somebody's.
HOSTILE = """
import sys, types
def give(*_):
    if isinstance(value, Exception):
        raise value
    return value
sys.modules["hostile_7"] = types.ModuleType("hostile_7")
sys.modules["hostile_7"].JOBS = {"give": give}
"""


def test_what_a_hostile_program_of_the_same_kind_writes_runs_nothing():
    """It orders and answers with values, and raises exceptions, whose classes are called otherwise, or which pickles take for calls."""
    queues = Queues()
    answers = impostors.written("solution.Computer('hostile_7').answer(solution.Office().order('give'))", queues.codes, setup=HOSTILE)
    attack("the answer", queues.got, (answers,), 120)
    orders = impostors.written("solution.Office().order('echo', value)", queues.codes)
    attack("the order", queues.took, (orders,), 100)


def test_a_plain_value_is_not_taken_for_another_kind():
    """A value that holds what would be dangerous as another kind, and the sign, or the word, of that kind before it."""
    queues = Queues()
    signs, marker = constants.strings(), queues.marker
    for payload in (marker.pickle(), marker.pickle(0), marker.python.encode()):
        for values in ((payload,), (payload.decode(),) if payload.isascii() else ()):
            own = queues.made("echo", *values) if values else b""
            made = refilled.retagged(own, payload, signs)
            attack("the order", queues.took, (made,), 40)
    prefixes = [sign for sign in signs if len(sign) < 12 and sign[-1:] in (":", ".", "!", "/", "@")]
    tags = [prefix + name for prefix in prefixes for name in ("builtins:eval", "builtins.eval", "eval", "os:system", "os.system")]
    tags += [*signs[:40], "builtins.eval", "builtins:eval", "eval"]
    own = queues.made("echo", b"x", {"k": b"y"})
    made = refilled.tagged(own, tags, (marker.python, marker.pickle(0).decode("latin-1"), marker.pickle().hex(), base64.b64encode(marker.pickle()).decode()))
    attack("the order", queues.took, (made,), 70)


def test_values_are_of_the_types_that_are_listed():
    """What a format can write down besides, and what classes the names of types lead to."""
    queues = Queues()
    words = ("complex", "frozenset", "bytearray", "datetime", "object", "range", "Fraction", "timedelta", "time", "memoryview", "OrderedDict", "array", "UUID", "slice", "ellipsis", "Ellipsis")
    plain = (True, None, "plum-7", b"plum-8", False)
    mixed = (40961, [40961], *plain, [True], {"plum-9": None})
    for given, tries in (((40961, [40961]), 70), (mixed, 60), ((True,), 16)):
        order = queues.made("echo", *given)
        answer = attempt(queues.computer.answer, order).value
        for what, look, own in (("the answer", queues.got, answer), ("the order", queues.took, order)):
            if isinstance(own, bytes):
                names = (renamed([own], words),) if given != mixed else ()
                attack(what, look, (refilled.with_other_literals(own, 40961, () if tries == 70 else plain), *(one for made in names for one in made)), tries)


#: Exceptions that are there in every program that can read these messages, and not built in.
STRANGERS = ("UnsupportedOperation", "InvalidOperation", "ZipImportError", "DecimalException", "FloatOperation", "Stop", "SubprocessError", "Error", "io.UnsupportedOperation", "decimal.InvalidOperation", "zipimport.ZipImportError",
    "yard_7.Stop", "Inexact", "DivisionByZero", "_DeadlockError", "PickleError", "UnpicklingError", "BadZipFile", "Incomplete", "error", "StructError", "subprocess.SubprocessError", "builtins.io.UnsupportedOperation", "PackageNotFoundError")


def test_an_answer_raises_only_what_is_built_in():
    queues = Queues()

    def look(message):
        outcome = attempt(queues.office.value, message)
        if outcome.error is not None and str(outcome.error) == queues.codes[0]:
            name = outcome.error.type_names[0]
            if not hasattr(builtins, name):
                return f"a {name} of the answer's text was raised"
        return queues.looked(outcome, "the office")

    own = queues.errors[0]
    attack("the answer", look, (refilled.respelt(own, "ValueError", (*STRANGERS[:14], *NAMES[2:12])), *renamed([own], STRANGERS)), 80)


def test_an_order_names_no_other_function_in_any_coding():
    queues = Queues()
    words = ("unlock", "getoutput", "builtins.eval", "eval", "os.system", "Winch", "yard_7.unlock", "echo.__globals__", "used", "os", "exec", "JOBS")
    attack("the order", queues.took, (refilled.respelt(queues.orders[0], "echo", words), refilled.respelt(queues.orders[1], "echo", words[1:5:3])), 30)


def test_a_message_names_no_coding():
    """Python imports a module for each codec that a text, or what reads it, names."""
    queues = Queues()
    halves = codings.CODECS[::2], codings.CODECS[1::2]
    for look, owns, codecs in ((queues.computer.answer, queues.orders[2:], halves[0]), (queues.office.value, [*queues.answers[3:], queues.errors[0]], halves[1])):
        for own in owns:
            found = codings.imported(lambda message, look=look: attempt(look, message), codings.announced(own, ("str", "bytes", "echo", "order", "value", "error", "ValueError"), codecs))
            exploit_if(found, found)


def test_a_job_is_one_of_this_module():
    """Two computers in one process, for two modules with jobs."""
    queues = Queues()
    other = solution.Computer("yard_8")
    messages = [queues.made(name, "x") for name in ("unlock", "hoist", "echo", "used")]
    for computer in (other, queues.computer, solution.Computer("yard_7")):
        box.write("used.log", b"")
        for message in messages:
            attempt(computer.answer, message)
        if computer is not other and (used := box.text("used.log").strip(";")):
            exploit_if(True, f"{used} was used by a computer of another module")
    box.remove("used.log")
