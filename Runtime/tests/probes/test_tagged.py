import html as standard
import itertools
import re
import unittest
from html.parser import HTMLParser

import fakes  # noqa: F401

from probes import html, search
from probes.grammars import tagged

TAGS = ("b", "i", "em", "p", "ul", "li", "a")
ALLOWED = {tag: ("href",) if tag == "a" else () for tag in TAGS}
LINK = "https://ida.example/"
TRIES = 300
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>")


class Cleaner(HTMLParser):
    """A sound program, with one decision a method."""

    def __init__(self):
        super().__init__()
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "style"):
            self.hidden += 1
        elif tag in TAGS:
            self.parts.append(f"<{tag}{self.attributes(tag, attributes)}>")

    def attributes(self, tag, attributes):
        address = self.first(attributes).get("href") or ""
        return f' href="{self.quoted(address)}"' if tag == "a" and self.is_website(address) else ""

    def first(self, attributes):
        return dict(reversed(attributes))

    def is_website(self, address):
        return address.startswith(("https://", "http://"))

    def quoted(self, address):
        return standard.escape(address)

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.hidden = max(0, self.hidden - 1)
        elif tag in TAGS:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(self.written(data))

    def written(self, data):
        return standard.escape(data)


def parsed(**methods):
    """The sound program with other decisions."""
    made = type("Gap", (Cleaner,), methods)

    def clean(text):
        cleaner = made()
        cleaner.feed(text)
        cleaner.close()
        return "".join(cleaner.parts)

    return clean


def matched(pattern=TAG, keep=lambda name: name.lower() in TAGS, rebuilt=lambda found: f"<{found[1]}{found[2]}>", rest=str):
    def clean(text):
        return rest(pattern.sub(lambda found: rebuilt(found) if keep(found[2]) else "", text))

    return clean


def restored(pattern, made=r"<\1>"):
    """All is escaped, and what is allowed put back."""
    return lambda text: re.sub(pattern, made, standard.escape(standard.unescape(text)))


def all_attributes(self, tag, attributes):
    return "".join(f' {name}="{standard.escape(value or "")}"' for name, value in attributes)


GAPS = {
    "data as it is": parsed(written=lambda self, data: data),
    "data unescaped when there is a tag": parsed(written=lambda self, data: data if "<img" in data else standard.escape(data)),
    "all attributes": parsed(attributes=all_attributes),
    "no handlers": parsed(attributes=lambda self, tag, attributes: all_attributes(self, tag, [one for one in attributes if not one[0].startswith("on")])),
    "any address": parsed(is_website=lambda self, address: True),
    "no script addresses": parsed(is_website=lambda self, address: not address.lower().strip().startswith("javascript:")),
    "an address within": parsed(is_website=lambda self, address: "https://" in address),
    "an address in a line": parsed(is_website=lambda self, address: re.search("^https://", address, re.M)),
    "address as it is": parsed(quoted=lambda self, address: address),
    "quotes left": parsed(quoted=lambda self, address: standard.escape(address, quote=False)),
    "href everywhere": parsed(attributes=lambda self, tag, attributes: "".join(f' href="{standard.escape(value or "")}"' for name, value in attributes if name == "href")),
    "the last href checked": parsed(attributes=lambda self, tag, attributes: all_attributes(self, tag, [one for one in attributes if one[0] == "href"]) if tag == "a" and self.is_website(dict(attributes).get("href") or "") else ""),
    "comments kept": parsed(handle_comment=lambda self, text: self.parts.append(f"<!--{text}-->")),
    "text of start tags": parsed(handle_starttag=lambda self, tag, attributes: self.parts.append(self.get_starttag_text() if tag in TAGS else "")),
    "names that begin so": parsed(handle_starttag=lambda self, tag, attributes: self.parts.append(f"<{tag}>" if tag.startswith(TAGS) else "")),
    "unknown ones only": parsed(handle_starttag=lambda self, tag, attributes: self.parts.append(f"<{tag}>" if tag not in ("script", "img", "svg", "iframe") else "")),
    "tags matched": matched(),
    "tags matched, without attributes": matched(rebuilt=lambda found: f"<{found[1]}{found[2]}>"),
    "tags matched once, any inside": matched(re.compile(r"<(/?)([a-z]+)([^>]*)>"), rebuilt=lambda found: f"<{found[1]}{found[2]}>"),
    "attributes kept": matched(rebuilt=lambda found: found[0]),
    "handlers taken out": matched(rebuilt=lambda found: re.sub(r"\son\w+=\S+", "", found[0])),
    "beginning of the name": lambda text: re.sub(rf"<(?!/?({'|'.join(TAGS)}))[^>]*>", "", text),
    "whole name": lambda text: re.sub(rf"<(?!/?({'|'.join(TAGS)})\b)[^>]*>", "", text),
    "script taken out": lambda text: re.sub("(?is)<script.*?</script>", "", text),
    "put back with attributes": restored(r"&lt;(/?(?:b|i|em|p|ul|li|a)\b.*?)&gt;"),
    "put back with quotes": lambda text: re.sub(r"&lt;a href=&quot;(https://.*?)&quot;&gt;", lambda found: f'<a href="{standard.unescape(found[1])}">', standard.escape(text)),
    "cut": lambda text: parsed()(text)[:12],
    "cut, at a word": lambda text: parsed()(text)[:40].rpartition(" ")[0],
    "unescaped at last": lambda text: standard.unescape(parsed()(text)),
    "title not looked into": lambda text: parsed()(text) if "<title>" not in text else re.sub("<title>|</title>", "", text),
}
SOUND = {
    "parsed": parsed(),
    "put back": restored(r"&lt;(/?(?:b|i|em|p|ul|li))&gt;"),
    "no markup at all": standard.escape,
    "capitals, too": lambda text: re.sub(r"(?i)&lt;(/?(?:b|i|em|p|ul|li))\s*&gt;", lambda found: f"<{found[1].lower()}>", standard.escape(text, quote=False)),
    "nothing": lambda text: "",
}


def found(clean):
    def effect(candidate):
        return html.strangers(clean(candidate.replace("MARK", "qjx")), ALLOWED)

    return search.first(tagged.documents(TAGS, LINK), effect, TRIES)


class Tagged(unittest.TestCase):
    def test_it_finds_planted_gaps(self) -> None:
        missed = [name for name, clean in GAPS.items() if not found(clean)]
        self.assertEqual(missed, [])
        self.assertGreaterEqual(len(GAPS), 20)

    def test_it_raises_no_alarm(self) -> None:
        self.assertEqual({name: one for name, clean in SOUND.items() if (one := found(clean))}, {})

    def test_it_is_the_same_in_every_run(self) -> None:
        first, second = (list(itertools.islice(tagged.documents(TAGS, LINK), 300)) for _ in range(2))
        self.assertEqual(first, second)

    def test_strangers_are_named(self) -> None:
        self.assertEqual(html.strangers("<b>x</b> &lt;i>", ALLOWED), [])
        self.assertEqual(html.strangers('<a href="https://x.example/">x</a>', ALLOWED), [])
        self.assertEqual(html.strangers("<b onclick=x>", ALLOWED), ["an attribute onclick of <b>"])
        self.assertEqual(html.strangers("<hr>", ALLOWED), ["an element <hr>"])
        self.assertEqual(html.strangers("<a href='/x'>", ALLOWED), ["an address '/x'"])
        for text in ("<!--", "<b", "<b title='", "<textarea>", "<script>", "</x "):
            self.assertTrue(html.strangers(text, ALLOWED), text)


def set_aside(place, spelled=standard.unescape, free=lambda source, sign: source.replace(sign, ""), sign="@"):
    """Takes tags out, leaves marks in their places, and puts them back when the rest is decoded and escaped."""

    def clean(source):
        tags, text = [], free(source, sign)

        def take(found):
            tags.append("" if found[2].lower() not in TAGS else f"<{found[1]}{found[2]}>")
            address = re.search(r"""href="(https://[^"]*)""" + '"', found[3])
            if found[2] == "a" and not found[1]:
                tags[-1] = f'<a href="{standard.escape(spelled(address[1]))}">' if address else "<a>"
            return place(sign, len(tags) - 1)

        text = standard.escape(spelled(re.sub(r"<(/?)([a-z]+)((?:[^>\"]|\"[^\"]*\")*)>", take, text)), quote=False)
        for number, tag in enumerate(tags):
            text = text.replace(place(sign, number), tag)
        return text

    return clean


SET_ASIDE = {
    "a sign and a semicolon": set_aside(lambda sign, number: f"{sign}{number};"),
    "between two signs": set_aside(lambda sign, number: f"{sign}{number}{sign}"),
    "a private sign": set_aside(lambda sign, number: f"{sign}{number}{sign}", sign="\ue000"),
    "brackets": set_aside(lambda sign, number: f"[[{number}]]"),
    "a longer and longer sign": set_aside(lambda sign, number: f"{sign}{number};", free=lambda source, sign: source if sign not in source else ""),
}

#: Two signs, one before and one behind the number, or signs that carry the number themselves; some stand in the source.
IN_PAIRS = {
    "two private signs": ("", lambda sign, number: f"\ue000{number}\ue001", "\ue000\ue001"),
    "control signs": ("", lambda sign, number: f"\x02{number}\x03", "\x02\x03"),
    "separators": ("", lambda sign, number: f"\x1e{number}\x1f", "\x1e\x1f"),
    "signs of the source": ("BEGIN, END = '\u2e22', '\u2e23'", lambda sign, number: f"\u2e22{number}\u2e23", "\u2e22\u2e23"),
    "the other way round": ("BEGIN, END = '\u2e22', '\u2e23'", lambda sign, number: f"\u2e23{number}\u2e22", "\u2e22\u2e23"),
    "a number that carries": ("def place(n):\n    return chr(0xE800 + n)", lambda sign, number: chr(0xE800 + number), "\ue800\ue801\ue802"),
    "a sign that carries": ("FIRST = '\uf100'", lambda sign, number: chr(0xF100 + number), "\uf100\uf101\uf102"),
}


def numbers_read(text):
    """As a hand-made reader does it: the library's own reads control characters as nothing."""
    return standard.unescape(re.sub("&#([0-9]+);", lambda found: chr(int(found[1])), text))


def without(signs):
    return lambda source, sign: source.translate(dict.fromkeys(map(ord, signs)))


class SetAside(unittest.TestCase):
    def found_in(self, source, clean):
        fakes.load(source)
        return search.first(tagged.documents(TAGS, LINK), lambda text: html.strangers(clean(text), ALLOWED) or None, 160)

    def tearDown(self) -> None:
        fakes.load("")

    def test_marks_of_two_signs_and_marks_that_are_numbers_are_found(self) -> None:
        for name, (source, place, signs) in IN_PAIRS.items():
            self.assertIsNotNone(self.found_in(source, set_aside(place, numbers_read, without(signs))), name)

    def test_marks_that_no_text_can_hold_are_sound(self) -> None:
        for name, (source, place, signs) in IN_PAIRS.items():
            clean = set_aside(place, numbers_read, without(signs))
            self.assertIsNone(self.found_in(source, lambda text, clean=clean: clean(numbers_read(standard.unescape(numbers_read(text))).replace("&", ""))), name)

    def test_marks_are_found_in_other_spellings(self) -> None:
        for name, clean in SET_ASIDE.items():
            found = search.first(tagged.documents(TAGS, LINK), lambda text, clean=clean: html.strangers(clean(text), ALLOWED) or None, 160)
            self.assertIsNotNone(found, name)


if __name__ == "__main__":
    unittest.main()
