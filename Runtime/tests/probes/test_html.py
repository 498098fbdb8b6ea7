import contextlib
import html as escaping
import json
import re
import string
import unicodedata
import unittest

import fakes  # noqa: F401  (makes `probes` and a stand-in for `harness` importable)

from probes import html, javascript
from probes.grammars import marks


class Reading(unittest.TestCase):
    def test_elements_attributes_and_text_are_found_in_broken_markup(self) -> None:
        page = html.Page('<p>One<br>two &amp; <b CLASS=x title="a&lt;b">three<script>var a="<b>";</script>')
        self.assertEqual([element.tag for element in page.elements], ["p", "br", "b", "script"])
        self.assertEqual(page.find("b").attributes, {"class": "x", "title": "a<b"})
        self.assertEqual(page.text, "One two & three")
        self.assertEqual(page.script_strings, ["<b>"])

    def test_an_element_is_found_by_its_attributes(self) -> None:
        page = html.Page('<input name="a"><input name="b" value="2" class="wide">')
        self.assertEqual(page.find("input", name="b", class_="wide").attributes["value"], "2")
        self.assertIsNone(page.find("input", name="c"))

    def test_comments_and_raw_text_end_where_browsers_end_them(self) -> None:
        cases = {
            "<!--x--!><i>": ["i"],
            "<!--><i>": ["i"],
            "<!--> <i> -->": ["i"],
            "<!-- <b> --><i>": ["i"],
            "<title><b></title ><i>": ["title", "i"],
            "<script></scripty><b></script/x><i>": ["script", "i"],
            "<script><!--<script></script><b>--></script><i>": ["script", "i"],
            "<style><b></STYLE\n><i>": ["style", "i"],
            "<?php <b> ?><i>": ["i"],
            # Within SVG, nothing is raw text, and what is set as character data is no markup.
            "<svg><![CDATA[<b>]]><i>": ["svg", "i"],
            "<svg><title><![CDATA[</title><b>]]></title><a></svg>": ["svg", "title", "a"],
            "<svg><style><a></style></svg><style><b></style><i>": ["svg", "style", "a", "style", "i"],
            "<svg/><![CDATA[<b><i>]]>": ["svg", "i"],
            "<svg></svg><![CDATA[<b><i>]]>": ["svg", "i"],
            "<svg><p><![CDATA[<b><i>]]>": ["svg", "p", "i"],
            "<b <i>": ["b"],
            "<b x='>'><i>": ["b", "i"],
            "1 < 2 <i>": ["i"],
            '<b x="': [],
        }
        for source, tags in cases.items():
            self.assertEqual([element.tag for element in html.Page(source).elements], tags, source)

    def test_only_some_references_are_decoded_in_attributes(self) -> None:
        link = html.Page('<a href="?a=1&copy=2&lt;&#106;avascript&colon;">').find("a")
        self.assertEqual(link.attributes["href"], "?a=1&copy=2<javascript:")

    def test_the_scheme_is_read_as_browsers_read_it(self) -> None:
        for url in ("javascript:x", " JAVASCRIPT:x", "java\tscr\nipt:x", "\x01javascript:x"):
            self.assertEqual(html.scheme(url), "javascript", url)
        for url in ("/javascript:x", "java script:x", "?javascript:x", ""):
            self.assertEqual(html.scheme(url), "", url)

    def test_a_response_that_is_no_page_has_no_elements(self) -> None:
        class Response:
            headers = {"Content-Type": "application/json"}

            def get_data(self) -> bytes:
                return b'{"a": "<b>"}'

        self.assertEqual(html.Page(Response()).elements, [])
        Response.headers = {"Content-Type": "text/html; charset=utf-8"}
        self.assertEqual(len(html.Page(Response()).elements), 1)


class Scripts(unittest.TestCase):
    def test_code_strings_and_comments_are_told_apart(self) -> None:
        kinds = [(p.kind, p.text) for p in javascript.pieces("f('a\\'b', `c${d}e`); // g\nh = /i'/; /* j */")]
        self.assertIn(("string", "a'b"), kinds)
        self.assertEqual([text for kind, text in kinds if kind == "string"], ["a'b", "c", "e"])
        code = "".join(text for kind, text in kinds if kind == "code")
        self.assertIn("d", code)
        self.assertIn("h", code)
        self.assertNotIn("g", code)
        self.assertNotIn("j", code)

    def test_a_newline_ends_a_string(self) -> None:
        self.assertEqual(javascript.pieces('a="b\nc')[-1], javascript.Piece("code", "c"))


#: How pages are made from a value, well and badly, by the context that the value stands in.
SAFE = {
    "text": lambda v: f"<p>{escaping.escape(v)}</p>",
    "attribute": lambda v: f'<input value="{escaping.escape(v)}">',
    "url": lambda v: f'<a href="{escaping.escape(v if re.match("https?://", v) else "#")}">x</a>',
    "script": lambda v: (
        "<script>var a = " + json.dumps(v).replace("<", "\\u003c").replace("\u2028", "\\u2028") + ";</script>"
    ),
    "style": lambda v: f'<p style="color: {v if v.isalpha() else "red"}">x</p>',
}


def without_script_end(value: str) -> str:
    """Looks for the end of the script in another text, whose letters may be at other positions."""
    text = json.dumps(value, ensure_ascii=False)
    for found in reversed(list(re.finditer("</script", text.lower()))):
        text = text[: found.start()] + "\\u003c" + text[found.start() + 1 :]
    return text


UNSAFE = {
    "text": {
        "nothing": lambda v: f"<p>{v}</p>",
        "removes script tags": lambda v: f"<p>{re.sub(r'</?script>', '', v)}</p>",
        "removes known tags": lambda v: f"<p>{re.sub(r'<(script|img|svg|iframe)[^>]*>', '', v, flags=re.I)}</p>",
        "within a comment": lambda v: f"<!-- {v} --><p>x</p>",
        "joins accents at last": lambda v: unicodedata.normalize("NFC", f"<p>{escaping.escape(v)}</p>"),
        "makes signs alike at last": lambda v: unicodedata.normalize("NFKC", f"<p>{escaping.escape(v)}</p>"),
        "text area": lambda v: f"<textarea>{v}</textarea>",
    },
    "attribute": {
        "nothing": lambda v: f'<input value="{v}">',
        "escapes only brackets": lambda v: f'<input value="{escaping.escape(v, quote=False)}">',
        "no quotes": lambda v: f"<input value={escaping.escape(v)}>",
        "makes signs alike at last": lambda v: unicodedata.normalize("NFKC", f'<input value="{escaping.escape(v)}">'),
        "single quotes": lambda v: f"<input value='{v.replace('<', '&lt;').replace(chr(34), '&quot;')}'>",
    },
    "url": {
        "escapes only": lambda v: f'<a href="{escaping.escape(v)}">x</a>',
        "looks at the start": lambda v: f'<a href="{escaping.escape("#" if v.startswith("javascript:") else v)}">x</a>',
        "wants an address on some line": lambda v: (
            f'<a href="{escaping.escape(v if re.search("^https?://.+$", v, re.M) else "#")}">x</a>'
        ),
        "wants an address inside": lambda v: f'<a href="{escaping.escape(v if "://" in v else "#")}">x</a>',
    },
    "script": {
        "nothing": lambda v: f'<script>var a = "{v}";</script>',
        "json only": lambda v: f"<script>var a = {json.dumps(v)};</script>",
        "json, positions of other letters": lambda v: f"<script>var a = {without_script_end(v)};</script>",
        "quotes only": lambda v: '<script>var a = "' + v.replace('"', '\\"').replace("<", "\\x3c") + '";</script>',
        "handler": lambda v: f"<b onclick=\"go('{escaping.escape(v)}')\">x</b>",
        "template": lambda v: f"<script>var a = `{v.replace('`', '').replace('<', '')}`;</script>",
    },
    "style": {
        "nothing": lambda v: f'<p style="color: {v}">x</p>',
        "escapes": lambda v: f'<p style="color: {escaping.escape(v)}">x</p>',
    },
}


class Injections(unittest.TestCase):
    def test_safe_pages_have_none(self) -> None:
        for context, render in SAFE.items():
            marker = html.new_marker()
            for name, payload in html.attacks("all", marker).items():
                self.assertEqual(html.injections(render(payload), marker), [], f"{context}: {name}")

    def test_unsafe_pages_have_some(self) -> None:
        for context, renders in UNSAFE.items():
            for how, render in renders.items():
                marker = html.new_marker()
                found = [
                    name for name, p in html.attacks(context, marker).items() if html.injections(render(p), marker)
                ]
                self.assertTrue(found, f"{context}, {how}")

    def test_every_payload_works_on_some_unsafe_page(self) -> None:
        markup = [*UNSAFE["text"].values(), *UNSAFE["attribute"].values()]
        markup += [lambda v: f"<title>{v}</title>", lambda v: f"<p>{v}</p>", lambda v: f"<p>{v}><p>"]
        other = {
            "script": [
                lambda v: f"<script>var a = '{v}';</script>",
                lambda v: f"<script>var a = {v};</script>",
                lambda v: f"<script>/* {v} */</script>",
                lambda v: f"<script>// {v}\n</script>",
                lambda v: f"<script>a = `{v}`</script>",
                lambda v: "<script>var a = '" + v.replace("'", "\\'") + "';</script>",
                lambda v: '<script>var a = "' + v.replace('"', '\\"') + '";</script>',
                lambda v: f'<script>f("{v}", {v.strip(chr(92))}, "x")</script>',
                lambda v: f"<b onclick='go(\"{v}\")'>x</b>",
                lambda v: f"<b onclick=\"go('{v}')\">x</b>",
            ],
            "url": [lambda v: f'<a href="{v}">x</a>', lambda v: f"<a href='{v}'>x</a>"],
            "style": [lambda v: f'<p style="color: {v}">x</p>', lambda v: f"<style>p {{color: {v}}}</style>"],
        }
        for context in ("text", "attribute", "url", "script", "style"):
            renders = [
                *UNSAFE[context].values(),
                *other.get(context, []),
                *(markup if context in "text attribute" else []),
            ]
            marker = html.new_marker()
            for name, payload in html.attacks(context, marker).items():
                self.assertTrue(
                    any(html.injections(render(payload), marker) for render in renders), f"{context}: {name}"
                )

    def test_a_value_that_holds_the_field_of_another_is_found(self) -> None:
        def replaced(template: str, values: dict[str, str]) -> str:
            for name, value in values.items():
                template = template.replace(name, value)
            return template

        ways = {
            "percent signs": lambda a, t: replaced('<b title="%A%">%T%</b>', {"%A%": a, "%T%": t}),
            "two percent signs": lambda a, t: replaced('<b title="%%A%%">%%T%%</b>', {"%%A%%": a, "%%T%%": t}),
            "braces": lambda a, t: replaced('<b title="{{ a }}">{{ t }}</b>', {"{{ a }}": a, "{{ t }}": t}),
            "bare": lambda a, t: replaced('<b title="AA">TT</b>', {"AA": a, "TT": t}),
            "format": lambda a, t: f'<b title="{a}">{{t}}</b>'.format(t=t),
            "percent": lambda a, t: f'<b title="{a}">%(t)s</b>' % {"t": t},
            "template": lambda a, t: string.Template(f'<b title="{a}">${{t}}</b>').substitute(t=t),
        }
        marker = html.new_marker()
        value = f'" onclick="{marker}()'
        for how, fill in ways.items():
            found = []
            for name, payload in html.placeholders("t", "tt").items():
                with contextlib.suppress(KeyError, ValueError, IndexError):
                    found += [name] if html.injections(fill(payload, value), marker) else []
            self.assertTrue(found, how)
            at_once = '<b title="{a}">{t}</b>'.format
            for payload in html.placeholders("t", "tt").values():
                self.assertEqual(html.injections(at_once(a=payload, t=marker), marker), [])

    def test_a_marker_that_is_only_text_counts_for_nothing(self) -> None:
        marker = html.new_marker()
        for source in (
            f"<p>{marker}</p>",
            f'<a href="https://{marker}.example/">{marker}</a>',
            f'<script>var a = "{marker}"; // {marker}</script>',
            f'<script type="application/json">{{"a": "{marker}"}}</script>',
            f'<img src="data:image/png;base64,{marker}">',
            f"<p style=\"font-family: '{marker}'\">x</p>",
            f"<b onclick=\"go('{marker}')\">x</b>",
            f"<!-- <{marker}> -->",
            f"&lt;{marker}&gt;",
            None,
        ):
            self.assertEqual(html.injections(source, marker), [], source)

    def test_a_changed_case_does_not_hide_the_marker(self) -> None:
        marker = html.new_marker()
        self.assertTrue(html.injections(f"<p><{marker.upper()}></p>", marker))

    def test_a_foreign_script_is_an_injection_and_a_foreign_link_is_not(self) -> None:
        self.assertTrue(html.injections("<script src=//zqab.example/></script>", "zqab"))
        self.assertFalse(html.injections("<script src=/static/zqab.js></script>", "zqab"))


class Markup(unittest.TestCase):
    """Elements that a harmless text does not bring, though no code comes with them."""

    @staticmethod
    def with_lines(text: str) -> str:
        return "<p>" + escaping.escape(text).replace("\n", "<br>").replace("\x01", "<mark>") + "</p>"

    def test_elements_of_harmless_texts_are_known(self) -> None:
        effect = html.becomes_markup(self.with_lines, "one\ntwo")
        for text in ("x", "a\nb\n", "<mark>MARK</mark>", "<br title=x>"):
            self.assertEqual(effect(text), [], text)

    def test_any_other_element_or_attribute_is_found(self) -> None:
        self.assertEqual(html.becomes_markup(self.with_lines, "one")("a\nb"), ["an element <br>"])
        self.assertEqual(html.becomes_markup(self.with_lines, "one\ntwo")("\x01"), ["an element <mark>"])
        titled = html.becomes_markup(lambda text: f"<b>{text}</b>", "<i>x</i>")
        self.assertEqual(titled("<i title=x>"), ["an element <i title>"])

    def test_more_elements_than_a_plain_text_has_are_found(self) -> None:
        """Also of a kind that the page has anyway; every way to make them is met by `marks.unasked`."""
        def page(body):
            return f"<p>{body}</p><a href='/'>Back</a>"

        def links(text):
            return page(re.sub(r"((?:https?|ftp)://[^\s<>]+|www\.\S+)", r"<a href='x'>\1</a>", escaping.escape(text)))

        ways = {"breaks": lambda text: page(escaping.escape(text).replace("\n", "<br>")), "splitlines": lambda text: page("<br>".join(escaping.escape(text).splitlines())),
            "links": links, "mail": lambda text: page(re.sub(r"(\S+@\S+)", r"<a href='mailto:\1'>\1</a>", escaping.escape(text))), "paragraphs": lambda text: "<p>".join(["", *re.split(r"\n\n+", escaping.escape(text))]),
            "bold": lambda text: page(re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escaping.escape(text))), "slanted": lambda text: page(re.sub(r"_(.+?)_", r"<i>\1</i>", escaping.escape(text))), "bbcode": lambda text: page(re.sub(r"\[b\](.+?)\[/b\]", r"<b>\1</b>", escaping.escape(text))),
            "code": lambda text: page(re.sub("`(.+?)`", r"<code>\1</code>", escaping.escape(text))), "people": lambda text: page(re.sub(r"(?<!\S)@(\w+)", r"<a href='\1'>@\1</a>", escaping.escape(text)))}
        for name, render in ways.items():
            with self.subTest(name):
                effect = html.becomes_elements(render, "a.png", "a-b")
                self.assertTrue(any(effect(text) for text in marks.unasked()))
        sound = html.becomes_elements(lambda text: page(escaping.escape(text)), "a.png")
        self.assertEqual([text for text in marks.unasked() if sound(text)], [])

    def test_code_is_found_too(self) -> None:
        effect = html.becomes_markup(lambda text: f"<b>{text}</b>", "<img src=x onerror=x>")
        self.assertIn("code in onerror", effect("<img src=x onerror=MARK()>")[0])


class Shown(unittest.TestCase):
    def test_text_is_shown_as_typed_wherever_it_stands(self) -> None:
        typed = 'Tom & Jerry <3 "x"'
        for source in (f"<p>{escaping.escape(typed)}</p>", f'<input value="{escaping.escape(typed)}">'):
            self.assertTrue(html.shows(source, typed), source)
        self.assertTrue(html.shows("<textarea>a &lt;\n b</textarea>", "a < b"))

    def test_text_that_was_escaped_twice_or_cut_is_not_shown(self) -> None:
        typed = "Tom & Jerry <3"
        self.assertFalse(html.shows(f"<p>{escaping.escape(escaping.escape(typed))}</p>", typed))
        self.assertFalse(html.shows("<p>Tom Jerry 3</p>", typed))
        self.assertFalse(html.shows(f"<script>'{typed}'</script><!-- {typed} -->", typed))

    def test_the_place_can_be_demanded(self) -> None:
        self.assertTrue(html.shows("<h1>a</h1><p>b</p>", "b", tag="p"))
        self.assertFalse(html.shows("<h1>a</h1><p>b</p>", "b", tag="h1"))


if __name__ == "__main__":
    unittest.main()
