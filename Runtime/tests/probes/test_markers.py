import base64
import contextlib
import hashlib
import io
import os
import pickle
import pickletools
import re
import shlex
import subprocess
import sys
import unittest
import zlib
from pathlib import Path

import fakes
import jinja2
import yaml

from probes import markers, pickle_payloads

HERE = Path(__file__).parent

def quiet(action):
    with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
        action()


class Shell(fakes.ProbeTest):
    def run_shell(self, command: str) -> None:
        subprocess.run(command, shell=True, capture_output=True, check=False, cwd=self.box.path("."))

    def test_every_payload_runs_in_some_command(self) -> None:
        self.box.write("a.txt", b"")
        commands = ("ls {}", 'ls "{}"', "ls '{}'", "(ls {})", "{}")
        for name in markers.new().shell_attacks("a.txt"):
            marker = markers.new()
            payload = marker.shell_attacks("a.txt")[name]
            for command in commands:
                self.run_shell(command.replace("{}", payload))
            self.assertTrue(marker.fired, name)

    def test_quoted_or_listed_arguments_run_nothing(self) -> None:
        ran = markers.fired_by(
            lambda marker: marker.shell_attacks("a.txt"), lambda payload: self.run_shell("ls " + shlex.quote(payload))
        )
        self.assertEqual(ran, [])

    def test_storing_a_payload_or_naming_a_file_after_it_is_not_running_it(self) -> None:
        for name in markers.new().shell_attacks():
            marker = markers.new()
            payload = marker.shell_attacks()[name]
            self.box.write(f"uploads/{payload.rpartition('/')[2].strip()[:200]}", payload.encode())
            self.box.write(f"uploads/{marker.name}", payload.encode())
            self.box.write(marker.path, b"")
            self.assertFalse(marker.fired, name)

    def test_a_line_of_plain_words_is_not_stopped_by_escaped_punctuation(self) -> None:
        marker = markers.new()
        interpreter, script = marker.script()
        line = f"x\n{interpreter}\t{script}"
        self.run_shell("echo " + re.sub(r"([^\w\s])", r"\\\1", line))
        self.assertTrue(marker.fired)

    def test_what_a_payload_left_is_cleared_each_time_wherever_it_was_moved(self) -> None:
        marker = markers.new()
        for number, move in enumerate(("", "; mv {} kept-{}", "; cp {} kept-{}", "")):
            self.assertFalse(marker.fired)
            self.run_shell(marker.shell + move.format(self.box.path(marker.path), number))
            self.assertTrue(marker.fired)
            marker.clear()
            self.assertFalse(self.box.exists(marker.path))
            self.assertFalse(self.box.exists(f"kept-{number}"))

    def test_a_planted_script_alone_is_no_trace(self) -> None:
        marker = markers.new()
        marker.script()
        self.assertFalse(marker.fired)

    def test_a_filter_that_forgets_newlines_is_found(self) -> None:
        def filtered(payload: str) -> None:
            if not set(payload) & set(";&|$`\"'()"):
                self.run_shell("ls " + payload)

        def half(payload: str) -> None:
            self.run_shell("ls " + payload.replace(";", "").replace("&", "").replace("|", ""))

        self.assertEqual(markers.fired_by(lambda m: m.shell_attacks(), filtered), [])
        self.assertIn("newline", markers.fired_by(lambda m: m.shell_attacks(), half))


class Traces(fakes.ProbeTest):
    """What a solution can do about a marker that was set off."""

    def set_off(self, payload: str = "shell") -> markers.Marker:
        marker = markers.new()
        subprocess.run(getattr(marker, payload), shell=True, check=True, cwd=self.box.path("."))
        return marker

    def path(self, marker: markers.Marker, payload: str) -> str:
        return marker.path if payload == "shell" else self.box.path(marker.name)

    def test_a_marker_that_is_hidden_is_found_or_leaves_a_doubt(self) -> None:
        erasers = {
            "removed": os.remove,
            "moved": lambda path: os.rename(path, self.box.path("elsewhere")),
            "moved and overwritten": lambda path: (os.rename(path, path + "x"), Path(path + "x").write_text("done")),
            "emptied": lambda path: os.truncate(path, 0),
            "overwritten": lambda path: Path(path).write_text("done"),
            "replaced by a folder": lambda path: (os.remove(path), os.mkdir(path)),
            "replaced by a link": lambda path: (os.remove(path), os.symlink("/etc/passwd", path)),
        }
        for payload in ("shell", "shell_plain"):
            for name, erase in erasers.items():
                with self.subTest(f"{payload} {name}"):
                    fakes.doubts.clear()
                    marker = self.set_off(payload)
                    erase(self.path(marker, payload))
                    self.assertTrue(marker.fired or fakes.doubts)

    def test_a_folder_of_a_marker_that_was_closed_or_moved_leaves_a_doubt(self) -> None:
        for meddle in (
            lambda folder: (os.chmod(folder, 0o500), os.chmod(folder, 0o777)),
            lambda folder: (os.rename(folder, folder + "x"), os.rename(folder + "x", folder)),
        ):
            fakes.doubts.clear()
            marker = markers.new()
            meddle(os.path.dirname(marker.path))
            self.assertFalse(marker.fired)
            self.assertTrue(fakes.doubts)

    def test_what_a_right_program_does_leaves_no_doubt(self) -> None:
        marker = markers.new()
        fakes.sent.append((marker.shell_plain,))
        self.box.write("uploads/notes.txt", b"x")
        os.remove(self.box.path("uploads/notes.txt"))
        Path(self.box.path(marker.name)).write_text(marker.shell_plain)
        self.assertFalse(marker.fired)
        self.assertEqual(fakes.doubts, [])

    def test_a_payload_that_takes_its_time_is_found_later(self) -> None:
        marker = markers.new()
        self.assertFalse(marker.fired)
        subprocess.run(marker.shell, shell=True, check=True)
        self.assertTrue([found for look in fakes.late_looks if (found := look())])

    def test_names_places_and_payloads_differ_from_run_to_run(self) -> None:
        code = "import fakes; fakes.harness.box = fakes.Box()\nfrom probes import markers, database\n"
        code += "marker = markers.new()\nprint(marker.name, marker.path.rpartition('/')[0][-6:], marker._factors)\n"
        code += "print(database.secret('card'))"
        runs = [
            subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HERE).stdout
            for _ in range(2)
        ]
        for one, other in zip(runs[0].split(), runs[1].split(), strict=True):
            self.assertNotEqual(one, other)


class Python(fakes.ProbeTest):
    def test_every_payload_runs_somewhere(self) -> None:
        def ways(code: str) -> None:
            quiet(lambda: eval(code, {}))
            quiet(lambda: exec(code, {}))
            quiet(lambda: eval(f"'{code}'", {}))
            quiet(lambda: eval(f'"{code}"', {}))
            quiet(lambda: exec(f"x = '{code}'", {}))
            quiet(lambda: exec(f'x = "{code}"', {}))
            quiet(lambda: exec(f"str({code})", {}))
            quiet(lambda: eval(f"f'''{code}'''", {}))
            quiet(lambda: exec(f"if True:\n    x = {code}", {}))
            quiet(lambda: eval(code, {"__builtins__": {}}, {}))

        ran = markers.fired_by(lambda m: m.python_attacks("1"), ways)
        self.assertEqual([name for name in markers.new().python_attacks() if name not in ran], [])

    def test_removing_the_builtins_is_not_enough(self) -> None:
        ran = markers.fired_by(lambda m: m.python_attacks(), lambda code: eval(code, {"__builtins__": {}}, {}))
        self.assertLessEqual({"classes", "globals of a class", "frames of a generator"}, set(ran))
        bare = markers.new()
        eval(bare.python_bare, {"__builtins__": {}}, {})
        self.assertTrue(bare.fired)

    def test_lists_of_forbidden_words_are_passed(self) -> None:
        def without(*words: str) -> list[str]:
            def guarded(code: str) -> None:
                if not any(word in code for word in words):
                    eval(code, {})

            return markers.fired_by(lambda m: m.python_attacks(), guarded)

        for words in (("__",), ("import", "os", "sys", "exec"), ("'", '"'), ("open",), ("_", ";"), (".",)):
            self.assertTrue(without(*words), words)

    def test_an_interpreter_of_arithmetic_runs_nothing(self) -> None:
        import ast

        self.assertEqual(markers.fired_by(lambda m: m.python_attacks(), ast.literal_eval), [])

    def test_a_planted_module_fires_when_imported(self) -> None:
        marker = markers.new()
        path = marker.module("plugin_x")
        self.assertFalse(marker.fired)
        exec(compile(open(path).read(), path, "exec"), {})
        self.assertTrue(marker.fired)

    def test_statements_and_expressions_fire(self) -> None:
        for attribute, run in (("python", eval), ("statement", exec)):
            marker = markers.new()
            run(getattr(marker, attribute))
            self.assertTrue(marker.fired)


class Templates(fakes.ProbeTest):
    def test_jinja2_is_attacked_by_several_roads_and_a_value_is_not_a_template(self) -> None:
        ran = markers.fired_by(lambda m: m.templates(), lambda text: jinja2.Template(text).render())
        self.assertGreater(len(ran), 6, ran)
        safe = markers.fired_by(lambda m: m.templates(), lambda text: jinja2.Template("{{ v }}").render(v=text))
        self.assertEqual(safe, [])

    def test_the_sandbox_of_jinja2_holds(self) -> None:
        from jinja2.sandbox import SandboxedEnvironment

        ran = markers.fired_by(lambda m: m.templates(), lambda text: SandboxedEnvironment().from_string(text).render())
        self.assertEqual(ran, [])

    def test_a_format_string_reads_a_global(self) -> None:
        class Item:
            def __init__(self) -> None:
                pass

        Item.__init__.__globals__["PLANTED"] = "plum"
        read = [
            name for name, text in markers.format_leaks("PLANTED").items() if "plum" in self.formatted(text, Item())
        ]
        self.assertTrue(read)

    def formatted(self, text: str, item: object) -> str:
        try:
            return text.format(item)
        except (AttributeError, KeyError, IndexError):
            return ""


class Serialised(fakes.ProbeTest):
    def test_every_pickle_fires_when_loaded(self) -> None:
        sys.path.insert(0, self.box.path("."))
        self.addCleanup(sys.path.remove, self.box.path("."))

        def load_all(data: bytes) -> None:
            stream = io.BytesIO(data)
            with contextlib.redirect_stdout(io.StringIO()):
                while stream.tell() < len(data):
                    pickle.load(stream)

        ran = markers.fired_by(lambda m: m.pickles(), load_all)
        # A module is imported once.
        ran += [f"a module's {name}" for name in ("run", "x") if "a module's dict" in ran]
        missing = [name for name in markers.new().pickles() if name not in ran]
        self.assertEqual(
            [name for name in missing if name not in ("dotted name in solution", "dotted name in __main__")], []
        )

    def test_a_module_is_named_early_for_who_looks_it_up_before_he_asks_whether_it_is_allowed(self) -> None:
        sys.path.insert(0, self.box.path("."))
        self.addCleanup(sys.path.remove, self.box.path("."))

        class Late(pickle.Unpickler):
            def find_class(self, module: str, name: str) -> object:
                found = super().find_class(module, name)
                if found not in (dict, list):
                    raise pickle.UnpicklingError(name)
                return found

        ran = markers.fired_by(lambda m: dict([*m.pickles().items()][:16]), lambda data: Late(io.BytesIO(data)).load())
        self.assertEqual([name for name in ran if name.startswith("a module's")], ["a module's dict"])

    def test_pickles_are_well_formed(self) -> None:
        for name, data in markers.new().pickles().items():
            self.assertTrue(list(pickletools.genops(data)), name)

    def test_allow_lists_that_are_too_wide_are_found(self) -> None:
        def unpickler(*modules: str, banned: tuple[str, ...] = ()):
            class Restricted(pickle.Unpickler):
                def find_class(self, module: str, name: str):
                    if module in modules and name not in banned:
                        return super().find_class(module, name)
                    raise pickle.UnpicklingError(name)

            return lambda data: Restricted(io.BytesIO(data)).load()

        for allowed, banned in (
            (("builtins",), ()),
            (("builtins",), ("eval", "exec")),
            (("operator", "functools"), ()),
            (("collections",), ()),
        ):
            self.assertTrue(markers.fired_by(lambda m: m.pickles(), unpickler(*allowed, banned=banned)), allowed)
        self.assertEqual(markers.fired_by(lambda m: m.pickles(), unpickler()), [])

    def test_dotted_names_below_an_allowed_class_are_found(self) -> None:
        """The classes are those that the source of the program names, and those that most programs allow."""

        def first_part(*pairs: tuple[str, str]):
            class Restricted(pickle.Unpickler):
                def find_class(self, module: str, name: str):
                    if (module, name.split(".")[0]) in pairs:
                        return super().find_class(module, name)
                    raise pickle.UnpicklingError(name)

            return lambda data: Restricted(io.BytesIO(data)).load()

        fakes.load("ALLOWED = {('datetime', 'timedelta'), ('builtins', 'frozenset'), 'collections.Counter'}")
        for pair in (
            ("builtins", "dict"),
            ("builtins", "int"),
            ("builtins", "frozenset"),
            ("datetime", "timedelta"),
            ("collections", "Counter"),
        ):
            self.assertTrue(markers.fired_by(lambda m: m.pickles(), first_part(pair)), pair)

    def test_every_opcode_that_is_forgotten_is_found(self) -> None:
        namings, calls = {"GLOBAL", "STACK_GLOBAL", "INST"}, {"REDUCE", "OBJ", "INST", "NEWOBJ", "NEWOBJ_EX"}

        def without(forbidden: set[str]):
            def load(data: bytes) -> object:
                if any(code.name in forbidden for code, _, _ in pickletools.genops(data)):
                    raise pickle.UnpicklingError
                return pickle.loads(data)

            return load

        for naming in sorted(namings):
            for call in sorted(calls - {"INST"} if naming != "INST" else {"INST"}):
                forbidden = (namings | calls) - {naming, call}
                self.assertTrue(markers.fired_by(lambda m: m.pickles(), without(forbidden)), (naming, call))
        self.assertEqual(markers.fired_by(lambda m: m.pickles(), without(namings)), [])

    def test_a_name_that_only_seems_to_be_the_last_one_is_found(self) -> None:
        def looking_through(more: set[str]):
            """Takes the last two strings for a name, and forbids other opcodes that name, and `more`."""

            def load(data: bytes) -> object:
                strings: list[str] = []
                for code, argument, _ in pickletools.genops(data):
                    if code.name in more | {"GLOBAL", "INST", "BINGET", "UNICODE"}:
                        raise pickle.UnpicklingError(code.name)
                    if code.name == "STACK_GLOBAL" and strings[-2:] != ["decimal", "Decimal"]:
                        raise pickle.UnpicklingError(strings)
                    if "UNICODE" in code.name:
                        strings.append(argument)
                return pickle.loads(data)

            return load

        fakes.load("ALLOWED = {('datetime', 'datetime'), ('decimal', 'Decimal')}")
        for more in (set(), {"POP"}, {"POP_MARK"}, {"POP_MARK", "TUPLE2"}):
            self.assertTrue(markers.fired_by(lambda m: m.pickles(), looking_through(more)), more)
        self.assertEqual(markers.fired_by(lambda m: m.pickles(), looking_through({"POP", "POP_MARK"})), [])

    def test_the_result_of_a_call_takes_the_place_of_a_text(self) -> None:
        own = pickle.dumps({"day": "HOLE", "also": ["HOLE", ("a", "b")]}, 4)
        read = pickle.loads(pickle_payloads.calling(own, "HOLE", "datetime", "date.fromisoformat", "2091-02-03"))
        self.assertEqual(str(read["day"]), "2091-02-03")
        self.assertEqual(read["also"], [read["day"], ("a", "b")])

    def test_a_log_names_something_at_a_place_or_in_front(self) -> None:
        own = pickle.dumps({"day": "HOLE"}, 4)
        self.assertIs(pickle.loads(pickle_payloads.naming(own, "os", "system", "HOLE"))["day"], os.system)
        named = []

        class Reader(pickle.Unpickler):
            def find_class(self, module, name):
                named.append((module, name))

        data = pickle_payloads.naming(own, "os", "system")
        self.assertEqual(Reader(io.BytesIO(data)).load(), {"day": "HOLE"})
        self.assertEqual(named, [("os", "system")])

    def test_what_a_name_stands_for_is_set_otherwise(self) -> None:
        def made(value=1, *, kind="a"):
            return (value, kind)

        class Reader(pickle.Unpickler):
            def find_class(self, module, name):
                return made

        def tried():
            for data in pickle_payloads.setting("things", "made").values():
                quiet(lambda data=data: Reader(io.BytesIO(data)).load())
                try:
                    yield made() != (1, "a")
                except TypeError:
                    yield True
                made.__defaults__, made.__kwdefaults__ = (1,), {"kind": "a"}

        self.assertGreater(sum(tried()), 2)

    def test_yaml_documents_fire_in_the_unsafe_loader_only(self) -> None:
        ran = markers.fired_by(lambda m: m.yamls(), lambda text: yaml.load(text, yaml.UnsafeLoader))
        self.assertGreater(len(ran), 7, ran)
        self.assertEqual(markers.fired_by(lambda m: m.yamls(), yaml.safe_load), [])

    def test_payloads_take_the_wrapping_of_the_solutions_own_data(self) -> None:
        plain = pickle.dumps({"user": "ada"})
        digest = hashlib.sha256(base64.b64encode(plain)).hexdigest()
        wrappings = {
            "raw": (plain, lambda d: d),
            "base64": (base64.b64encode(plain).decode(), base64.b64decode),
            "no padding": (
                base64.urlsafe_b64encode(zlib.compress(plain)).decode().rstrip("="),
                lambda d: zlib.decompress(base64.urlsafe_b64decode(d + "=" * (-len(d) % 4))),
            ),
            "hex": (plain.hex(), bytes.fromhex),
            "base85": (base64.b85encode(plain), base64.b85decode),
            "protocol 0": (pickle.dumps({"a": 1}, 0), lambda d: d),
            "digest of the inside": (hashlib.md5(plain).hexdigest() + ":" + plain.hex(), self.checked_inside),
            "digest within": (
                base64.b64encode(hashlib.sha1(plain).digest() + plain),
                lambda d: base64.b64decode(d)[20:],
            ),
            "digest": (digest + "." + base64.b64encode(plain).decode(), self.checked),
        }
        for name, (own, unwrap) in wrappings.items():
            ran = markers.fired_by(lambda m: m.repacked(own), lambda data: pickle.loads(unwrap(data)))
            self.assertTrue(ran, name)
            self.assertTrue(all(type(data) is type(own) for data in markers.new().repacked(own).values()), name)

    def checked(self, text: str) -> bytes:
        digest, _, body = text.partition(".")
        assert hashlib.sha256(body.encode()).hexdigest() == digest
        return base64.b64decode(body)

    def checked_inside(self, text: str) -> bytes:
        digest, _, body = text.partition(":")
        assert hashlib.md5(bytes.fromhex(body)).hexdigest() == digest
        return bytes.fromhex(body)

    def test_a_repr_that_is_read_with_an_eval_without_builtins_is_found(self) -> None:
        own = base64.urlsafe_b64encode(zlib.compress(repr({"Pond": 5}).encode())).decode()

        def read(cookie: str) -> None:
            eval(zlib.decompress(base64.urlsafe_b64decode(cookie)), {"__builtins__": {}}, {})

        self.assertIn("python without builtins", markers.fired_by(lambda marker: marker.repacked(own), read))

    def test_texts_are_repacked_as_texts(self) -> None:
        own = base64.b64encode(yaml.dump({"title": "x"}).encode()).decode()
        load = lambda text: yaml.load(base64.b64decode(text), yaml.UnsafeLoader)  # noqa: E731
        self.assertTrue(markers.fired_by(lambda m: m.repacked(own), load))
        own = repr({"title": "x"})
        self.assertTrue(markers.fired_by(lambda m: m.repacked(own), eval))


if __name__ == "__main__":
    unittest.main()
