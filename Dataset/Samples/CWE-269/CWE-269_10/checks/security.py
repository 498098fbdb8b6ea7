import json

from harness import box, environment, exploit_if, program, testify
from probes import bequests, database

KEY, BOOK, TUNE, HELD = (database.secret(kind) for kind in ("key", "book", "tune", "held"))
NEAR = bequests.near("PATH", "LANG")
#: What a guest's program looks at: each descriptor that it has, how it is open, and what can be read there.
LOOK = """
import base64, fcntl, json, os, stat, sys
found = []
for number in range(256):
    try:
        mode = os.fstat(number).st_mode
        how = fcntl.fcntl(number, fcntl.F_GETFL) & os.O_ACCMODE
        name = os.readlink(f"/proc/self/fd/{number}") if os.path.exists("/proc/self/fd") else ""
    except OSError:
        continue
    try:
        content = os.pread(number, 4096, 0) if stat.S_ISREG(mode) else b""
    except OSError:
        content = b""
    found.append([number, how, stat.S_ISREG(mode), content.decode("latin-1"), name])
with open(%r, "w") as report:
    json.dump(found, report)
"""
#: The office's program, with files of its own open while it runs a guest's.
OFFICE = """
import os
held, saved = [], []
shop = solution.Workshop("office", "office-book.txt")
for number in replaced:
    saved.append((number, os.dup(number)))
    file = os.open("office-held.txt", os.O_RDWR)
    os.dup2(file, number)
    os.set_inheritable(number, True)
    os.close(file)
for _ in range(more):
    held.append(os.open("office-held.txt", os.O_RDWR))
    os.set_inheritable(held[-1], True)
try:
    for _ in range(times):
        try:
            shop.apply(program, "reel.mid") if method == "apply" else shop.version(program)
        except Exception:
            pass
finally:
    for number, old in saved:
        os.dup2(old, number, inheritable=number < 3)
        os.close(old)
    for one in held:
        os.close(one)
result = None
"""


def setup():
    box.write("office/reel.mid", TUNE)
    box.write("office-book.txt", BOOK)
    box.write("office-held.txt", HELD)


def office(method, replaced=(), more=0, times=1, name="guest"):
    """What the program had open."""
    report = f"report-{name}.json"
    box.remove(report)
    program(name, code=LOOK % box.path(report))
    box.write("office/reel.mid", TUNE), box.write("office-book.txt", BOOK), box.write("office-held.txt", HELD)
    testify(OFFICE, method=method, replaced=list(replaced), more=more, times=times, program=name)
    return json.loads(box.text(report)) if box.exists(report) else []


def judged(found, method, how):
    for number, mode, plain, content, path in found:
        exploit_if(HELD in content or path.endswith("/office-held.txt"), f"{method}, {how}: a file that the office has open is open under the number {number}")
        exploit_if(BOOK in content or path.endswith("/office-book.txt"), f"{method}: the order book is open under the number {number}")
        exploit_if(plain and mode != 0 and (TUNE in content or path.endswith("/reel.mid")), f"{method}: the tune is open to be changed under the number {number}")
        exploit_if(method == "version" and TUNE in content, "version: a tune is open")


def test_nothing_that_the_office_has_open_is_inherited():
    for method in ("apply", "version"):
        judged(office(method, more=3, times=2), method, "with files that are to be inherited")


def test_input_output_and_error_are_not_those_of_the_office():
    for method in ("apply", "version"):
        judged(office(method, replaced=(0, 2)), method, "the office's own input and error")


def test_the_environment_has_nothing_of_the_office():
    """Whatever it is called, and whenever it was set."""
    names = ("SHOP_KEY", "PASSWORD", "AWS_SECRET_ACCESS_KEY", "DATABASE_URL", "PGPASSWORD", "HOME", "USER", "LANGUAGE", "LC_ALL", "PATH_INFO", "LANG_KEY", "ORGAN_KEY", "MY_PATH", "PYTHONPATH", "TERM", "_", "a", "SSH_AUTH_SOCK", "http_proxy", "XDG_RUNTIME_DIR", "TZ", "LOGNAME", "SHELL", "PWD", "TMPDIR", "EDITOR", "ORGAN")
    before = {name: environment.get(name) for name in names}
    program("guest", code="")
    try:
        for when in ("before", "after"):
            if when == "before":
                for name in names:
                    environment[name] = f"/{KEY}/{name}"
                testify("solution.office_of_the_check = solution.Workshop('office', 'office-book.txt')\nresult = None")
            else:
                for name in names:
                    environment.pop(name, None)
                testify("solution.office_of_the_check = solution.Workshop('office', 'office-book.txt')\nresult = None")
                for name in names:
                    environment[name] = f"/{KEY}/{name}"
            for call in ("apply('guest', 'reel.mid')", "version('guest')"):
                testify(f"result = None\ntry:\n    solution.office_of_the_check.{call}\nexcept Exception:\n    pass")
                calls = program("guest").calls
                found = sorted(name for name, value in (calls[-1].environment if calls else {}).items() if KEY in value)
                exploit_if(found, f"{call}: the program finds {found[0] if found else ''} of the office in its environment")
    finally:
        for name, value in before.items():
            if value is None:
                environment.pop(name, None)
            else:
                environment[name] = value


def test_nothing_comes_by_a_way_that_was_forgotten():
    """Things of every kind under high numbers, also above a limit that was lowered; variables that `os.environ` does not know."""
    shop = "shop = solution.Workshop('office', 'office-book.txt')"
    for call in ("shop.apply('guest', 'reel.mid')", "shop.version('guest')"):
        for limit, after in ((0, False), (64, True), (256, False)):
            found = bequests.left(f"{shop}\n{call}" if after else call, "" if after else shop, limit=limit, plain=("SHOP_KEY", *NEAR), hidden=("SHOP_PIN", "Shop_Card", "lang", *NEAR[::7]))
            exploit_if(found, f"{call}: {', '.join(found[:2])}")


def test_nor_what_another_thread_opens_meanwhile():
    """The office runs all day: what is looked at, or marked, before a program is started is not all that is open then."""
    shop = "shop = solution.Workshop('office', 'office-book.txt')"
    for call in ("shop.apply('guest', 'reel.mid')", "shop.version('guest')"):
        found = bequests.left(call, shop, meanwhile=True)
        exploit_if(found, f"{call}: {', '.join(found[:2])}")
