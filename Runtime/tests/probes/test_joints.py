"""Lists of values that are joined and taken apart: each careless way is found, and sound ones are not."""

import itertools
import json
import unittest
from unittest import mock

import fakes

from probes.grammars import joints


def chosen(signs):
    """One of the signs that no value holds, behind each value; without one, the last."""
    def parts(values):
        sign = next((one for one in signs if not any(one in value for value in values)), signs[-1])
        return "".join(value + sign for value in values).split(sign)[:-1]
    return parts


def longer(sign):
    """The sign as often as it takes."""
    return lambda values: chosen([sign * times for times in range(1, 600)])(values)


def escaped(sign, mark):
    """A sign within a value has a mark before it, and the mark none."""
    def parts(values):
        text = sign.join(value.replace(sign, mark + sign) for value in values)
        return text.replace(mark + sign, "\0").split(sign)
    return lambda values: [one.replace("\0", sign) for one in parts(values)]


def measured(values):
    """The bytes are counted, the letters are taken."""
    text, taken = "".join(f"{len(value.encode())}:{value}" for value in values), []
    while ":" in text:
        size, _, text = text.partition(":")
        if not size.isdigit():
            return None
        taken, text = [*taken, text[: int(size)]], text[int(size) :]
    return taken


GAPS = {
    **{f"{sign!r} made longer": longer(sign) for sign in ("|", ",", ";", "-", "=", "/", ":", "#")},
    **{f"joined by {sign!r}": lambda values, sign=sign: sign.join(values).split(sign) for sign in ("|", ",", "\n", ";", "\t", "\x1f", " ")},
    "the first that is absent": chosen([",", ";"]),
    "a mark before the sign alone": escaped("|", "\\"),
    "bytes for letters": measured,
    "empty ones fall out": lambda values: [value for value in values if value],
    "words": lambda values: " ".join(values).split(),
    "lines": lambda values: "\n".join(values).splitlines(),
}
SOUND = {
    "JSON": lambda values: json.loads(json.dumps(values)),
    "NUL": lambda values: "\0".join(values).split("\0"),
    "hexadecimal": lambda values: [bytes.fromhex(one).decode() for one in ",".join(value.encode().hex() for value in values).split(",")],
}


class Joined(unittest.TestCase):
    def test_who_compares_words_as_one_text_is_found(self) -> None:
        words = ("tilt", "90", "slow")
        ways = [lambda row, sign=sign: sign.join(row) for sign in (" ", "\x1f", "\x02", "\ue000", "', '", '","', "' '", "|")]
        with mock.patch.object(joints.evasions, "texts", return_value=()):
            for way in ways:
                self.assertTrue(any(way(one) == way(words) for one in joints.joined(words) if one != words))
            self.assertNotIn(words, list(joints.joined(words)))


class Joints(unittest.TestCase):
    def found(self, parts):
        fakes.load("SIGN = '|'\n")
        return [made for made in itertools.islice(joints.lists("Creed"), 40) if parts(list(made)) != list(made)]

    def test_each_gap_is_found(self) -> None:
        for name, parts in GAPS.items():
            self.assertTrue(self.found(parts), name)

    def test_sound_programs_raise_no_alarm(self) -> None:
        for name, parts in SOUND.items():
            self.assertFalse(self.found(parts), name)


if __name__ == "__main__":
    unittest.main()
