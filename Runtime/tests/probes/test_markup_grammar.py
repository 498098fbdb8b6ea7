import html as standard
import json
import re
import unicodedata
import unittest
import urllib.parse

import fakes
import jinja2
import markupsafe

from probes import html, search
from probes.grammars import markup


def refused(found):
    if found:
        raise ValueError


def page(text="{}", attribute='"{}"', extra=""):
    def made(value):
        return f"<ul><li title={attribute.replace('{}', value)}>{text.replace('{}', value)}</li></ul>{extra}"

    return made


no_quotes = page(attribute='"x"')
TEXT_GAPS = {
    "nothing": lambda text: no_quotes(text),
    "script taken out": lambda text: no_quotes(text.replace("<script>", "").replace("script", "")),
    "tags taken out": lambda text: no_quotes(re.sub(r"<[^>]*>", "", text)),
    "tags on one line taken out": lambda text: no_quotes(re.sub(r"<.*?>", "", text)),
    "letters behind an angle bracket": lambda text: no_quotes(re.sub(r"<(?=[a-z])", "&lt;", text)),
    "blanks behind handlers": lambda text: no_quotes(re.sub(r"(?i) on\w+=", " ", text)),
    "first bracket escaped": lambda text: no_quotes(text.replace("<", "&lt;", 1)),
    "script refused": lambda text: no_quotes(refused("script" in text) or text),
    "onerror refused": lambda text: no_quotes(refused(re.search("(?i)script|onerror|onload", text)) or text),
    "image refused": lambda text: no_quotes(refused(re.search("(?i)<(img|script|svg|iframe)", text)) or text),
    "right bracket escaped": lambda text: no_quotes(text.replace(">", "&gt;")),
    "escaped, then decoded": lambda text: no_quotes(standard.unescape(standard.escape(text).replace("&amp;", "&"))),
    "escaped, then URL decoded": lambda text: no_quotes(urllib.parse.unquote(standard.escape(text))),
    "escaped, then normalised": lambda text: no_quotes(unicodedata.normalize("NFKC", standard.escape(text))),
    "escaped, whole page composed": lambda text: unicodedata.normalize("NFC", page()(standard.escape(text))),
    "escaped, then quotes made straight": lambda text: page()(
        standard.escape(text).translate({0x201C: '"', 0x201D: '"', 0x2019: "'"})
    ),
    "escaped, then guillemets made brackets": lambda text: no_quotes(
        standard.escape(text).translate({0x2039: "<", 0x203A: ">"})
    ),
    "escaped, a template of Jinja2": lambda text: (
        jinja2.Environment(autoescape=True).from_string(page()(standard.escape(text))).render()
    ),
    "escaped, read as an f-string": lambda text: no_quotes(
        re.sub(r"\{(chr\(\d+\))\}", lambda found: eval(found[1]), standard.escape(text))
    ),
    "tags before surrogates left out": lambda text: (
        no_quotes(re.sub("<(?=[a-z/!])", "&lt;", text, flags=re.I)).encode(errors="ignore").decode()
    ),
    "tags before ASCII only": lambda text: (
        no_quotes(re.sub("<(?=[a-z/!])", "&lt;", text, flags=re.I)).encode("ascii", "ignore").decode()
    ),
    "small handlers taken out": lambda text: page()(re.sub(r"on[a-z]+=|<(?=[a-z])", "", text)),
    "already escaped left": lambda text: no_quotes(text if "&lt;" in text else standard.escape(text)),
    "quotes not escaped": lambda text: page()(standard.escape(text, quote=False)),
    "single quotes in single quotes": lambda text: page(attribute="'{}'")(
        text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    ),
    "no quotes around": lambda text: page(attribute="{}")(standard.escape(text)),
    "no quotes, no blank": lambda text: page(attribute="{}")(standard.escape(text).replace(" ", "")),
    "backslash before the quote": lambda text: page()(text.replace("<", "&lt;").replace('"', '\\"')),
    "in a title": lambda text: f"<title>{text.replace('<img', '').replace('<script', '')}</title>",
    "in a text area": lambda text: f"<textarea>{re.sub('(?i)<script', '', text)}</textarea>",
    "within a script's text": lambda text: f"<script>var a = {json.dumps(text)};</script>",
}
URL_GAPS = {
    "nothing": str,
    "beginning in lower case": lambda url: refused(url.startswith("javascript:")) or url,
    "any case": lambda url: refused(url.lower().startswith("javascript:")) or url,
    "stripped, any case": lambda url: (
        refused(url.strip().lower().startswith(("javascript:", "data:", "vbscript:"))) or url
    ),
    "contains an address": lambda url: refused("https://" not in url) or url,
    "contains slashes": lambda url: refused("://" not in url) or url,
    "a line is an address": lambda url: refused(not re.search(r"(?m)^https?://", url)) or url,
    "word taken out": lambda url: url.replace("javascript:", ""),
    "word taken out, any case": lambda url: re.sub("(?i)javascript:", "", url),
    "ends like an address": lambda url: refused(not url.strip().endswith("/")) or url,
    "a colon behind letters": lambda url: refused(re.match("[a-z]+script:", url)) or url,
    "entities decoded": lambda url: standard.unescape(refused(re.search("(?i)script:|data:", url)) or url),
    "decoded late": lambda url: urllib.parse.unquote(refused(re.search("(?i)script:|data:", url)) or url),
}
SCRIPT_GAPS = {
    "JSON": json.dumps,
    "lower-case end": lambda text: json.dumps(text).replace("</script>", "<\\/script>"),
    "end with a bracket, any case": lambda text: re.sub("(?i)</script>", "", json.dumps(text)),
    "quotes escaped": lambda text: '"' + text.replace("</", "<\\/").replace('"', '\\"') + '"',
    "single quotes as they are": lambda text: "'" + text.replace("</", "<\\/") + "'",
    "back quotes": lambda text: "`" + text.replace("</", "<\\/").replace("`", "\\`") + "`",
    "lines as they are": lambda text: '"' + text.replace("\\", "").replace('"', "").replace("</", "") + '"',
    "HTML escaped without quotes": lambda text: '"' + standard.escape(text, quote=False) + '"',
    "letters that grow": lambda text: (
        json.dumps(text, ensure_ascii=False)
        if "</script" not in text.lower() or "\u0130" in text
        else json.dumps(text).replace("/", "\\/")
    ),
    "small letters behind a bracket": lambda text: re.sub(r"<(?=/?[a-z]|!--)", r"\\u003c", json.dumps(text)),
    "two spellings of the end": lambda text: re.sub(r"</(?=script|SCRIPT\b)", r"<\\/", json.dumps(text)),
    "whole end tags": lambda text: re.sub(r"(?i)<(?=[a-z]+[ >]|/[a-z]+>)", r"\\u003c", json.dumps(text)),
    "brackets of tags before surrogates left out": lambda text: (
        re.sub("(?i)<(?=[a-z/!])", r"\\u003c", json.dumps(text, ensure_ascii=False)).encode(errors="ignore").decode()
    ),
    "ends taken out once": lambda text: json.dumps(text.replace("</script>", "").replace("</SCRIPT", "")),
    "Python's own quotes": lambda text: repr(text).replace("</", "<\\/") if "'" in text else repr(text),
}


class Markup(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("WORDS = ('<script>', 'script', 'javascript:', 'https://', '</script>')\n")

    def missed(self, gaps, candidates, tries, around=lambda made: made):
        def found(defence):
            return search.first(candidates(), html.becomes_code(lambda text: around(defence(text))), tries)

        return [name for name, defence in gaps.items() if not found(defence)]

    def test_every_planted_gap_in_texts_is_found(self) -> None:
        self.assertGreaterEqual(len(TEXT_GAPS), 20)
        self.assertEqual(self.missed(TEXT_GAPS, markup.texts, 70), [])

    def test_every_planted_gap_in_addresses_is_found(self) -> None:
        def link(url):
            return f'<a href="{markupsafe.escape(url)}">x</a>'

        self.assertEqual(self.missed(URL_GAPS, lambda: markup.urls("https://ada.example/"), 44, link), [])

    def test_every_planted_gap_in_scripts_is_found(self) -> None:
        def script(text):
            return f"<script>const chart = {text};</script>"

        self.assertEqual(self.missed(SCRIPT_GAPS, markup.scripts, 66, script), [])

    def test_sound_pages_withstand(self) -> None:
        sound = {
            "escaped": lambda text: page()(standard.escape(text)),
            "single": lambda text: page(attribute="'{}'")(standard.escape(text)),
        }
        self.assertEqual(len(self.missed(sound, markup.texts, 200)), len(sound))
        safe = {
            "scheme": lambda url: (
                refused(not re.match(r"https?://[^\s\x00-\x20]*\Z", url)) or f'<a href="{standard.escape(url)}">x</a>'
            )
        }
        self.assertEqual(len(self.missed(safe, lambda: markup.urls("https://ada.example/"), 200)), 1)
        escaped = {"JSON": lambda text: f"<script>x = {json.dumps(text).replace('<', chr(92) + 'u003c')};</script>"}
        self.assertEqual(len(self.missed(escaped, markup.scripts, 200)), 1)

    def test_two_texts_together(self) -> None:
        def filled_in_turn(values):
            made = '<li title="%%A%%">%%B%%</li>'.replace("%%A%%", values[0].replace('"', "").replace("<", ""))
            return made.replace("%%B%%", values[1].replace("<", ""))

        self.assertTrue(search.first(markup.pairs(("a", "b")), html.becomes_code(filled_in_turn), 90))
        tags = {"tags one by one": lambda two: "".join(f"<p>{re.sub('<[^>]*>', '', text)}</p>" for text in two)}
        self.assertEqual(self.missed(tags, lambda: markup.pairs(("a", "b")), 20), [])

    def test_fields_of_the_solutions_own_are_filled_twice(self) -> None:
        """A text that holds the field of another brings it along, to where the other was not made for."""
        page = '<li><a href="[site]">[name]</a></li><script>x = "[data]";</script>'
        escapes = {"site": standard.escape, "name": lambda text: standard.escape(text, quote=False)}

        def filled(order):
            def made(values):
                text = page
                for key in order:
                    value = values[0] if key == "site" else values[1]
                    as_string = json.dumps(value)[1:-1].replace("<", "\\u003c")
                    text = text.replace(f"[{key}]", as_string if key == "data" else escapes[key](value))
                return text

            return made

        sources = {
            "in its text": f"PAGE = {page!r}\n",
            "put together": "def fill(page, site, name, data):\n    values = dict(site=site, name=name, data=data)\n"
            "    for key in values:\n        page = page.replace(f'[{key}]', values[key])\n",
        }
        for name, source in sources.items():
            fakes.load(source)
            for order in (("site", "name", "data"), ("data", "site", "name"), ("site", "data", "name")):
                found = search.first(markup.pairs(("other",)), html.becomes_code(filled(order)), 90)
                self.assertIsNotNone(found, f"{name}, {order}")


def in_a_comment(escape):
    return lambda text: f"<p>x</p><!-- plan {escape(text)} --><p>y</p>"


COMMENT_GAPS = {
    "as it is": lambda text: f"<!--{text}-->",
    "two hyphens taken apart": lambda text: f"<!--{text.replace('--', '- -')}-->",
    "two hyphens refused": lambda text: f"<!--{refused('--' in text) or text}-->",
    "its end refused": in_a_comment(lambda text: refused("-->" in text) or text),
    "its end taken out": in_a_comment(lambda text: text.replace("-->", "")),
    "brackets behind hyphens escaped": in_a_comment(lambda text: text.replace("->", "-&gt;")),
    "NUL taken out behind it": in_a_comment(lambda text: text.replace("--", "").replace("\0", "")),
    "references put in behind it": in_a_comment(lambda text: standard.unescape(text.replace("--", ""))),
    "an instruction": lambda text: f"<?plan {text.replace('--', '')}?>",
    "a declaration": lambda text: f"<!plan {text.replace('--', '')}>",
}
COMMENTS = {
    "escaped": in_a_comment(standard.escape),
    "brackets taken out": in_a_comment(lambda text: re.sub("[<>]", "", text)),
    "hyphens and brackets": lambda text: f"<!-- {re.sub('-|>|!', '.', text)} -->",
    "none": lambda text: f"<p>{standard.escape(text)}</p>",
}


class Comments(fakes.ProbeTest):
    def found(self, made):
        return search.first(markup.in_comments(), html.becomes_code(lambda text: fakes.attempt(made, text).value), 44)

    def test_who_leaves_a_comment_is_found(self) -> None:
        self.assertEqual([name for name, made in COMMENT_GAPS.items() if not self.found(made)], [])

    def test_sound_comments_withstand(self) -> None:
        self.assertEqual([name for name, made in COMMENTS.items() if self.found(made)], [])


def finished(change, attribute="'{}'"):
    """A page whose texts are escaped, and which is changed as a whole behind that."""
    return lambda text: change(page(attribute=attribute)(standard.escape(text)))


#: What editors of typography, and tables for terminals, make of signs that are none of ASCII.
TRANSCRIBED = {0x2039: "<", 0x203A: ">", 0x201D: '"', 0x2019: "'", 0x3008: "<", 0x3009: ">", 0x2BA: '"'}
MELTED = {
    **{f"normal form {form}": finished(lambda text, form=form: unicodedata.normalize(form, text)) for form in ("NFC", "NFKC")},
    **{f"normal form {form}": finished(lambda text, form=form: unicodedata.normalize(form, text), '"{}"') for form in ("NFKD", "NFKC")},
    "without a quote": lambda text: unicodedata.normalize("NFKC", no_quotes(standard.escape(text))),
    "line by line": finished(lambda text: "\n".join(unicodedata.normalize("NFC", line) for line in text.split("\n"))),
    "transcribed": finished(lambda text: text.translate(TRANSCRIBED)),
    "transcribed, quotes only": finished(lambda text: text.translate({0x201D: '"', 0x2019: "'"})),
    "transcribed, brackets only": finished(lambda text: text.translate({0x3008: "<", 0x3009: ">"})),
    "a text that begins with a mark": lambda text: unicodedata.normalize("NFC", f"<p>{standard.escape(text)}</p>"),
    "wide signs only": finished(lambda text: re.sub("[\uff01-\uff5e]", lambda found: chr(ord(found[0]) - 0xFEE0), text)),
}
NOT_MELTED = {
    "normal form first": lambda text: page()(standard.escape(unicodedata.normalize("NFKC", text))),
    "not normalised": finished(str),
    "taken apart": finished(lambda text: unicodedata.normalize("NFD", text)),
    "a blank in front": lambda text: unicodedata.normalize("NFC", f"<p> {standard.escape(text)}</p>"),
    "to ASCII": finished(lambda text: text.encode("ascii", "xmlcharrefreplace").decode()),
}


class Melted(fakes.ProbeTest):
    def found(self, made):
        return search.first(markup.melted(), html.becomes_code(lambda text: fakes.attempt(made, text).value), 12)

    def test_what_a_finished_page_is_made_of_is_found(self) -> None:
        self.assertEqual([name for name, made in MELTED.items() if not self.found(made)], [])

    def test_sound_pages_withstand(self) -> None:
        self.assertEqual([name for name, made in NOT_MELTED.items() if self.found(made)], [])

    def test_it_needs_no_sign_of_markup(self) -> None:
        self.assertEqual([text for text in markup.melted() if set(text) & set("<>&\"'")], [])


SPLIT = {
    "scheme of a library": lambda text: urllib.parse.urlsplit(text).scheme in ("http", "https") and "//" in text,
    "scheme and host of a library": lambda text: urllib.parse.urlsplit(text).scheme in ("http", "https") and urllib.parse.urlsplit(text).netloc,
    "scheme only": lambda text: text.lower().startswith(("http:", "https:")),
    "white space taken out first": lambda text: re.sub(r"\s", "", text).startswith(("http://", "https://")),
}


class Split(fakes.ProbeTest):
    def test_what_is_taken_for_a_website_is_found(self) -> None:
        begins = re.compile(r"[\0- ]*https?://", re.I)
        texts = list(markup.no_websites("https://ada.example/"))
        self.assertEqual([text for text in texts if begins.match(text)], [])
        missed = [name for name, allows in SPLIT.items() if not any(fakes.attempt(allows, text).value for text in texts[:24])]
        self.assertEqual(missed, [])


if __name__ == "__main__":
    unittest.main()
