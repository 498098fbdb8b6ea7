"""The package finds the program where installers put it."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import support
from secucogen import BinaryNotFound, find_binary


def installed(folder: Path) -> Path:
    """A program of that name in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "secucogen"
    path.write_text("#!/bin/sh\necho found\n")
    path.chmod(0o755)
    return path


class FindingTheProgram(unittest.TestCase):
    def setUp(self) -> None:
        name = self.enterContext(tempfile.TemporaryDirectory())
        self.folder = Path(name)
        self.enterContext(mock.patch.dict(os.environ, {"PATH": str(self.folder / "path")}))
        del os.environ["SECUCOGEN_BINARY"]
        # The scripts of this interpreter, of its base and of the user.
        self.scripts = {
            "here": self.folder / "venv/bin",
            "base": self.folder / "base/bin",
            "user": self.folder / "user/bin",
        }
        self.enterContext(mock.patch("sysconfig.get_path", self.path_of))

    def path_of(self, name: str, scheme: str | None = None, vars: dict[str, str] | None = None) -> str:
        self.assertEqual(name, "scripts")
        return str(self.scripts["user" if scheme else "base" if vars else "here"])

    def test_the_environment_comes_first(self) -> None:
        installed(self.folder / "venv/bin")
        named = installed(self.folder / "named")
        with mock.patch.dict(os.environ, {"SECUCOGEN_BINARY": str(named)}):
            self.assertEqual(find_binary(), named)

    def test_a_name_in_the_environment_that_is_no_program_is_an_error_that_names_it(self) -> None:
        installed(self.folder / "venv/bin")
        with mock.patch.dict(os.environ, {"SECUCOGEN_BINARY": "/no/such/file"}):
            with self.assertRaisesRegex(BinaryNotFound, "SECUCOGEN_BINARY is '/no/such/file'"):
                find_binary()

    def test_it_is_beside_this_interpreters_scripts(self) -> None:
        installed(self.folder / "path")
        here = installed(self.folder / "venv/bin")
        self.assertEqual(find_binary(), here)

    def test_it_is_in_the_users_own_installation(self) -> None:
        installed(self.folder / "path")
        user = installed(self.folder / "user/bin")
        self.assertEqual(find_binary(), user)

    def test_it_is_beside_the_package_after_pip_install_target(self) -> None:
        target = self.folder / "target"
        beside = installed(target / "bin")
        with mock.patch("secucogen._binary.__file__", str(target / "secucogen/_binary.py")):
            self.assertEqual(find_binary(), beside)

    def test_it_is_above_the_package_after_pip_install_prefix(self) -> None:
        prefix = self.folder / "prefix"
        above = installed(prefix / "bin")
        package = prefix / "lib/python3.12/site-packages/secucogen/_binary.py"
        with mock.patch("secucogen._binary.__file__", str(package)):
            self.assertEqual(find_binary(), above)

    def test_it_is_on_path_at_last(self) -> None:
        found = installed(self.folder / "path")
        self.assertEqual(find_binary(), found)

    def test_a_file_that_cannot_be_run_is_passed_over(self) -> None:
        installed(self.folder / "venv/bin").chmod(0o644)
        found = installed(self.folder / "path")
        self.assertEqual(find_binary(), found)

    def test_without_any_the_error_says_what_to_do(self) -> None:
        with self.assertRaisesRegex(BinaryNotFound, "pip install --force-reinstall secucogen"):
            find_binary()


class PythonM(unittest.TestCase):
    def test_it_is_the_program_with_its_arguments_and_exit_code(self) -> None:
        version = subprocess.run([sys.executable, "-m", "secucogen", "--version"], capture_output=True, text=True)
        self.assertEqual((version.returncode, version.stdout), (0, support.secucogen("--version")))
        wrong = subprocess.run([sys.executable, "-m", "secucogen", "--nonsense"], capture_output=True, text=True)
        self.assertEqual(wrong.returncode, 64)

    def test_without_a_program_it_ends_with_one_line(self) -> None:
        environment = os.environ | {"SECUCOGEN_BINARY": "/no/such/file"}
        done = subprocess.run([sys.executable, "-m", "secucogen"], capture_output=True, text=True, env=environment)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"\Asecucogen: SECUCOGEN_BINARY is '/no/such/file'.*\n\Z")


class Importing(unittest.TestCase):
    def test_the_package_needs_nothing_but_the_standard_library(self) -> None:
        code = "import sys, secucogen; print({m.partition('.')[0] for m in sys.modules} - sys.stdlib_module_names)"
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(support.PACKAGE)!r}); {code}"],
            capture_output=True,
            text=True,
            check=True,
        )
        self.assertEqual(eval(done.stdout) - {"__main__"}, {"secucogen"})


if __name__ == "__main__":
    unittest.main()
