"""Whoever makes a text of everything that is stored takes NULL and BLOBs for texts; who compares in SQL, or asks for the kind, does not."""

import json
import sqlite3
import unittest

import fakes

from probes.grammars import stored

LOOSE = {
    "str": lambda pin, typed: str(pin) == typed,
    "f-string": lambda pin, typed: f"{pin}" == typed,
    "repr": lambda pin, typed: repr(pin).strip("'") == typed.strip("'"),
    "ascii": lambda pin, typed: ascii(pin) == typed,
    "folded": lambda pin, typed: str(pin).casefold() == typed.casefold(),
    "json": lambda pin, typed: json.dumps(pin, default=str) == typed,
    "formatted": lambda pin, typed: "%s" % (pin,) == typed,
    "hex": lambda pin, typed: isinstance(pin, bytes) and pin.hex() == typed,
    "list": lambda pin, typed: isinstance(pin, bytes) and str(list(pin)) == typed,
    "in the answer": lambda pin, typed: str((pin,)) == typed,
}
SOUND = {
    "equal": lambda pin, typed: pin == typed,
    "a text": lambda pin, typed: isinstance(pin, str) and str(pin) == typed,
    "decoded": lambda pin, typed: (pin.decode("utf-8", "replace") if isinstance(pin, bytes) else pin) == typed,
    "latin": lambda pin, typed: (pin.decode("latin-1") if isinstance(pin, bytes) else pin) == typed,
}


def opened(same) -> bool:  # type: ignore[no-untyped-def]
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE judges (pin TEXT)")
    for expression, texts in stored.others():
        connection.execute("DELETE FROM judges")
        connection.execute(f"INSERT INTO judges VALUES ({expression})")
        ((pin,),) = connection.execute("SELECT pin FROM judges")
        if any(same(pin, typed) for typed in texts):
            return True
        for typed in texts:
            assert not connection.execute("SELECT 1 FROM judges WHERE pin = ?", (typed,)).fetchall(), (expression, typed)
    return False


class Stored(fakes.ProbeTest):
    def test_who_makes_a_text_of_everything_is_found(self) -> None:
        for name, same in LOOSE.items():
            self.assertTrue(opened(same), name)

    def test_who_compares_texts_only_is_not(self) -> None:
        for name, same in SOUND.items():
            self.assertFalse(opened(same), name)

    def test_who_decodes_what_is_no_text_is_found(self) -> None:
        for errors in ("replace", "ignore", "backslashreplace"):
            for code in ("utf-8", "ascii"):
                connection = sqlite3.connect(":memory:")
                connection.text_factory = lambda data, code=code, errors=errors: data.decode(code, errors)
                read = [(connection.execute(f"SELECT {expression}").fetchone()[0], texts) for expression, texts in stored.spoilt()]
                self.assertTrue(any(one in texts for one, texts in read), (code, errors))

    def test_to_the_database_they_are_other_texts(self) -> None:
        connection = sqlite3.connect(":memory:")
        for expression, texts in stored.spoilt():
            for text in texts:
                self.assertEqual(connection.execute(f"SELECT {expression} = ?", (text,)).fetchone(), (0,))
