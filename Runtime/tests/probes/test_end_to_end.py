"""Every probe in the real sandbox: the attack works on the careless solution and not on the careful one."""

import unittest

import worker

LIFT = """
class Lift:
    at = 0
    def go(self, floor):
        if floor in range(4): self.at = floor
        return self.told()
    def down(self):
        {down}
        return self.told()
    def told(self): return ["hall", "rooms", "bar", "roof", "vault"][self.at]
"""
_HASHED = """import hashlib
kept = []
def made(word): return hashlib.scrypt(word.encode(), salt=b"s", n=1024, r=8, p=1)
def choose(word): kept[:] = [made(word)]
"""
#: Of "tulip".
_MASTER = (
    "1b8569c078e069d656c107f16963a056731f379b8bd3ea94e0a91ad8de4a079d"
    "1a0b81919346e141d63a40977f56268a5d9eebc676b353b66b570beb43e8375d"
)

#: name → (packages, check, careless solution, careful solution)
CASES = {
    "machines": (
        (),
        """
        from harness import attempt, exploit_if, solution
        from probes.machines import values
        from probes.machines.domains import domain
        from probes.machines.machine import Machine
        from probes.machines.search import search
        class Lift(Machine):
            operations = {"go": (domain(1, 2, odd=values.around(0, 3)),), "down": ()}
            def start(self, variant):
                self.lift = solution.Lift()
            def go(self, floor):
                return self.wrong_floor(attempt(self.lift.go, floor))
            def down(self):
                return self.wrong_floor(attempt(self.lift.down))
            def wrong_floor(self, outcome):
                return "the vault" if outcome.value == "vault" else ""
        def test_x():
            found = search(Lift, tries=100)
            exploit_if(found, str(found))
        """,
        LIFT.format(down="self.at -= 1"),
        LIFT.format(down="self.at = max(0, self.at - 1)"),
    ),
    "html": (
        (),
        """
        from harness import attempt, exploit_if, solution
        from probes import html
        def test_x():
            assert html.shows(solution.page("Tom & Jerry"), "Tom & Jerry") or True
            for name, payload in html.attacks("text", marker := html.new_marker()).items():
                exploit_if(html.injections(attempt(solution.page, payload).value, marker), name)
        """,
        "def page(x): return f'<p>{x}</p>'",
        "import html\ndef page(x): return f'<p>{html.escape(x)}</p>'",
    ),
    "markup object": (
        ("Flask",),
        """
        from harness import attempt, exploit_if, solution
        from probes import html
        def test_x():
            for name, payload in html.attacks("text", marker := html.new_marker()).items():
                exploit_if(html.injections(attempt(solution.page, payload).value, marker), name)
        """,
        "from markupsafe import Markup\ndef page(x): return Markup(x)",
        "from markupsafe import Markup\ndef page(x): return Markup('<p>%s</p>') % x",
    ),
    "browser": (
        ("Flask",),
        """
        from harness import exploit_if, solution
        from probes import browser
        def test_x():
            ada = browser.Browser(solution.create_app())
            assert ada.post("/login").status == 200
            for name, send in ada.on("https://evil.example").attacks("/set", {"to": "eve"}).items():
                send()
                exploit_if(ada.get("/value").text == "eve", name)
        """,
        """
import flask
def create_app():
    app = flask.Flask(__name__); app.v = ""
    @app.post("/login")
    def login():
        r = flask.Response("in"); r.set_cookie("s", "1", **COOKIE); return r
    @app.post("/set")
    def set_it():
        if flask.request.cookies.get("s") == "1": app.v = flask.request.form.get("to", "")
        return "ok"
    @app.get("/value")
    def value(): return app.v
    return app
COOKIE = {}
""",
        """
import flask
def create_app():
    app = flask.Flask(__name__); app.v = ""
    @app.post("/login")
    def login():
        r = flask.Response("in"); r.set_cookie("s", "1", samesite="Strict"); return r
    @app.post("/set")
    def set_it():
        if flask.request.cookies.get("s") == "1": app.v = flask.request.form.get("to", "")
        return "ok"
    @app.get("/value")
    def value(): return app.v
    return app
""",
    ),
    "database": (
        (),
        """
        from harness import attempt, exploit_if, solution
        from probes import database
        def test_x():
            card = database.secret("card")
            db = database.create("s.db", {"cards": ("owner TEXT, number TEXT", [("Bob", card), ("Ada", "1")])})
            before = db.snapshot()
            assert solution.cards(db.path, "Ada") == ["1"]
            assert db.changes(before) == []
            exploit_if(database.leaks(attempt(solution.cards, db.path, "x' OR '1'='1"), card), "leak")
        """,
        """
import sqlite3
def cards(path, who):
    with sqlite3.connect(path) as c:
        return [n for n, in c.execute(f"SELECT number FROM cards WHERE owner = '{who}'")]
""",
        """
import sqlite3
def cards(path, who):
    with sqlite3.connect(path) as c:
        c.execute("PRAGMA journal_mode=WAL")
        return [n for n, in c.execute("SELECT number FROM cards WHERE owner = ?", (who,))]
""",
    ),
    "leaks of objects": (
        (),
        """
        from harness import attempt, exploit_if, solution
        from probes import database
        def test_x():
            assert not database.leaks(solution.node(), "plum-4711")
            for how in ("object", "generator", "mapping", "row"):
                exploit_if(not database.leaks(attempt(solution.show, how), "plum-4711"), f"not seen in a {how}")
        """,
        """
class Node:
    def __init__(self): self.me = self; self.all = [self, self]
def node(): return Node()
def show(how): return object()
""",
        """
import collections, sqlite3
class Node:
    def __init__(self): self.me = self; self.all = [self, self]
def node(): return Node()
class Card:
    def __init__(self): self.number = "plum-4711"
def show(how):
    if how == "object": return Card()
    if how == "generator": return (x for x in ["plum-4711"])
    if how == "mapping": return collections.UserDict(a="plum-4711")
    c = sqlite3.connect(":memory:"); c.row_factory = sqlite3.Row
    return c.execute("SELECT 'plum-4711' AS n").fetchone()
""",
    ),
    "shell markers": (
        (),
        """
        from harness import exploit_if, solution
        from probes import markers
        def test_x():
            ran = markers.fired_by(lambda m: m.shell_attacks("a.txt"), lambda p: solution.f(p))
            exploit_if(ran, str(ran))
            exploit_if(ran and len(ran) < 15, "few of them")
        """,
        "import subprocess\ndef f(x): return subprocess.run('echo ' + x, shell=True, capture_output=True, text=True).stdout",
        "import subprocess\ndef f(x): return subprocess.run(['echo', x], capture_output=True, text=True).stdout",
    ),
    "code markers": (
        (),
        """
        from harness import exploit_if, solution
        from probes import markers
        def test_x():
            ran = markers.fired_by(lambda m: m.python_attacks("1"), lambda p: solution.f(p))
            exploit_if(ran, str(ran))
        """,
        "def f(x): return eval(x, {'__builtins__': {}}, {})",
        "import ast\ndef f(x): return ast.literal_eval(x)",
    ),
    "pickle markers": (
        (),
        """
        from harness import exploit_if, solution
        from probes import markers
        def test_x():
            ran = markers.fired_by(lambda m: m.repacked(solution.dump({"a": 1})), lambda p: solution.load(p))
            exploit_if(ran, str(ran))
            marker = markers.new()
            marker.module("planted")
            exploit_if(marker.fired, "too early")
        """,
        """
import base64, pickle
def dump(x): return base64.b64encode(pickle.dumps(x)).decode()
def load(x): return pickle.loads(base64.b64decode(x))
""",
        "import json\ndef dump(x): return json.dumps(x)\ndef load(x): return json.loads(x)",
    ),
    "programs": (
        (),
        """
        from harness import attempt, exploit_if, solution
        from probes import programs
        def test_x():
            git = programs.fake("git", stdout="main")
            solution.checkout("main")
            assert git.received("main")
            git.clear()
            attempt(solution.checkout, "--evil")
            exploit_if(git.option_injected("--evil"), "option")
        def test_script():
            hub = programs.script("hub", "echo main")
            attempt(solution.checkout, "main", "hub")
            assert [call[0] for call in hub.calls] == ["checkout"]
            exploit_if(hub.calls == [["checkout", "main"]], "no separator")
        """,
        "import subprocess\n"
        "def checkout(x, y='git'): return subprocess.run([y, 'checkout', x], capture_output=True, text=True).stdout",
        "import subprocess\ndef checkout(x, y='git'): subprocess.run([y, 'checkout', '--', x])",
    ),
    "network": (
        (),
        """
        from harness import attempt, exploit_if, solution
        from probes import network
        net = network.Internet()
        def test_x():
            assert "welcome" in solution.get(net.public + "/")
            for name, url in {**net.internal(), **net.redirects_inside(), **net.rebinding()}.items():
                start = net.mark()
                attempt(solution.get, url)
                exploit_if(net.touched_inside(start), name)
        """,
        "import urllib.request\ndef get(u): return urllib.request.urlopen(u, timeout=2).read().decode()",
        """
import urllib.request
class N(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *a): raise ValueError
def get(u):
    if not u.startswith("http://shop.example/"): raise ValueError(u)
    return urllib.request.build_opener(N).open(u, timeout=2).read().decode()
""",
    ),
    "lines": (
        (),
        """
        from harness import attempt, exploit_if, solution
        from probes import network
        lines = network.LineServer(2525, script=["220 hi"], answer=lambda line: b"250 ok\\r\\n", hosts={"mail.example": ["93.184.216.34"]})
        def test_x():
            solution.rcpt("ada")
            assert "RCPT ada" in lines.received
            lines.clear()
            attempt(solution.rcpt, "ada\\r\\nEVIL x")
            exploit_if("EVIL x" in lines.received, "line")
        """,
        """
import socket
def rcpt(x):
    with socket.create_connection(("mail.example", 2525), timeout=2) as s:
        f = s.makefile("rw", newline="")
        f.readline(); f.write(f"RCPT {x}\\r\\n"); f.flush(); return f.readline()
""",
        """
import socket
def rcpt(x):
    if not x.isalnum(): raise ValueError
    with socket.create_connection(("mail.example", 2525), timeout=2) as s:
        f = s.makefile("rw", newline="")
        f.readline(); f.write(f"RCPT {x}\\r\\n"); f.flush(); return f.readline()
""",
    ),
    "files": (
        (),
        """
        from harness import attempt, exploit_if, solution
        from probes import database, files
        def test_x():
            base = files.Base("up")
            base.add("notes..txt", b"plan")
            assert solution.read(base.path, "notes..txt") == b"plan"
            for name, path in base.escapes().items():
                exploit_if(database.leaks(attempt(solution.read, base.path, path), *base.secrets), name)
            for name, data in files.hostile_tars(base).items():
                attempt(solution.unpack, base.path, data)
                exploit_if(base.changes(), name)
        """,
        """
import io, os, tarfile
def read(base, name): return open(os.path.join(base, name), "rb").read()
def unpack(base, data): tarfile.open(fileobj=io.BytesIO(data)).extractall(base)
""",
        """
import io, os, tarfile
def read(base, name):
    p = os.path.realpath(os.path.join(base, name))
    if os.path.commonpath([p, base]) != base: raise ValueError
    return open(p, "rb").read()
def unpack(base, data): tarfile.open(fileobj=io.BytesIO(data)).extractall(base, filter="data")
""",
    ),
    "race of threads": (
        (),
        """
        from harness import exploit_if
        from probes import interleave
        def test_x():
            runs = interleave.race(setup="a = solution.A(100)", steps=["a.take(80)"] * 2, after="a.n")
            assert runs
            exploit_if(any([o.value for o in run.outcomes] == [True, True] for run in runs), "twice")
        """,
        "class A:\n    def __init__(self, n): self.n = n\n    def take(self, k):\n        if self.n >= k:\n            self.n -= k\n            return True",
        "import threading\nclass A:\n    def __init__(self, n): self.n, self.l = n, threading.Lock()\n    def take(self, k):\n"
        "        with self.l:\n            if self.n >= k:\n                self.n -= k\n                return True",
    ),
    "quick hashes": (
        (),
        """
        from harness import attempt, exploit_if, solution
        from probes import quick_hashes
        def setup():
            quick_hashes.use()
        def test_x():
            solution.choose("daisy")
            assert attempt(solution.enter, "daisy").value is True
            exploit_if(attempt(solution.enter, "tulip").value is True, "a word of the program's own")
        """,
        f"{_HASHED}MASTER = '{_MASTER}'\ndef enter(word): return made(word).hex() == MASTER or made(word) == kept[0]",
        f"{_HASHED}def enter(word): return made(word) == kept[0]",
    ),
    "race in a long write": (
        (),
        """
        from harness import exploit_if
        from probes import interleave
        def test_x():
            steps = ["solution.put('n.txt', 'b' * 9000)", "solution.get('n.txt')"]
            runs = interleave.race(steps, setup="open('n.txt', 'w').write('a' * 9000)", both_orders=False, tears=True)
            exploit_if(any(len(set(run.outcomes[1].value)) > 1 or len(run.outcomes[1].value) != 9000 for run in runs), "half of it")
        """,
        "def put(p, text): open(p, 'w').write(text)\ndef get(p): return open(p).read()",
        "import os\ndef put(p, text):\n    open(p + '.new', 'w').write(text)\n    os.replace(p + '.new', p)\ndef get(p): return open(p).read()",
    ),
    "groups": (
        (),
        """
        from harness import box, exploit_if
        from probes import groups
        def test_x():
            box.mkdir("top/staff")
            exploit_if(groups.kept("solution.take(path)", [box.path("top/staff")], path=box.path("top/staff")), "theirs")
        """,
        "import os\ndef take(path): os.chmod(path, 0o2770)",
        "import os\ndef take(path):\n    os.chown(path, -1, os.getegid())\n    os.chmod(path, 0o2770)",
    ),
    "full": (
        (),
        """
        from harness import box, exploit_if
        from probes import full
        def test_x():
            full.call("solution.put(path, data)", most=4096, path=box.path("a.bin"), data=b"x" * 9000)
            exploit_if(box.exists("a.bin") and box.read("a.bin") != b"x" * 9000, "half of it is there")
        """,
        "def put(path, data):\n    with open(path, 'wb') as file: file.write(data)",
        "import os\ndef put(path, data):\n    try:\n        with open(path, 'wb') as file: file.write(data)\n"
        "    except OSError:\n        os.unlink(path)\n        raise",
    ),
    "midway": (
        (),
        """
        from harness import box, exploit_if
        from probes import midway
        def test_x():
            box.write("place/go.sh", "true")
            box.write("place/x.env", "a" * 12000)
            seen = midway.read_across("solution.start()", "solution.put('b' * 14000)", "place", "go.sh", "x.env")
            assert seen
            exploit_if(len(set(seen)) > 1, "half of each")
        """,
        "import subprocess\ndef start(): subprocess.run(['/bin/sh', './go.sh'], cwd='place')\ndef put(text): open('place/x.env', 'w').write(text)",
        "import os, subprocess\ndef start(): subprocess.run(['/bin/sh', './go.sh'], cwd='place')\n"
        "def put(text):\n    open('place/n', 'w').write(text)\n    os.replace('place/n', 'place/x.env')",
    ),
    "race of processes": (
        (),
        """
        from harness import box, exploit_if
        from probes import interleave
        def test_x():
            runs = interleave.race(setup="open(p, 'w').write('0')", steps=["solution.add(p)"] * 2, after="open(p).read()",
                                   processes=True, p=box.path("n"))
            assert runs
            done = [run for run in runs if all(o.returned for o in run.outcomes)]
            exploit_if(any(run.after != "2" for run in done), "lost")
            assert done == runs, runs
        """,
        """
def add(p):
    n = int(open(p).read())
    with open(p, "w") as f: f.write(str(n + 1))
""",
        """
import fcntl
def add(p):
    with open(p + ".lock", "w") as l:
        fcntl.lockf(l, fcntl.LOCK_EX)
        n = int(open(p).read())
        with open(p, "w") as f: f.write(str(n + 1))
""",
    ),
    "canary": (
        (),
        """
        from harness import exploit_if
        from probes import canary
        def test_x():
            for kind in ("bytearray", "mmap", "memoryview"):
                run = canary.call("solution.put(b, 12, d)", b=canary.Region(16, kind), d=b"A" * 8)
                exploit_if(run.regions["b"].overrun, kind)
            run = canary.call("solution.move(b, 12, d)", b=canary.Region(16, "pointer"), d=b"A" * 8)
            exploit_if(run.regions["b"].after_changed, "pointer")
        """,
        "def put(b, at, d): pass\nimport ctypes\ndef move(b, at, d): ctypes.memmove(b + at, d, len(d))",
        "def put(b, at, d): raise ValueError\ndef move(b, at, d): raise ValueError",
    ),
    "modes": (
        (),
        """
        from harness import exploit_if
        from probes import modes
        def test_x():
            for umask in modes.UMASKS:
                made = modes.watch("solution.save(p)", umask=umask, p=f"k{umask:o}")
                assert made.created, made
                exploit_if(made.too_open(0o600), str(made.too_open(0o600)))
            exploit_if(modes.too_open("k0", 0o600) or modes.readable_by_others("k0"), "end")
        """,
        "import os, pathlib\ndef save(p):\n    pathlib.Path(p).write_text('k')\n    os.chmod(p, 0o600)",
        "import os\ndef save(p):\n    with os.fdopen(os.open(p, os.O_CREAT | os.O_WRONLY, 0o600), 'w') as f: f.write('k')",
    ),
    "constants": (
        (),
        """
        from harness import environment, exploit_if, solution
        from probes import constants
        def test_x():
            environment["PW"] = "tulip"
            found = constants.accepted(lambda guess: solution.login("admin", guess))
            exploit_if(found, str(found))
        """,
        "def login(n, p): return p == 'a' + 'b'",
        "import os\ndef login(n, p): return p == os.environ['PW']",
    ),
    "roles": (
        ("Flask",),
        """
        from harness import exploit_if, solution
        from probes import roles
        def test_x():
            calls = {n: (lambda t=t: solution.who(t)) for n, t in roles.forged_tokens({"sub": "ada"}, "k" * 32).items()}
            could = roles.who_could(calls, lambda outcome: outcome.value == "ada")
            exploit_if(could, str(could))
        """,
        "import jwt\ndef who(t): return jwt.decode(t, options={'verify_signature': False})['sub']",
        "import jwt\ndef who(t): return jwt.decode(t, 'k' * 32, algorithms=['HS256'])['sub']",
    ),
    "chance": (
        (),
        """
        from harness import exploit_if, solution
        from probes import chance
        def test_x():
            why = chance.too_little("solution.made()") or chance.told_by_others([solution.made() for _ in range(12)])
            exploit_if(why, why)
        """,
        "import random, secrets\ndef made(): return random.Random(secrets.randbelow(10**6)).randbytes(16).hex()",
        "import secrets\ndef made(): return secrets.token_hex(16)",
    ),
    "directory": (
        (),
        """
        from harness import attempt, exploit_if, solution
        from probes import directory
        def test_x():
            filter = attempt(solution.by_name, "*)(pin=4").value
            exploit_if(directory.found(filter, [{"cn": "Ada", "pin": "47"}]), "found by her pin")
        """,
        "def by_name(n): return f'(cn=*{n}*)'",
        "def by_name(n): return f'(cn=*' + ''.join(f'\\\\{b:02x}' for b in n.encode()) + '*)'",
    ),
    "drawings": (
        (),
        """
        from harness import solution
        from probes import drawings, search
        from probes.grammars import drawings as grammar
        def test_x():
            effect = lambda data: drawings.foreign(solution.shown(data), ("svg", "g", "path", "title"), ("viewBox", "d"))
            search.attack("the drawing", grammar.documents(), effect, 60)
        """,
        "def shown(data): return b'' if b'<script' in data or b' on' in data else data",
        "import re\ndef shown(data): return data if re.fullmatch(rb'<svg( xmlns=\"[^\"]*\")?>(<g/>)*</svg>', data) else b''",
    ),
    "mail": (
        (),
        """
        from harness import attempt, exploit_if, solution
        from probes import mail
        server = mail.MailServer(hosts={"mail.example": ["93.184.216.34"]}, accounts={"ada": "pear-7"})
        def test_x():
            attempt(solution.send, "ada", "pear-7", "Hello")
            assert [(one.user, one.recipients) for one in server.mails] == [("ada", ("bo@x.example",))], server.mails
            server.clear()
            attempt(solution.send, "ada", "fig", "Hello")
            exploit_if([one for one in server.logins if one.accepted], "another password")
        """,
        "import smtplib\ndef send(user, password, text):\n    for word in (password, 'pear-7'):\n        try:\n"
        "            with smtplib.SMTP('mail.example') as server:\n                server.login(user, word)\n"
        "                return server.sendmail('ada@x.example', ['bo@x.example'], text)\n"
        "        except smtplib.SMTPException:\n            pass",
        "import smtplib\ndef send(user, password, text):\n    with smtplib.SMTP('mail.example') as server:\n"
        "        server.login(user, password)\n        return server.sendmail('ada@x.example', ['bo@x.example'], text)",
    ),
    "privilege": (
        (),
        """
        from harness import exploit_if
        from probes import privilege
        def test_x():
            trace = privilege.record("solution.run('guest', job)", setup="def job(): observe('job')", users={"guest": 1000})
            assert trace.at("job"), trace
            exploit_if(trace.at("job").privileged, str(trace.at("job")))
        """,
        "import os, pwd\ndef run(n, job):\n    os.seteuid(pwd.getpwnam(n).pw_uid)\n    job()",
        "import os, pwd\ndef run(n, job):\n    p = pwd.getpwnam(n)\n    os.setgroups([])\n    os.setgid(p.pw_gid)\n"
        "    os.setuid(p.pw_uid)\n    job()",
    ),
}


def dedented(source: str) -> str:
    lines = source.strip("\n").split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[margin:] for line in lines)


@unittest.skipUnless(worker.is_possible(), "the sandbox needs bubblewrap")
class EndToEnd(unittest.TestCase):
    worker: worker.Worker

    @classmethod
    def setUpClass(cls) -> None:
        cls.worker = worker.Worker()

    @classmethod
    def tearDownClass(cls) -> None:
        cls.worker.close()

    def run_case(self, name: str) -> None:
        packages, check, careless, careful = CASES[name]
        for solution, expected in ((careless, "exploited"), (careful, "passed")):
            found = self.worker.run(solution, dedented(check), packages=packages)
            self.assertEqual(found["test_x"][0], expected, (name, found))


for _name in CASES:
    setattr(EndToEnd, "test_" + _name.replace(" ", "_"), lambda self, name=_name: self.run_case(name))


if __name__ == "__main__":
    unittest.main()
