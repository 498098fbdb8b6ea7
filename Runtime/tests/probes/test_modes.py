import os
import unittest

import fakes

from probes import modes

SOURCE = """
import os, pathlib, shutil, socket, sqlite3, tempfile, threading
def default(path):
    with open(path, "w") as f: f.write("k")
def late(path):
    pathlib.Path(path).write_text("k")
    os.chmod(path, 0o600)
def private(path):
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(fd, "w") as f: f.write("k")
def opener(path):
    with open(path, "w", opener=lambda p, flags: os.open(p, flags, 0o600)) as f: f.write("k")
def masked(path):
    old = os.umask(0o077)
    try: default(path)
    finally: os.umask(old)
def replaced(path):
    with tempfile.NamedTemporaryFile("w", dir=".", delete=False) as f: f.write("k")
    os.replace(f.name, path)
def widened(path):
    private(path)
    os.chmod(path, 0o640)
def copied(path):
    private(path + ".src")
    shutil.copy(path + ".src", path)
def within(path):
    os.mkdir(path + ".d", 0o700)
    default(path + ".d/key")
def folder(path):
    os.makedirs(path)
def threaded(path):
    t = threading.Thread(target=late, args=(path,)); t.start(); t.join()
def database(path):
    c = sqlite3.connect(path); c.execute("CREATE TABLE a(b)"); c.close()
def listening(path):
    s = socket.socket(socket.AF_UNIX); s.bind(path); s.close()
def shared(path):
    os.mkdir(path, 0o700)
    os.chmod(path, 0o1777)
def shared_late(path):
    os.mkdir(path)
    os.chmod(path, 0o1777)
def shared_never(path):
    os.mkdir(path, 0o700)
    os.chmod(path, 0o777)
def shared_inside(path):
    os.mkdir(path, 0o700)
    os.mkdir(path + "/in")
    os.chmod(path + "/in", 0o2777)
    os.chmod(path + "/in", 0o1777)
    os.chmod(path, 0o755)
def fails(path):
    default(path)
    os.remove(path)
    raise OSError("full")
"""


class Modes(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load(SOURCE)

    def watch(self, name: str, umask: int, **given) -> modes.Watched:
        return modes.watch(f"solution.{name}(path)", umask=umask, path=f"{name}-{umask:o}", **given)

    def test_files_that_are_private_from_the_start_are_not_too_open(self) -> None:
        for umask in modes.UMASKS:
            for name in ("private", "opener", "masked", "replaced"):
                made = self.watch(name, umask)
                self.assertTrue(made.created, name)
                self.assertEqual(made.too_open(0o600), [], name)
                self.assertEqual(made.readable_by_others, [], name)

    def test_files_that_were_ever_too_open_are_named(self) -> None:
        for umask in modes.UMASKS:
            for name in ("default", "late", "widened", "copied", "threaded", "database", "fails"):
                made = self.watch(name, umask)
                self.assertTrue(any(found.startswith(f"{name}-{umask:o} ") for found in made.too_open(0o600)), name)

    def test_folders_in_which_others_could_exchange_files_are_named(self) -> None:
        for umask in modes.UMASKS:
            for name in ("shared", "shared_inside"):
                self.assertEqual(self.watch(name, umask).exchangeable, [], name)
            self.assertTrue(self.watch("shared_never", umask).exchangeable)
        self.assertEqual(self.watch("shared_late", 0).exchangeable, ["shared_late-0 777"])
        self.assertEqual(self.watch("shared_late", 0o022).exchangeable, [])

    def test_first_and_last_modes_are_kept(self) -> None:
        made = self.watch("late", 0o022).created[0]
        self.assertEqual((made.first_mode, made.last_mode, made.kind, made.remains), (0o644, 0o600, "file", True))
        made = self.watch("fails", 0o022)
        self.assertEqual((made.created[0].remains, made.outcome.error), (False, "OSError"))

    def test_sockets_and_folders_are_seen_and_folders_may_be_entered(self) -> None:
        self.assertEqual([one.kind for one in self.watch("listening", 0).created], ["socket"])
        made = self.watch("folder", 0o022)
        self.assertEqual(made.too_open(0o755), [])
        self.assertEqual(made.too_open(0o644), [])
        self.assertEqual(made.too_open(0o700), ["folder-22 755"])

    def test_a_closed_folder_keeps_others_out(self) -> None:
        made = self.watch("within", 0)
        self.assertTrue(made.too_open(0o600))
        self.assertEqual((made.readable_by_others, made.writable_by_others), ([], []))
        self.assertEqual(modes.readable_by_others("."), [])

    def test_a_umask_that_the_solution_sets_when_it_is_loaded_counts(self) -> None:
        self.addCleanup(os.umask, os.umask(0o022))
        fakes.load("import os\nos.umask(0o077)\ndef save(path):\n    open(path, 'w').close()\n")
        self.assertEqual(modes.watch("solution.save('a')", umask=0).too_open(0o600), [])
        self.assertEqual(modes.watch("solution.save('b')", umask=0, reload=False).too_open(0o600), ["b 666"])

    def test_the_umask_is_put_back_and_setup_is_not_watched(self) -> None:
        old = os.umask(0o027)
        try:
            made = modes.watch("1 + 1", setup="solution.default('before')", umask=0)
            self.assertEqual((made.created, made.outcome.value), ([], 2))
            self.assertEqual(os.umask(0o027), 0o027)
        finally:
            os.umask(old)

    def test_the_end_is_read_without_the_solution(self) -> None:
        self.box.write("keys/a.pem", b"", mode=0o640)
        self.box.write("keys/b.pem", b"", mode=0o600)
        self.assertEqual(modes.too_open("keys/a.pem"), ["keys/a.pem 640"])
        self.assertEqual(modes.too_open("keys", 0o600), ["keys 755", "keys/a.pem 640"])
        self.assertEqual(modes.readable_by_others("keys"), ["keys/a.pem 640"])
        os.chmod(self.box.path("keys"), 0o700)
        self.assertEqual(modes.readable_by_others("keys"), [])
        self.box.write("open", b"", mode=0o666)
        self.assertEqual(modes.writable_by_others("open"), ["open 666"])
        self.assertEqual(modes.too_open("nothing"), [])


    def test_a_secret_shows_only_where_it_was_readable(self) -> None:
        opened = "import os\ndef save(path):\n    with open(path, 'w') as f:"
        for rest, expected in (
            (" os.fchmod(f.fileno(), 0o600); f.write('salt')", []),
            (" f.write('salt')\n    os.chmod(path, 0o600)", ["old 644"]),
            (" f.write('nothing')", []),
        ):
            fakes.load(opened + rest)
            self.box.remove("old")
            self.box.write("old", b"", mode=0o644)
            made = modes.watch("solution.save(path)", path="old", secret="salt")
            self.assertEqual((made.outcome.error, made.secret_shown), (None, expected), rest)

    def test_drafts_are_what_was_made_and_is_gone(self) -> None:
        renamed = "open(path + '.new', 'w').close()\n    os.replace(path + '.new', path)"
        fakes.load("import os\ndef save(path):\n    " + renamed)
        self.assertEqual(modes.watch("solution.save(path)", path="kept").drafts, ["kept.new"])


if __name__ == "__main__":
    unittest.main()
