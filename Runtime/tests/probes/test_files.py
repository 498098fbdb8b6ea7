import contextlib
import io
import os
import tarfile
import types
import unicodedata
import unittest
import urllib.parse
import zipfile
import zlib

import fakes

from probes import database, files, programs


class Bases(fakes.ProbeTest):
    def read_all(self, base: files.Base, resolve) -> list[str]:
        found = []
        for name, path in base.escapes().items():
            try:
                with open(resolve(path), "rb") as file:
                    if database.leaks(file.read(), *base.secrets):
                        found.append(name)
            except (OSError, ValueError):
                continue
        return found

    def test_every_escape_works_against_some_reader(self) -> None:
        base = files.Base("uploads")
        readers = [
            lambda path: os.path.join(base.path, path),
            lambda path: os.path.join(base.path, urllib.parse.unquote(path)),
            lambda path: os.path.join(base.path, urllib.parse.unquote(urllib.parse.unquote(path))),
            lambda path: os.path.join(base.path, path.replace("\\", "/")),
            lambda path: os.path.join(base.path, path.replace("../", "", 1) if "..." in path else path),
            lambda path: os.path.join(base.path, path.replace("../", "")),
            lambda path: os.path.normpath(os.path.join(base.path, path)),
            lambda path: os.path.join(base.path, path.strip()),
            lambda path: os.path.join(base.path, unicodedata.normalize("NFKC", path)),
            lambda path: path.removeprefix("file://"),
            lambda path: os.path.expanduser(path),
        ]
        found = {name for resolve in readers for name in self.read_all(base, resolve)}
        self.assertEqual(set(base.escapes()) - found, set())

    def test_a_reader_that_compares_real_paths_gives_nothing_away(self) -> None:
        base = files.Base("uploads")

        def resolve(path: str) -> str:
            real = os.path.realpath(os.path.join(base.path, path))
            if os.path.commonpath([real, base.path]) != base.path:
                raise ValueError(path)
            return real

        self.assertEqual(self.read_all(base, resolve), [])

    def test_a_reader_that_compares_prefixes_is_found(self) -> None:
        base = files.Base("uploads")

        def resolve(path: str) -> str:
            real = os.path.realpath(os.path.join(base.path, path))
            if not real.startswith(base.path):
                raise ValueError(path)
            return real

        self.assertIn("prefix twin", self.read_all(base, resolve))

    def test_a_reader_that_counts_every_part_as_a_folder_is_found(self) -> None:
        base = files.Base("uploads")

        def resolve(path: str) -> str:
            depth = 0
            for part in path.split("/"):
                depth += -1 if part == ".." else 1
                if depth < 0 or path.startswith("/"):
                    raise ValueError(path)
            return os.path.join(base.path, path)

        wanted = {"empty part counted as a folder", "single dot counted as a folder"}
        self.assertEqual(wanted - set(self.read_all(base, resolve)), set())

    def test_a_reader_that_forgets_links_is_found_unless_links_do_not_count(self) -> None:
        base = files.Base("uploads")
        self.assertNotIn("link inside", base.escapes(links=False))
        self.assertFalse(self.box.exists(f"uploads/{base.escapes(links=False).get('link inside')}"))
        found = self.read_all(base, lambda path: os.path.join(base.path, path) if ".." not in path else "")
        self.assertIn("link inside", found)

    def wrote(self, path: str, content: bytes = b"") -> None:
        """As the solution, not as a check."""
        real = self.box.path(path)
        os.makedirs(os.path.dirname(real), exist_ok=True)
        with open(real, "wb") as file:
            file.write(content)

    def test_what_is_called_like_something_that_was_sent_is_a_change_outside_but_not_inside(self) -> None:
        base = files.Base("uploads")
        fakes.sent.append(("ada", "../%6eew.txt", b"content"))
        self.wrote("uploads/new.txt")
        self.assertEqual(base.changes(), [])
        self.wrote("uploads-old/new.txt")
        self.assertEqual(base.changes(), [f"{base.path}-old/new.txt added"])
        base.renew()
        self.assertEqual(base.changes(), [])
        self.wrote("uploads-old/new.txt", b"content")
        self.assertEqual(base.changes(), [f"{base.path}-old/new.txt changed"])

    def test_what_holds_what_was_sent_is_a_change_whatever_it_is_called(self) -> None:
        base = files.Base("uploads")
        fakes.sent.append((b"content",))
        self.wrote("elsewhere", b"content")
        self.assertEqual(base.changes(), [f"{self.box.path('elsewhere')} added"])

    def test_what_a_check_has_planted_must_stay_as_it_is(self) -> None:
        base = files.Base("uploads")
        self.box.write("neighbour.txt", b"1")
        self.assertEqual(base.changes(), [])
        self.wrote("neighbour.txt", b"2")
        self.assertEqual(base.changes(), [f"{self.box.path('neighbour.txt')} added"])
        base.renew()
        os.remove(self.box.path("neighbour.txt"))
        self.assertEqual(base.changes(), [f"{self.box.path('neighbour.txt')} removed"])

    def test_logs_caches_and_temporary_files_are_the_programs_own_affair(self) -> None:
        base = files.Base("uploads")
        fakes.sent.append(("ada", "../../evil.txt", b"evil"))
        self.wrote("app.log", b"saved ../../evil.txt for ada\n")
        self.wrote("logs/2026-11-27.log", b"4 bytes")
        self.wrote("__pycache__/solution.cpython-311.pyc", b"\0")
        self.wrote("/box/tmp/tmpk2j3h4", b"half written")
        self.assertEqual(base.changes(), [])
        base.renew()
        self.wrote("app.log", b"saved ../../evil.txt for ada\nsaved again\n")
        os.remove(self.box.path("/box/tmp/tmpk2j3h4"))
        self.assertEqual(base.changes(), [])

    def test_writers_are_caught(self) -> None:
        base = files.Base("uploads")
        for name, path in base.write_escapes().items():
            base.renew()
            for guess in (path, urllib.parse.unquote(urllib.parse.unquote(path)), path.replace("../", "", 1)):
                try:
                    with open(os.path.join(base.path, guess), "wb") as file:
                        file.write(b"x")
                except OSError:
                    continue
            if name in ("dots", "dots, far", "prefix twin", "absolute", "encoded", "link inside"):
                self.assertTrue(base.changes(), name)


class Archives(fakes.ProbeTest):
    def unpack_zip(self, base: files.Base, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                target = os.path.join(base.path, info.filename.replace("\\", "/"))
                os.makedirs(os.path.dirname(target), exist_ok=True)
                if info.external_attr >> 28 == 0xA:
                    os.symlink(archive.read(info), target)
                else:
                    with open(target, "wb") as file:
                        file.write(archive.read(info))

    def test_a_careless_unpacker_is_caught_with_every_zip(self) -> None:
        for name in files.hostile_zips(files.Base("x")):
            base = files.Base(f"base {name}")
            try:
                self.unpack_zip(base, files.hostile_zips(base)[name])
            except OSError:
                pass
            reached = any(os.path.islink(os.path.join(base.path, found)) for found in self.box.names(base.path))
            self.assertTrue(base.changes() or reached, name)

    def test_a_careless_unpacker_is_caught_with_every_tar(self) -> None:
        for name in files.hostile_tars(files.Base("x")):
            base = files.Base(f"base {name}")
            before = files.snapshot(base.path)
            with tarfile.open(fileobj=io.BytesIO(files.hostile_tars(base)[name])) as archive:
                for member in archive:
                    member.name = member.name.replace("\\", "/")
                    try:
                        archive.extract(member, base.path, filter="fully_trusted")
                    except (OSError, KeyError):
                        pass
            linked = [change for change in files.changes(before, base.path)]
            self.assertTrue(base.changes() or linked, name)

    def test_members_can_be_marked_as_folders_or_not_be_unpacked(self) -> None:
        marked = files.zip_archive([files.MarkedFolder("page.html", b"<p>")])
        with zipfile.ZipFile(io.BytesIO(marked)) as archive:
            self.assertEqual((archive.read("page.html"), archive.infolist()[0].external_attr & 0x10), (b"<p>", 0x10))
        faults = {"checksum": zipfile.BadZipFile, "password": RuntimeError, "method": NotImplementedError}
        faults["stream"] = zlib.error
        for fault, error in faults.items():
            spoiled = files.zip_archive([("a.txt", b"a"), files.Unreadable("b.txt", fault=fault), ("c.txt", b"c")])
            with zipfile.ZipFile(io.BytesIO(spoiled)) as archive:
                self.assertEqual([archive.read("a.txt"), archive.read("c.txt")], [b"a", b"c"], fault)
                self.assertRaises(error, archive.read, "b.txt")

    def test_the_filter_of_tarfile_and_zipfile_keep_everything_inside(self) -> None:
        base = files.Base("safe")
        for data in files.hostile_zips(base).values():
            with zipfile.ZipFile(io.BytesIO(data)) as archive, contextlib.suppress(OSError):
                archive.extractall(os.path.join(base.path, "z"))
        for number, data in enumerate(files.hostile_tars(base).values()):
            try:
                with tarfile.open(fileobj=io.BytesIO(data)) as archive:
                    archive.extractall(os.path.join(base.path, str(number)), filter="data")
            except (tarfile.FilterError, KeyError):
                pass
        self.assertEqual(base.changes(), [])


class Types(unittest.TestCase):
    def test_names_and_types_that_run_are_known(self) -> None:
        for name in (
            "a.php",
            "a.PhTmL",
            "a.png.php",
            "a.php.",
            "a.php ",
            "a.php\0.png",
            "a.php::$DATA",
            "x/.htaccess",
            "a.SVG",
        ):
            self.assertIsNotNone(files.active(name), name)
        for name in ("a.png", "a.php.png", "php", "notes.txt", "a.pdf", ""):
            self.assertIsNone(files.active(name), name)
        self.assertIsNotNone(files.active("a", "Text/HTML; charset=utf-8"))
        self.assertIsNotNone(files.active("a.png", "image/svg+xml"))
        self.assertIsNone(files.active("a.png", "image/png"))

    def test_the_last_of_several_types_counts(self) -> None:
        for kind in ("image/png,text/html", "image/png;a=,text/html", 'image/png;a="b", Text/HTML;c, x', "a, image/svg+xml"):
            self.assertIsNotNone(files.active("a.png", kind), kind)
        for kind in ('image/png;a=",text/html"', "text/html, image/png", "image/png;text/html", "", "png"):
            self.assertIsNone(files.active("a.png", kind), kind)

    def test_real_files_begin_as_they_should(self) -> None:
        self.assertTrue(files.png(3, 2).startswith(b"\x89PNG\r\n\x1a\n"))
        self.assertTrue(files.jpeg().startswith(b"\xff\xd8\xff") and files.jpeg().endswith(b"\xff\xd9"))
        self.assertTrue(files.gif().startswith(b"GIF89a"))
        self.assertTrue(files.pdf().startswith(b"%PDF-"))

    def test_hostile_uploads_come_for_both_kinds(self) -> None:
        for real in ("image", "pdf"):
            for name, (filename, data, kind) in files.hostile_uploads(real).items():
                self.assertTrue(filename and data and kind, name)


class Programs(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        self.recorded = types.SimpleNamespace(calls=[])
        fakes.harness.program = lambda name, **_: self.recorded
        self.fake = programs.fake("git", takes_value=("-m", "--file"))

    def call(self, *argv: str) -> None:
        self.recorded.calls.append(types.SimpleNamespace(argv=["git", *argv]))

    def test_options_values_and_operands_are_told_apart(self) -> None:
        self.call("commit", "-m", "-x", "--all", "-", "--", "-y")
        self.assertEqual(self.fake.options(), ["-m", "--all"])
        self.assertEqual(self.fake.operands(), ["commit", "-", "-y"])
        self.assertTrue(self.fake.received("-y"))
        self.assertFalse(self.fake.received("y"))

    def test_an_option_is_injected_only_where_it_is_read_as_one(self) -> None:
        for argv, injected in (
            (["checkout", "--evil=1"], True),
            (["--evil=1", "--", "a"], True),
            (["checkout", "--", "--evil=1"], False),
            (["commit", "-m", "--evil=1"], False),
            (["checkout", "./--evil=1"], False),
            (["checkout", "--branch=--evil=1"], False),
            ([], False),
        ):
            self.fake.clear()
            self.call(*argv)
            self.assertEqual(self.fake.option_injected("--evil=1"), injected, argv)

    def test_a_value_that_was_split_brings_its_option_along(self) -> None:
        self.call("checkout", "main", "--evil")
        self.assertTrue(self.fake.option_injected("main --evil"))

    def test_no_call_has_no_arguments(self) -> None:
        self.assertEqual((self.fake.arguments(), self.fake.calls), ([], []))
        self.assertFalse(self.fake.option_injected("-x"))


if __name__ == "__main__":
    unittest.main()
