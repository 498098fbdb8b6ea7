"""Runs tests that a model wrote against a program that a model wrote, in the program's own process, and prints what came of each.

`solution` (the module), `written` (the tests), `names` (what the program has to define) and `mark` are defined. Each line that begins with
`mark` is a JSON object: `{"missing": [...]}`, `{"broken": "why the tests do not load"}`, `{"plan": [{"name", "source"}]}`, and for each test
that ended `{"name", "passed", "message"}`, with `"unusable": true` when it calls a name that nobody has defined. Everything else that is
printed while tests run is thrown away.

Nothing here decides a verdict: whoever asked for the tests uses them as advice.
"""

import ast
import asyncio
import importlib.util
import inspect
import json
import os
import signal
import sys
import time
import traceback
import unittest

EACH = 3.0
ALL = 12.0
PREFIXES = ("test_", "abuse_")
LONGEST_SOURCE = 1500
LONGEST_MESSAGE = 400

out = os.dup(1)


def say(**facts):
    os.write(out, f"{mark}{json.dumps(facts)}\n".encode())


def is_there(module):
    try:
        return bool(module) and importlib.util.find_spec(module.partition(".")[0]) is not None
    except (ImportError, ValueError):
        return False


def without_strangers(statements):
    """Without imports of the program by a name that the model made up: its names are there anyhow."""
    for statement in statements:
        if isinstance(statement, ast.ImportFrom) and not (statement.level == 0 and is_there(statement.module)):
            continue
        if isinstance(statement, ast.Import):
            statement.names = [alias for alias in statement.names if is_there(alias.name)]
            if not statement.names:
                continue
        yield statement


def load():
    """The tests by name, in the order of the text."""
    tree = ast.parse(written, "<tests>")
    tree.body = list(without_strangers(tree.body))
    space = {**vars(solution), "solution": solution, "__name__": "tests"}
    exec(compile(tree, "<tests>", "exec"), space)
    tests, sources = {}, {}
    for statement in tree.body:
        value = space.get(getattr(statement, "name", ""))
        text = (ast.get_source_segment(written, statement) or "")[:LONGEST_SOURCE]
        if isinstance(value, type) and issubclass(value, unittest.TestCase):
            for name in unittest.TestLoader().getTestCaseNames(value):
                tests[f"{statement.name}.{name}"] = value(name).debug
                sources[f"{statement.name}.{name}"] = text
        elif callable(value) and statement.name.startswith(PREFIXES):
            tests[statement.name] = value
            sources[statement.name] = text
    return tests, sources


class TooSlow(BaseException):
    """Above `Exception`, so that a test's own handlers let it pass."""


def interrupt(*_):
    raise TooSlow(f"it took longer than {EACH:g} seconds")


def run(test):
    result = test()
    if inspect.iscoroutine(result):
        asyncio.run(result)


def reason(error):
    """The last line, and where in the tests or the program it was raised."""
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(("<tests>", "solution.py"))
    ]
    where = f" (line {frames[-1].lineno} of the {'tests' if frames[-1].filename == '<tests>' else 'program'})" if frames else ""
    what = "".join(traceback.format_exception_only(type(error), error)).strip()
    if isinstance(error, AssertionError) and not str(error):
        lines = written.splitlines()
        line = frames[-1].lineno if frames and frames[-1].filename == "<tests>" else 0
        what = f"AssertionError: {lines[line - 1].strip()}" if 0 < line <= len(lines) else what
    return f"{what[:LONGEST_MESSAGE]}{where}"


def is_the_tests_own(error):
    """Whether a test calls what neither it nor the program has: that says nothing of the program."""
    frames = traceback.extract_tb(error.__traceback__)
    return type(error) is NameError and bool(frames) and frames[-1].filename == "<tests>"


def run_all(tests):
    try:
        signal.signal(signal.SIGALRM, interrupt)
        timed = True
    except ValueError:  # not the main thread: the sandbox's own limits are left
        timed = False
    home, end = os.getcwd(), time.monotonic() + ALL
    for number, (name, test) in enumerate(tests.items(), 1):
        if time.monotonic() > end:
            say(name=name, passed=False, message="it was not run: those before it took too long")
            continue
        try:
            # Files of one test are no other's business.
            os.mkdir(os.path.join(home, f".test-{number}"))
            os.chdir(os.path.join(home, f".test-{number}"))
            if timed:
                signal.setitimer(signal.ITIMER_REAL, EACH)
            try:
                run(test)
            finally:
                if timed:
                    signal.setitimer(signal.ITIMER_REAL, 0)
            say(name=name, passed=True, message=None)
        except BaseException as error:
            say(name=name, passed=False, message=reason(error), **({"unusable": True} if is_the_tests_own(error) else {}))
    os.chdir(home)


say(missing=[name for name in names if not hasattr(solution, name)])
sys.stdout.flush()
nothing = os.open(os.devnull, os.O_WRONLY)
os.dup2(nothing, 1)
os.dup2(nothing, 2)
try:
    sys.modules.setdefault("solution", solution)
    try:
        tests, sources = load()
    except BaseException as error:
        say(broken=reason(error))
    else:
        say(plan=[{"name": name, "source": sources[name]} for name in tests])
        run_all(tests)
finally:
    sys.stdout.flush()
    sys.stderr.flush()
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.close(out)
