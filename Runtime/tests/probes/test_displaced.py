"""Templates of lines, in which lines with a star have other fields than those without."""

import re
import unittest
from itertools import islice

import fakes  # noqa: F401

from probes.grammars import displaced

STARRED, PLAIN = ("{log.number}", "{log.species}"), ("{count}", "{sum(length)}")
LISTED = {True: STARRED, False: PLAIN}
VALUES = {"{log.number}": "7", "{log.species}": "larch", "{count}": "2", "{sum(length)}": "9.5"}


class Sound:
    """Each line is looked at when it is filled in."""

    def __init__(self):
        self.seen, self.known = {}, {}

    def pieces(self, line, star):
        pieces = re.split(r"(\{[^}]*\})", line)
        if any(piece not in LISTED[star] for piece in pieces[1::2]):
            raise ValueError(line)
        return pieces

    def used(self, template):
        made = []
        for line in template.splitlines():
            star = line.startswith("* ")
            text = line[2:] if star else line
            made += [VALUES.get(piece, piece) for piece in self.pieces(text, star)]
        return "".join(made)


class ByText(Sound):
    """Only values that a star has brought are there, and a line is remembered by its text."""

    def pieces(self, line, star):
        if line not in self.known:
            self.known[line] = super().pieces(line, star)
        return self.known[line]

    def used(self, template):
        return super().used(template) if "* " in template else Sound.used(Sound(), template)


class ByField(Sound):
    """A field that was right somewhere is right."""

    def pieces(self, line, star):
        found = re.findall(r"\{[^}]*\}", line)
        if any(one not in LISTED[star] and one not in self.seen for one in found):
            raise ValueError(line)
        self.seen.update(dict.fromkeys(found))
        return re.split(r"(\{[^}]*\})", line)


class BySet(Sound):
    """A template with no other fields than one that was right is right."""

    def used(self, template):
        fields = frozenset(re.findall(r"\{[^}]*\}", template))
        if fields not in self.seen:
            super().used(template)
            self.seen[fields] = True
        return re.sub(r"\{[^}]*\}", lambda found: VALUES[found[0]], template)


class FirstTimeOnly(Sound):
    """A template that was refused is noted as looked at."""

    def used(self, template):
        if template in self.seen:
            return re.sub(r"\{[^}]*\}", lambda found: VALUES[found[0]], template)
        self.seen[template] = True
        return super().used(template)


class LeftOver(Sound):
    """What a line has brought is still known in the next one."""

    def used(self, template):
        values, made = {}, []
        for line in template.splitlines():
            values.update((field, VALUES[field]) for field in LISTED[line.startswith("* ")])
            for piece in re.split(r"(\{[^}]*\})", line):
                if piece.startswith("{") and piece not in values:
                    raise ValueError(line)
                made.append(values.get(piece, piece))
        return "".join(made)


class DisplacedTests(unittest.TestCase):
    def found(self, kind, most=36):
        for one in islice(displaced.templates({"* @\n": STARRED, "@\n": PLAIN}), most):
            program = kind()
            made = ""
            for template in (*one.before, one.template):
                try:
                    made = program.used(template)
                except ValueError:
                    made = one.stranger
            if one.stranger not in made:
                return one
        return None

    def test_gaps(self):
        for kind in (ByText, ByField, BySet, FirstTimeOnly, LeftOver):
            with self.subTest(kind.__name__):
                self.assertIsNotNone(self.found(kind))

    def test_a_sound_one(self):
        self.assertIsNone(self.found(Sound))


if __name__ == "__main__":
    unittest.main()
