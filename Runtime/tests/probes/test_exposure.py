"""Files that are kept from others only in part are found, and those that are kept from them altogether are not."""

import unittest

import fakes

from probes import modes
from probes.machines import exposure
from probes.machines.domains import domain
from probes.machines.search import search

SAVES = """
import os, shutil
def save(path, text):
    {save}
"""
WRITES = "os.write(fd, text.encode()); os.close(fd)"
FLAGS = "os.O_WRONLY | os.O_CREAT | os.O_TRUNC"
DRAFT = "fd = os.open(draft, {flags}, 0o600); " + WRITES + "; os.replace(draft, path)"
SOUND = (
    "open(path + '.lock', 'w').close(); os.path.lexists(path) and os.remove(path); "
    f"fd = os.open(path, {FLAGS} | os.O_EXCL, 0o600); {WRITES}",
    "import tempfile; fd, draft = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path))); "
    f"{WRITES}; os.replace(draft, path)",
    "old = os.umask(0o077); os.path.lexists(path) and os.remove(path); "
    f"fd = os.open(path, {FLAGS}, 0o666); {WRITES}; os.umask(old)",
)
#: A new file with each of these modes; one closed late; an old file, or a draft, of which some bits are forgotten.
FLAWED = (
    *(
        f"os.path.lexists(path) and os.remove(path); fd = os.open(path, {FLAGS}, 0o{mode}); {WRITES}"
        for mode in ("644", "640", "660", "604", "620", "602", "666", "622")
    ),
    "open(path, 'w').write(text); os.chmod(path, 0o600)",
    "open(path, 'w').close(); os.chmod(path, 0o600); open(path, 'w').write(text)",
    f"fd = os.open(path, {FLAGS}, 0o600); {WRITES}",
    f"fd = os.open(path, {FLAGS}, 0o600); {WRITES}; os.chmod(path, 0o600)",
    f"fd = os.open(path, {FLAGS}, 0o600); {WRITES}; os.chmod(path, os.stat(path).st_mode & 0o707)",
    *(
        "fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600); "
        f"os.fstat(fd).st_mode & 0o{bits} and os.fchmod(fd, 0o600); {WRITES}"
        for bits in ("004", "020", "002", "066 == 0o066", "007")
    ),
    *(f"draft = path + '{end}'; {DRAFT.format(flags=FLAGS)}" for end in (".tmp", ".new", "~")),
    f"draft = path + '.tmp'; {DRAFT.format(flags=FLAGS)}; shutil.copyfile(path, path + '.bak')",
    f"os.umask(0o027); os.path.lexists(path) and os.remove(path); fd = os.open(path, {FLAGS}, 0o666); {WRITES}",
    # What others had opened before, and drafts that come from elsewhere.
    f"fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600); os.fchmod(fd, 0o600); os.ftruncate(fd, 0); {WRITES}",
    "draft = path + '.tmp'; fd = os.open(draft, os.O_WRONLY | os.O_CREAT, 0o600); os.fchmod(fd, 0o600); "
    f"os.ftruncate(fd, 0); {WRITES}; os.replace(draft, path)",
    "os.path.exists(path) and os.path.getsize(path) < 9 and os.truncate(path, 0); os.path.exists(path) and "
    f"os.chmod(path, 0o600); fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600); {WRITES}",
    "not os.path.islink(path) and os.path.exists(path) and os.remove(path); "
    f"fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600); os.fchmod(fd, 0o600); os.ftruncate(fd, 0); {WRITES}",
    # Only a file that is open at present is replaced.
    "not os.path.exists(path) or os.lstat(path).st_mode & 0o7777 == 0o600 or os.remove(path); "
    f"fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600); os.fchmod(fd, 0o600); os.ftruncate(fd, 0); {WRITES}",
    "open('draft', 'w').write(text); os.chmod('draft', 0o600); os.replace('draft', path)",
)


class Saved(exposure.Exposure):
    """No other account can use the file with the secret."""

    place, secret, old = "key.txt", "salt-water", b"old"
    uses = {
        "save": "solution.save(path, 'salt-water')",
        "twice": "[solution.save(path, 'salt-water') for _ in range(2)]",
    }
    found = exposure.found(
        "file 666", "draft 666", odd=("file 640", "draft 660", "file 604", "file 620", "file 602", "link 666",
            "closed 666")
    )
    operations = {"use": (exposure.UMASKS, found, domain("save", "twice"))}

    def shown(self, made: modes.Watched, folder: str) -> str:
        place = f"{folder}/{self.place}"
        now = [] if self.planted(place) else modes.readable_by_others(place) + modes.writable_by_others(place)
        return ", ".join(made.secret_shown + made.secret_kept_open + now)


class Same(Saved):
    """Nobody goes on writing to the file."""

    secret = None
    operations = {"use": (domain("022"), exposure.found("same 622"), domain("save"))}

    def shown(self, made: modes.Watched, folder: str) -> str:
        return ""


class Mended(Saved):
    """Nobody goes on writing to a file that has its right mode by now."""

    secret = None
    operations = {"use": (domain("022"), exposure.found("mended 666", "mended 620"), domain("save"))}

    def shown(self, made: modes.Watched, folder: str) -> str:
        return ""


class Forged(Mended):
    """Nor to one that holds what is written as well."""

    operations = {"use": (domain("022"), exposure.found("forged 666", "forged 602"), domain("save"))}


class Linked(Saved):
    """Nothing is put where a link leads."""

    secret = None
    operations = {"use": (domain("022"), exposure.found("way 777", "gap 777", "trap 666", "link 666"), domain("save"))}

    def shown(self, made: modes.Watched, folder: str) -> str:
        theirs = f"{folder}/theirs"
        if fakes.harness.box.exists(theirs) and not fakes.harness.box.stat(theirs).st_mode & 0o040000:
            return "" if fakes.harness.box.read(theirs) == self.old else "written through a link"
        return ""


MADE = "import tempfile; fd, draft = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path))); " + WRITES
THROUGH = (
    f"{MADE}; shutil.move(draft, path)",
    f"{MADE}; shutil.copy(draft, path); os.remove(draft)",
    "open(path, 'w').write(text)",
    "os.path.exists(path) and os.remove(path); open(path, 'w').write(text)",
    "os.path.isfile(path) and os.remove(path); open(path, 'w').write(text)",
    f"os.path.isdir(path) or (os.path.lexists(path) and os.remove(path)); {MADE}; shutil.move(draft, path)",
    "open(path + '.tmp', 'w').write(text); os.replace(path + '.tmp', path)",
    f"draft = path + '.new'; {DRAFT.format(flags=FLAGS)}",
)


class Links(fakes.ProbeTest):
    def found(self, save: str) -> object:
        fakes.load(SAVES.format(save=save.replace("; ", "\n    ")))
        return search(Linked, tries=8, alone=1)

    def test_who_goes_through_a_link_is_found(self) -> None:
        for save in THROUGH:
            self.assertIsNotNone(self.found(save), save)

    def test_who_replaces_it_is_left_alone(self) -> None:
        for save in SOUND:
            self.assertIsNone(self.found(save), save)


class Nested(exposure.Exposure):
    """A program that makes its drafts in a folder of their own."""

    place = "letters/box.txt"
    uses = {"save": "solution.save(path, 'hello')"}
    operations = {"use": (domain("000"), exposure.found("nest 777"), domain("save"))}

    def shown(self, made: modes.Watched, folder: str) -> str:
        return ", ".join(made.readable_by_others)


NEST = "os.makedirs(os.path.dirname(path), exist_ok=True); {make}; open(nest + '/x', 'w').write(text); os.chmod(nest + '/x', 0o600); os.replace(nest + '/x', path); os.rmdir(nest)"


class Nests(fakes.ProbeTest):
    def found(self, make: str) -> object:
        fakes.load(SAVES.format(save=NEST.format(make=make).replace("; ", "\n    ")))
        return search(Nested, tries=3, alone=1)

    def test_who_uses_a_folder_of_somebody_for_drafts_is_found(self) -> None:
        for name in ("'.drafts'", "'.' + str(os.getpid())", "os.path.basename(path) + '.new'"):
            make = f"nest = os.path.join(os.path.dirname(path), {name}); os.makedirs(nest, 0o700, exist_ok=True)"
            self.assertIsNotNone(self.found(make), name)

    def test_who_makes_a_new_one_is_left_alone(self) -> None:
        self.assertIsNone(self.found("import tempfile; nest = tempfile.mkdtemp(dir=os.path.dirname(path))"))
        self.assertIsNone(self.found("nest = path + '.d'; os.mkdir(nest, 0o700)"))


class Den(Nested):
    operations = {"use": (domain("000"), exposure.found("den 777", "den 755"), domain("save"))}


class Dens(fakes.ProbeTest):
    def found(self, make: str) -> object:
        fakes.load(SAVES.format(save=NEST.format(make=make).replace("; ", "\n    ")))
        return search(Den, tries=4, alone=1)

    def test_who_follows_a_link_to_a_folder_is_found(self) -> None:
        for make in ("nest = path + '.d'; os.makedirs(nest, exist_ok=True)", "nest = path + '.d'; os.path.isdir(nest) or os.mkdir(nest); os.chmod(nest, 0o700)",
                     "nest = path + '.d'; os.path.isdir(nest) or os.mkdir(nest, 0o700); [os.remove(os.path.join(nest, one)) for one in os.listdir(nest)]"):
            self.assertIsNotNone(self.found(make), make)

    def test_who_makes_a_new_one_is_left_alone(self) -> None:
        self.assertIsNone(self.found("import tempfile; nest = tempfile.mkdtemp(dir=os.path.dirname(path))"))
        self.assertIsNone(self.found("nest = path + '.d'; os.mkdir(nest, 0o700)"))
        self.assertIsNone(self.found("nest = path + '.d'; os.path.islink(nest) and os.remove(nest); os.mkdir(nest, 0o700)"))


class Lair(Nested):
    operations = {"use": (domain("000"), exposure.found("lair 666", "lair 600", "lodge 666"), domain("save"))}


class Lairs(fakes.ProbeTest):
    def found(self, make: str) -> object:
        fakes.load(SAVES.format(save=NEST.format(make=make).replace("; ", "\n    ")))
        return search(Lair, tries=4, alone=1)

    def test_who_uses_what_lies_in_a_folder_for_drafts_is_found(self) -> None:
        for make in ("nest = path + '.d'; os.makedirs(nest, exist_ok=True); os.chmod(nest, 0o700)",
                     "nest = path + '.d'; os.path.isdir(nest) or os.mkdir(nest); os.chmod(nest, 0o700); os.path.islink(nest + '/x') and os.remove(nest + '/x')"):
            self.assertIsNotNone(self.found(make), make)

    def test_who_empties_it_or_makes_a_new_one_is_left_alone(self) -> None:
        self.assertIsNone(self.found("import tempfile; nest = tempfile.mkdtemp(dir=os.path.dirname(path))"))
        self.assertIsNone(self.found("nest = path + '.d'; os.path.isdir(nest) and shutil.rmtree(nest); os.mkdir(nest, 0o700)"))


#: Sound as long as one thread saves at a time.
SHARED = {
    "umask around open": "old = os.umask(0o077); open(path, 'x').write(text); os.umask(old)",
    "mode and umask": "old = os.umask(0o177); fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666); os.umask(old); "
    + WRITES,
    "closed when it is written": "old = os.umask(0o077); draft = path + '.tmp'; open(draft, 'x').close(); os.umask(old); "
    "os.chmod(draft, 0o600); open(draft, 'w').write(text); os.replace(draft, path)",
    "draft, then copy": "old = os.umask(0o077); open(path + '.1', 'x').close(); os.umask(old); os.remove(path + '.1'); "
    "old = os.umask(0o077); open(path, 'x').write(text); os.umask(old)",
    "asked for": "old = os.umask(0); os.umask(old); old = os.umask(old | 0o077); open(path, 'x').write(text); os.umask(old)",
    "imported": "from os import umask; old = umask(0o077); shutil.copyfile(__file__, path); umask(old); open(path, 'w').write(text)",
    "open umask elsewhere": f"fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600); {WRITES}; old = os.umask(0); "
    "os.mkdir(path + '.d', 0o700); os.umask(0o077); open(path + '.d/copy', 'x').write(text); os.chmod(path + '.d', 0o755); os.umask(old)",
}
ALONE = (
    f"fd = os.open(path, {FLAGS} | os.O_EXCL, 0o600); {WRITES}",
    f"old = os.umask(0o022); os.makedirs(path + '.d', 0o700); os.umask(old); fd = os.open(path, {FLAGS} | os.O_EXCL, 0o600); {WRITES}",
    "LOCK.acquire(); old = os.umask(0o077); open(path, 'x').write(text); os.umask(old); LOCK.release()",
    "'umask'; import tempfile; fd, draft = tempfile.mkstemp(dir=os.path.dirname(path)); " + WRITES + "; os.replace(draft, path)",
)


class Threads(fakes.ProbeTest):
    def found(self, save: str) -> object:
        fakes.load("import threading\nLOCK = threading.Lock()\n" + SAVES.format(save=save.replace("; ", "\n    ")))
        return exposure.beside(Saved)

    def test_who_makes_files_under_a_umask_that_another_thread_takes_back_is_found(self) -> None:
        self.assertEqual([name for name, save in SHARED.items() if self.found(save) is None], [])

    def test_who_needs_no_umask_or_locks_it_is_left_alone(self) -> None:
        for save in ALONE:
            self.assertIsNone(self.found(save), save)

    def test_the_umask_is_as_before(self) -> None:
        import os

        before = os.umask(0o022)
        os.umask(before)
        for save in (SHARED["umask around open"], ALONE[2]):
            self.found(save)
            now = os.umask(before)
            self.assertEqual(now, before)


class Fallbacks(fakes.ProbeTest):
    def found(self, draft: str, kinds: str = "OSError") -> object:
        body = f"try:\n        draft = {draft}\n        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)\n"
        body += f"    except {kinds}:\n        draft = path\n"
        body += "        fd = os.open(path, os.O_WRONLY); os.fchmod(fd, 0o600); os.ftruncate(fd, 0)\n"
        fakes.load(SAVES.format(save=f"{body}    {WRITES}\n    os.replace(draft, path)"))

        class Beside(Saved):
            operations = {"use": (domain("022"), exposure.found("long 666", "locked 666", "taken 666"), domain("save"))}

        return search(Beside, tries=4, alone=1)

    def test_who_writes_into_the_old_file_when_none_can_be_made_is_found(self) -> None:
        drafts = ("path + '.new'", "path + '.' + str(os.getpid())", "f'{path}~'")
        for draft in drafts:
            self.assertIsNotNone(self.found(draft), draft)
        # A folder of the draft's name, and a name that has room.
        for draft, kinds in (("os.path.dirname(path) + '/draft'", "FileExistsError"), ("path + '.a'", "(IsADirectoryError, FileExistsError)")):
            self.assertIsNotNone(self.found(draft, kinds), draft)

    def test_who_gives_up_is_left_alone(self) -> None:
        self.assertIsNone(self.found("path + '.new'", "ZeroDivisionError"))


#: Each on one line: there is a moment in the middle of it.
MOMENTS = (
    "open(path, 'x').close(), os.chmod(path, 0o600), open(path, 'w').write(text)",
    "(open(path, 'x').write(text), os.chmod(path, 0o600))",
    "[os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o644)), os.chmod(path, 0o600), open(path, 'w').write(text)]",
    "(open(path + '~', 'x').close(), os.chmod(path + '~', 0o600), open(path + '~', 'w').write(text), os.rename(path + '~', path))",
    "(os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600)), open(path, 'w').write(text), os.chmod(path, 0o640), os.chmod(path, 0o600))",
)


class Moments(fakes.ProbeTest):
    def test_a_moment_in_the_middle_of_a_line_is_seen(self) -> None:
        for save in MOMENTS:
            fakes.load(SAVES.format(save=f"os.path.lexists(path) and os.remove(path); {save}"))
            self.assertIsNotNone(search(Saved, tries=4, alone=1), save)

    def test_a_file_that_is_private_at_every_moment_of_a_line_is_left_alone(self) -> None:
        save = "(os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600)), open(path, 'w').write(text))"
        fakes.load(SAVES.format(save=f"os.path.lexists(path) and os.remove(path); {save}"))
        self.assertIsNone(search(Saved, tries=32, alone=1))


class Exposures(fakes.ProbeTest):
    def found(self, save: str) -> object:
        # Between lines of the program others have a moment.
        fakes.load(SAVES.format(save=save.replace("; ", "\n    ")))
        return search(Saved, tries=32, alone=1)

    def test_what_is_kept_from_others_is_left_alone(self) -> None:
        for save in SOUND:
            self.assertIsNone(self.found(save), save)

    def test_each_way_to_forget_a_bit_or_a_moment_is_found(self) -> None:
        self.assertEqual([save for save in FLAWED if self.found(save) is None], [])
        self.assertGreaterEqual(len(FLAWED), 20)

    def test_a_program_that_fails_only_while_it_is_watched_proves_nothing(self) -> None:
        for notices in ("sys.gettrace() is not None", "sys._getframe(2).f_code.co_name != 'nothing'"):
            fakes.doubts.clear()
            self.assertIsNone(self.found(f"import sys; assert not ({notices}); open(path, 'w').write(text)"))
            self.assertTrue(any("watched" in doubt for doubt in fakes.doubts), notices)

    def test_a_file_that_holds_the_text_already_and_stays_is_found(self) -> None:
        keeps = "if os.path.exists(path) and open(path).read() == text: return os.chmod(path, 0o600)\n    "
        for before, count in ((keeps, 1), ("", 0)):
            fakes.load(SAVES.format(save=before + SOUND[0].replace("; ", "\n    ")))
            self.assertEqual(int(search(Same, tries=4, alone=1) is not None), count)

    def test_a_file_that_passes_for_its_own_and_is_written_into_is_found(self) -> None:
        into = "if os.path.exists(path) and os.lstat(path).st_mode & 0o777 == 0o600: return open(path, 'w').write(text)\n    "
        owned = into.replace("if ", "if os.path.isfile(path) and os.stat(path).st_uid == os.geteuid() and ")
        for before, count in ((into, 1), (owned, 1), ("", 0)):
            fakes.load(SAVES.format(save=before + SOUND[0].replace("; ", "\n    ")))
            self.assertEqual(int(search(Mended, tries=4, alone=1) is not None), count)

    def test_a_file_that_has_its_mode_and_its_content_and_stays_is_found(self) -> None:
        stays = "if os.path.exists(path) and os.lstat(path).st_mode & 0o777 == 0o600 and open(path).read() == text: return\n    "
        for before, count in ((stays, 1), (stays.replace("return", "return os.utime(path)"), 1), ("", 0)):
            fakes.load(SAVES.format(save=before + SOUND[0].replace("; ", "\n    ")))
            self.assertEqual(int(search(Forged, tries=4, alone=1) is not None), count)

    def test_what_is_kept_from_others_raises_no_doubt(self) -> None:
        for save in SOUND:
            fakes.doubts.clear()
            self.found(save)
            self.assertEqual(fakes.doubts, [], save)

    def test_the_finding_names_the_umask_what_was_there_and_the_use(self) -> None:
        self.assertIn("use('000', 'file 666', 'save')", str(self.found(FLAWED[10])))


if __name__ == "__main__":
    unittest.main()
