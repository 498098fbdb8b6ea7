"""What is left to a program that is started: ways that were forgotten are found, and sound starters leave nothing."""

import os
import sys
import unittest
from unittest import mock

import fakes

from probes import bequests

SOURCE = """
import os, re, resource, subprocess, unicodedata
def environment():
    return {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
def run(*command, env=None, **how):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment() if env is None else env, **how)
def up_to(highest):
    return lambda: os.closerange(3, highest)
def listed():
    for number in os.listdir("/proc/self/fd"):
        try:
            if int(number) > 2: os.close(int(number))
        except OSError: pass
def tidy():
    for name in list(os.environ):
        if name not in ("PATH", "LANG"): del os.environ[name]
def popped():
    with_all = dict(os.environ)
    with_all.pop("SHOP_KEY", None)
    return with_all
def sound(): run("guest")
def sound_popen():
    with subprocess.Popen(["guest"], env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process: process.communicate()
def sound_listed(): run("guest", close_fds=False, preexec_fn=listed)
def marked():
    # Not the standard streams: they are the test's own, too.
    for number in filter(lambda number: number > 2, map(int, os.listdir("/proc/self/fd"))):
        try: os.set_inheritable(number, False)
        except OSError: pass
def gap_marked():
    marked()
    run("guest", close_fds=False)
def gap_marked_and_spawned():
    marked()
    os.waitpid(os.posix_spawnp("guest", ["guest"], environment()), 0)
def gap_actions():
    known = [int(name) for name in os.listdir("/proc/self/fd") if int(name) > 2]
    actions = [(os.POSIX_SPAWN_CLOSE, number) for number in known if os.path.exists(f"/proc/self/fd/{number}")]
    os.waitpid(os.posix_spawnp("guest", ["guest"], environment(), file_actions=actions), 0)
def gap_listed_before():
    known = [int(name) for name in os.listdir("/proc/self/fd") if int(name) > 2]
    def close():
        for number in known:
            try: os.close(number)
            except OSError: pass
    run("guest", close_fds=False, preexec_fn=close)
def gap_open(): run("guest", close_fds=False)
def gap_limit(): run("guest", close_fds=False, preexec_fn=lambda: os.closerange(3, resource.getrlimit(resource.RLIMIT_NOFILE)[0]))
def gap_256(): run("guest", close_fds=False, preexec_fn=up_to(256))
def gap_20(): run("guest", close_fds=False, preexec_fn=up_to(20))
def gap_1024(): run("guest", close_fds=False, preexec_fn=up_to(1024))
def gap_files_only():
    def close():
        for number in map(int, os.listdir("/proc/self/fd")):
            try:
                if number > 2 and os.path.isfile(f"/proc/self/fd/{number}"): os.close(number)
            except OSError: pass
    run("guest", close_fds=False, preexec_fn=close)
def gap_passed(): run("guest", pass_fds=tuple(n for n in range(3, 300) if os.path.exists(f"/proc/self/fd/{n}") and os.get_inheritable(n)))
def gap_whole(): run("guest", env=dict(os.environ))
def gap_key(): run("guest", env=popped())
def gap_tidy(): subprocess.run(["guest"], stdin=subprocess.DEVNULL, preexec_fn=tidy)
def gap_small(): run("guest", env={name: value for name, value in os.environ.items() if name.upper() in ("PATH", "LANG")})
def gap_begins(): run("guest", env={name: value for name, value in os.environ.items() if name.startswith(("PATH", "LANG"))})
def gap_bytes(): run("guest", env={name: value for name, value in os.environb.items() if name in (b"PATH", b"LANG") or not name.isascii()})
_JOINED = ("PATH"
    "LANG")
def chosen(does): return run("guest", env={name: value for name, value in os.environ.items() if name in ("PATH", "LANG") or does(name)})
def sound_pattern(): chosen(re.compile(r"PATH|LANG").fullmatch)
def sound_lists(): chosen(lambda name: name in ["PATH", "LANG"])
def gap_joined(): chosen(lambda name: name in _JOINED)
def gap_one_text(): chosen(lambda name: name in "PATH LANG")
def gap_one_text_with_commas(): chosen(lambda name: name in "LANG,PATH" and len(name) > 3)
def gap_prefix_of(): chosen(lambda name: "PATH".startswith(name))
def gap_letters(): chosen(lambda name: set(name) == set("PATH"))
def gap_line_end(): chosen(re.compile(r"^(PATH|LANG)$").match)
def gap_no_end(): chosen(re.compile(r"PATH$|LANG").match)
def gap_search(): chosen(re.compile(r"PATH$").search)
def gap_class(): chosen(re.compile(r"[PATH]{4}").fullmatch)
def gap_cut(): chosen(lambda name: name[:4] in ("PATH", "LANG"))
def gap_stripped(): chosen(lambda name: name.strip() in ("PATH", "LANG"))
def gap_words(): chosen(lambda name: "LANG" in re.split(r"\W", name))
def gap_any_case(): chosen(re.compile("PATH|LANG", re.IGNORECASE).fullmatch)
def gap_plain_form(): chosen(lambda name: unicodedata.normalize("NFKC", name) == "PATH")
def gap_first_sign(): chosen(lambda name: name[0] == "P" and len(name) == 4)
def gap_system(): os.system("guest </dev/null")
"""


class Bequests(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        self.box.write("bin/.keep", "")
        path = {"PATH": f"{self.box.path('bin')}:{os.environ['PATH']}"}
        for one in (mock.patch.dict(os.environ, path), mock.patch.object(fakes.harness, "program", self.program, create=True)):
            one.start()
            self.addCleanup(one.stop)

    def program(self, name, code):
        self.box.write(f"bin/{name}", f"#!{sys.executable}\n{code}")
        os.chmod(self.box.path(f"bin/{name}"), 0o755)

    def found(self, name):
        how = {"plain": ("SHOP_KEY", *bequests.near("PATH", "LANG")), "hidden": ("SHOP_PIN",)}
        return any(bequests.left(f"solution.{name}()", limit=limit, **how) for limit in (0, 64)) or bool(bequests.left(f"solution.{name}()", meanwhile=True))

    def test_every_planted_gap_is_found_and_nothing_else(self) -> None:
        fakes.load(SOURCE)
        for name in [line.split()[1].partition("(")[0] for line in SOURCE.splitlines() if line.startswith(("def gap", "def sound"))]:
            self.assertEqual(self.found(name), name.startswith("gap"), name)


if __name__ == "__main__":
    unittest.main()
