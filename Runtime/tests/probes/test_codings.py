"""Readers that import a module which the data names, and others that do not."""

import ast
import base64
import codecs
import contextlib
import encodings
import io
import json
import pickle
import plistlib
import sys
import unittest
import unittest.mock
import xml.etree.ElementTree as tree
import zlib
from collections.abc import Callable
from typing import Any

import fakes  # noqa: F401
import harness

from probes import codings

PLAIN = ("order", "echo", ["x", b"y"])


def fresh() -> list[str]:
    return [name for name in codings.CODECS if f"encodings.{name}" not in sys.modules]


class Codings(unittest.TestCase):
    def found(self, own: bytes | str, read: Callable[[Any], Any]) -> str:
        def use(message: Any) -> None:
            with contextlib.suppress(Exception):
                read(message)

        # A codec that was found once is not looked for again.
        for name in [name for name in sys.modules if name.removeprefix("encodings.") in codings.CODECS]:
            del sys.modules[name]
        encodings._cache.clear()
        codecs.unregister(encodings.search_function)
        codecs.register(encodings.search_function)
        unused = fresh()
        rows = lambda code: sorted(name for name in sys.modules if name.startswith("encodings."))
        with unittest.mock.patch.object(harness, "testify", rows, create=True):
            return codings.imported(use, codings.announced(own, ("str", "order"), unused))


class Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("_codecs", "encode"):
            return super().find_class(module, name)
        raise ValueError("refused")


class Found(Codings):
    def test_readers_that_import_are_found(self) -> None:
        text = repr(PLAIN).encode()

        def by_tag(data: bytes) -> str:
            document = json.loads(data)
            return bytes.fromhex(document["data"]).decode(document["as"])

        gaps = {
            "source in bytes": (text, lambda data: ast.parse(data, mode="eval")),
            "compiled bytes": (text, lambda data: compile(data, "m", "eval", ast.PyCF_ONLY_AST)),
            "packed source": (zlib.compress(text), lambda data: ast.parse(zlib.decompress(data), mode="eval")),
            "xml": (b"<order><str>x</str></order>", tree.fromstring),
            "xml with a head": (b'<?xml version="1.0" encoding="utf-8"?>\n<order>x</order>', tree.fromstring),
            "property list": (plistlib.dumps(["order"]), plistlib.loads),
            "a coding in a field": (json.dumps({"order": 1, "as": "utf-8", "data": "78"}).encode(), by_tag),
            "a coding before a sign": (b"utf-8:order", lambda data: data.partition(b":")[2].decode(data.partition(b":")[0].decode())),
            "pickles of protocol 2": (pickle.dumps(PLAIN, 2), lambda data: Unpickler(io.BytesIO(data)).load()),
            "packed text": (base64.b64encode(text), lambda data: ast.parse(base64.b64decode(data, validate=True), mode="eval")),
        }
        self.assertEqual([name for name, (own, read) in gaps.items() if not self.found(own, read)], [])

    def test_readers_of_text_are_left_alone(self) -> None:
        sound = {
            "source in text": (repr(PLAIN).encode(), lambda data: ast.literal_eval(data.decode())),
            "json": (json.dumps(["order"]).encode(), json.loads),
            "text": (repr(PLAIN), lambda text: ast.literal_eval(text)),
            "nothing named": (pickle.dumps(["order"]), lambda data: data.decode("latin-1")),
        }
        self.assertEqual([name for name, (own, read) in sound.items() if self.found(own, read)], [])


if __name__ == "__main__":
    unittest.main()
