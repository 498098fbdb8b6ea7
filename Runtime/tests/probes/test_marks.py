import html as standard
import re
import unittest

import fakes

from probes import html, search
from probes.grammars import marks

FORMS = ("*TEXT*", "[TEXT](ADDRESS)", "![TEXT](ADDRESS)")
LINK, PICTURE, BOLD = r"\[(.+?)\]\(([^)\s]+)\)", r"!\[(.+?)\]\(([^)\s]+)\)", r"\*(\S[^*]*)\*"


def allowed(address):
    return address.startswith(("/", "https://"))


def link(text, address):
    return f'<a href="{address}">{text}</a>' if allowed(address) else text


def picture(text, address):
    return f'<img alt="{text}" src="{address}">' if allowed(address) else text


def in_turn(text, *rules, escape=standard.escape):
    """What replaces one mark after the other, each in what has been made so far."""
    text = escape(text)
    for pattern, made in rules:
        text = re.sub(pattern, lambda found, made=made: made(*found.groups()), text)
    return text


def bold(text):
    return f"<b>{text}</b>"


def at_once(text, make=link, show=picture):
    """One pass over the text as it was typed."""

    def made(found):
        inner, alt, src, label, address = [standard.escape(part or "") for part in found.groups()]
        return bold(inner) if inner else show(alt, src) if src else make(label, address)

    parts, end = [], 0
    for found in re.finditer(f"{BOLD}|{PICTURE}|{LINK}", text):
        parts += [standard.escape(text[end : found.start()]), made(found)]
        end = found.end()
    return "".join(parts) + standard.escape(text[end:])


def any_link(text, address):
    return f'<a href="{address}">{text}</a>'


FILLED_GAPS = {
    "nothing escaped": lambda text: in_turn(text, (PICTURE, picture), (LINK, link), escape=str),
    "quotes not escaped": lambda text: in_turn(
        text, (PICTURE, picture), (LINK, link), escape=lambda one: standard.escape(one, quote=False)
    ),
    "any address": lambda text: at_once(text, any_link),
    "one script refused": lambda text: at_once(
        text, lambda one, address: one if address.startswith("javascript:") else any_link(one, address)
    ),
    "scripts refused": lambda text: at_once(
        text, lambda one, address: one if address.lower().startswith("javascript:") else any_link(one, address)
    ),
    "an address within": lambda text: at_once(
        text, lambda one, address: any_link(one, address) if "/" in address else one
    ),
    "any picture": lambda text: at_once(text, show=lambda alt, src: f'<img alt="{alt}" src="{src}">'),
    "alt as typed": lambda text: at_once(text, show=lambda alt, src: picture(standard.unescape(alt), src)),
    "bold as typed": lambda text: re.sub(
        "<b>(.*?)</b>", lambda found: bold(standard.unescape(found[1])), at_once(text), flags=re.S
    ),
    "data refused": lambda text: at_once(
        text, lambda one, address: one if re.match("(?i)data:", address) else any_link(one, address)
    ),
    "a link's text as typed": lambda text: at_once(
        text, lambda one, address: link(standard.unescape(one), address)
    ),
    "text around as typed": lambda text: standard.unescape(text),
    "right brackets escaped": lambda text: in_turn(
        text, (PICTURE, picture), escape=lambda one: f"<p>{one.replace('>', '&gt;')}</p>"
    ),
}
NESTED_GAPS = {
    "pictures with another order of attributes": lambda text: in_turn(
        text, (PICTURE, lambda alt, src: f'<img class=p alt="{alt}" src="{src}">'), (LINK, link)
    ),
    "links with a title": lambda text: in_turn(
        text, (r"(?<!!)" + LINK, lambda one, to: f'<a title="{to}" href="{to}">{one}</a>'), (PICTURE, picture)
    ),
    "links, bold, then pictures": lambda text: in_turn(
        text, (r"(?<!!)" + LINK, link), (BOLD, bold), (PICTURE, picture)
    ),
    "links, then pictures": lambda text: in_turn(text, (r"(?<!!)" + LINK, link), (PICTURE, picture)),
    "pictures, then links": lambda text: in_turn(text, (PICTURE, picture), (LINK, link)),
    "pictures, bold, then links": lambda text: in_turn(text, (PICTURE, picture), (BOLD, bold), (LINK, link)),
    "links twice": lambda text: in_turn(text, (r"(?<!!)\[([^\[\]]+)\]\(([^)\s]+)\)", link), (LINK, link)),
    "inner marks first": lambda text: in_turn(
        text, (r"(?<!!)\[([^\[\]]*)\]\(([^()\s]*)\)", link), (r"!\[([^\[\]]*)\]\(([^()]*)\)", picture)
    ),
}
SOUND = {
    "one pass": at_once,
    "nothing but text": lambda text: standard.escape(text),
    "bold only": lambda text: in_turn(text, (BOLD, bold)),
}


def put_back(sign, text):
    """Finished links are set aside under a sign and their number, and put back at the end."""
    kept = []

    def keep(*parts):
        kept.append(link(*parts))
        return sign % (len(kept) - 1)

    made = in_turn(text, (r"(?<!!)" + LINK, keep), (PICTURE, picture))
    for number, one in enumerate(kept):
        made = made.replace(sign % number, one)
    return made


class Marks(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("WORDS = ('javascript:', 'https://')\n")

    def found(self, candidates, render, tries):
        return search.first(candidates, html.becomes_code(render), tries)

    def test_finds_what_is_wrong_with_one_mark(self) -> None:
        self.assertGreaterEqual(len(FILLED_GAPS) + len(NESTED_GAPS), 20)
        for name, render in FILLED_GAPS.items():
            with self.subTest(name):
                texts = self.found(marks.filled(FORMS, "/x"), render, 200)
                self.assertTrue(texts or self.found(marks.filled(("[x](ADDRESS)",), "/x"), render, 60))

    def test_finds_marks_that_end_up_in_the_attribute_of_another(self) -> None:
        for name, render in NESTED_GAPS.items():
            with self.subTest(name):
                self.assertTrue(self.found(marks.nested(FORMS, "/x"), render, 110))

    def test_finds_marks_that_are_put_back_elsewhere(self) -> None:
        for sign, source in (
            ("\0%d\0", 'sign = f"\\0{len(kept)}\\0"'),
            ("@@%d@@", 'sign = "@@%s@@" % len(kept)'),
            ("\x02%d\x03", 'sign = "\\x02" + str(len(kept)) + "\\x03"'),
        ):
            fakes.load(f"kept = []\n{source}")
            with self.subTest(source):
                self.assertTrue(
                    self.found(marks.set_aside(FORMS, "/x"), lambda text, sign=sign: put_back(sign, text), 60)
                )
                self.assertIsNone(self.found(marks.set_aside(FORMS, "/x"), at_once, 60))

    def test_raises_no_alarm_on_sound_programs(self) -> None:
        for name, render in SOUND.items():
            for candidates in (marks.filled(FORMS, "/x"), marks.nested(FORMS, "/x")):
                with self.subTest(name):
                    self.assertIsNone(self.found(candidates, render, 300))

    def test_gives_every_candidate_a_marker(self) -> None:
        for text in [*marks.nested(FORMS, "/x")]:
            self.assertIn("MARK", text)


if __name__ == "__main__":
    unittest.main()
