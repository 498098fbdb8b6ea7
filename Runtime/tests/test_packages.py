"""The packages that provenance names are those that the standard library's reader finds."""

import importlib.metadata
import tempfile
import unittest
from pathlib import Path

import support
from jail import packages


class PackagesTest(unittest.TestCase):
    def test_as_the_standard_library_reads_them(self) -> None:
        folder = next((support.PYTHON / "lib").glob("python3.*/site-packages"))
        expected = {one.name: one.version for one in importlib.metadata.distributions(path=[str(folder)])}
        self.assertIn("Flask", expected)
        self.assertEqual(packages.installed(str(folder)), expected)

    def test_a_description_is_no_header(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "a.dist-info").mkdir()
            text = "Name: A-Name\nSummary: a: b\nVersion: 1.0\n\nVersion: 2.0\n"
            (Path(folder) / "a.dist-info" / "METADATA").write_text(text)
            self.assertEqual(packages.installed(folder), {"A-Name": "1.0"})


class DescriptionTest(unittest.TestCase):
    def test_a_worker_tells_its_versions(self) -> None:
        worker = support.Worker()
        worker.close()
        self.assertEqual(worker.ready["pythonVersion"].split(".")[0], "3")
        self.assertIn("Flask", worker.ready["packages"])
        self.assertEqual(len(worker.ready["runtimeDigest"]), 64)
