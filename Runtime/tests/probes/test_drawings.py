"""Drawings as browsers read them, and the grammar of those that run code: flawed and sound programs."""

import re
import unittest
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape

import fakes

from probes import drawings, search
from probes.grammars import drawings as grammar

ELEMENTS = {"svg", "g", "path", "rect", "title"}
ATTRIBUTES = {"viewBox", "d", "x", "id"}
SVG = "http://www.w3.org/2000/svg"


def foreign(data):
    return drawings.foreign(data, ELEMENTS, ATTRIBUTES)


class Answer:
    def __init__(self, data, kind="image/svg+xml", status_code=200, **headers):
        self.data, self.status_code = data, status_code
        self.headers = Headers({"Content-Type": kind, **{name.replace("_", "-"): text for name, text in headers.items()}})

    def get_data(self):
        return self.data


class Headers(dict):
    def getlist(self, name):
        return [self[name]] if name in self else []


class Reading(unittest.TestCase):
    def test_what_is_named_is_not_foreign(self) -> None:
        for inside in ("", '<g id="a"><title>&lt;script></title></g>', "<!-- <script/> -->", '<path xmlns:k="urn:k" k:d=""/>'):
            self.assertEqual(foreign(grammar.document(inside)), [], inside)
        self.assertEqual(foreign(grammar.document(attributes=" xml:id='a'").encode("utf-16")), [])
        self.assertEqual(foreign(b"no drawing"), [])

    def test_elements_attributes_and_style_sheets_are(self) -> None:
        self.assertEqual(foreign(grammar.document("<script/>")), ["an element <script>"])
        self.assertEqual(foreign(grammar.document("<g onload=''/>").encode("utf-16")), ["an attribute onload of <g>"])
        self.assertEqual(foreign(grammar.document(before="<?xml-stylesheet href='x'?>")), ["a style sheet"])
        self.assertEqual(foreign(grammar.document("<?xml-stylesheet href='x'?>")), [])

    def test_document_types_count(self) -> None:
        self.assertEqual(
            foreign(grammar.document(before="<!DOCTYPE svg [<!ATTLIST path onclick CDATA 'x'>]>")),
            ["an attribute onclick of <path>"],
        )
        typed = grammar.document("&x;", before="<!DOCTYPE svg [<!ENTITY x '<script/>'>]>")
        self.assertEqual(foreign(typed), ["an element <script>"])

    def test_what_stands_before_an_error_counts(self) -> None:
        self.assertEqual(foreign(b"<svg><script>x</script><"), ["an element <script>"])
        self.assertEqual(foreign(b"<svg><g></svg><script/>"), [])

    def test_headers_decide_whether_it_is_opened(self) -> None:
        data = grammar.document("<script/>").encode()
        for answer in (
            Answer(data),
            Answer(data, "application/xml"),
            Answer(data, Content_Disposition="inline"),
            Answer(data, Content_Security_Policy="default-src 'self'"),
            Answer(data, Content_Security_Policy="default-src 'none'; script-src 'unsafe-inline'"),
            Answer(data, Content_Security_Policy="sandbox allow-scripts"),
        ):
            self.assertEqual(foreign(answer), ["an element <script>"], answer.headers)
        for answer in (
            Answer(data, "image/png"),
            Answer(data, status_code=404),
            Answer(data, Content_Disposition='attachment; filename="a.svg"'),
            Answer(data, Content_Security_Policy="default-src 'none'; style-src 'unsafe-inline'"),
            Answer(data, Content_Security_Policy="sandbox"),
            Answer(data, Content_Security_Policy="img-src *, script-src 'none'"),
        ):
            self.assertEqual(foreign(answer), [], answer.headers)
        self.assertEqual(foreign(Answer(b"<p>", "text/html; charset=utf-8")), ["it is opened as text/html; charset=utf-8"])

    def test_the_header_says_in_which_encoding_it_is_read(self) -> None:
        data = next(grammar.in_other_encodings("\u7ca8\u6b34"))
        self.assertEqual(foreign(Answer(data, "image/svg+xml; charset=utf-8")), [])
        for text in grammar.hidden():
            data = f'<?xml version="1.0" encoding="HZ"?><svg><title>{text}</title></svg>'.encode("hz")
            for kind in ("image/svg+xml; charset=utf-8", 'image/svg+xml;Charset="latin-1"', "application/xml; charset=US-ASCII"):
                self.assertIn("an element <script>", foreign(Answer(data, kind)), kind)
            self.assertEqual(foreign(Answer(data.decode("hz").replace("HZ", "UTF-8").encode(), "image/svg+xml; charset=utf-8")), [])
        script = grammar.document("<script/>").encode("utf-16")
        self.assertEqual(foreign(Answer(script, "image/svg+xml; charset=utf-8")), ["an element <script>"])


#: What sites say of an upload that is no drawing, with pieces of it.
SAYING = {
    "the upload": lambda data: data.decode(),
    "the namespace of the root": lambda data: ElementTree.fromstring(data).tag,
    "the foreign element": lambda data: next(one.tag for one in ElementTree.fromstring(data).iter() if SVG not in one.tag),
    "the foreign attribute": lambda data: next(name for one in ElementTree.fromstring(data).iter() for name in one.attrib if "onload" in name),
    "the handler": lambda data: next(one.attrib["onload"] for one in ElementTree.fromstring(data).iter() if "onload" in one.attrib),
    "the script": lambda data: next(one.text for one in ElementTree.fromstring(data).iter() if "script" in one.tag),
    "the document type": lambda data: re.search(rb"SYSTEM .(.*).>", data)[1].decode().replace("&lt;", "<"),
}


class Refused(fakes.ProbeTest):
    def told(self, says):
        return any("<script>MARK" in (fakes.attempt(says, data).value or "") for data in grammar.refused("<script>MARK()</script>"))

    def test_what_is_repeated_of_no_drawing_is_found(self) -> None:
        self.assertEqual([name for name, says in SAYING.items() if not self.told(says)], [])

    def test_what_is_escaped_or_kept_quiet_is_not(self) -> None:
        for quiet in (lambda data: escape(data.decode()), lambda data: "no drawing", lambda data: repr(type(data))):
            self.assertFalse(self.told(quiet))


def local(name):
    return name.rpartition("}")[2]


def tree(data):
    return ElementTree.fromstring(data)


def written(root):
    return ElementTree.tostring(root)


def refused(found):
    if found:
        raise ValueError


def as_text(data):
    return data.decode("utf-8", "replace")


def every(root, wrong):
    refused([one for one in root.iter() if wrong(one)])
    return written(root)


def removed(root, wrong, nested=True):
    for parent in list(root.iter()) if nested else [root]:
        for child in list(parent) if nested else parent:
            if wrong(child):
                parent.remove(child)
    return written(root)


def is_script(one):
    return local(one.tag) == "script"


def has_handler(one):
    return any(local(name).startswith("on") for name in one.attrib)


def bad(one):
    return local(one.tag) not in ELEMENTS or not {local(name) for name in one.attrib} <= ATTRIBUTES


def rewritten(one):
    """A serialiser of its own that forgets to escape text."""
    if local(one.tag) not in ELEMENTS:
        return ""
    attributes = "".join(f' {local(k)}="{escape(v, {chr(34): "&quot;"})}"' for k, v in one.attrib.items() if local(k) in ATTRIBUTES)
    return f'<{local(one.tag)} xmlns="{SVG}"{attributes}>{one.text or ""}{"".join(map(rewritten, one))}</{local(one.tag)}>'


def values_unescaped(one):
    if local(one.tag) not in ELEMENTS:
        return ""
    attributes = "".join(f' {local(k)}="{v}"' for k, v in one.attrib.items() if local(k) in ATTRIBUTES)
    return f'<{local(one.tag)} xmlns="{SVG}"{attributes}>{escape(one.text or "")}{"".join(map(values_unescaped, one))}</{local(one.tag)}>'


GAPS = {
    "as it is": lambda data: data,
    "word looked for": lambda data: refused(b"<script" in data) or data,
    "word looked for in any case": lambda data: refused("<script" in as_text(data).lower()) or data,
    "script and on looked for": lambda data: refused(re.search(r"<script|\son\w+=", as_text(data))) or data,
    "also with blanks": lambda data: refused(re.search(r"<\w*:?script|\son\w+\s*=|javascript:", as_text(data), re.I)) or data,
    "taken out once": lambda data: re.sub(rb"<script.*?</script>|on\w+=", b"", data),
    "comments taken out last": lambda data: re.sub(rb"<!--.*?-->", b"", refused(b"<script" in data) or data),
    "NUL taken out last": lambda data: (refused(re.search(rb"<script>|on\w+=|<\w+:", data)) or data).replace(b"\0", b""),
    "scripts refused": lambda data: every(tree(data), is_script),
    "handlers refused": lambda data: every(tree(data), has_handler),
    "scripts and handlers refused": lambda data: every(tree(data), lambda one: is_script(one) or has_handler(one)),
    "children only": lambda data: refused([one for one in tree(data) if bad(one)]) or data,
    "attributes forgotten": lambda data: every(tree(data), lambda one: local(one.tag) not in ELEMENTS),
    "elements forgotten": lambda data: every(tree(data), lambda one: not {*one.attrib} <= ATTRIBUTES),
    "attributes of the root forgotten": lambda data: refused([one for one in list(tree(data).iter())[1:] if bad(one)]) or data,
    "removed while going on": lambda data: removed(tree(data), bad, nested=False),
    "tree looked at, text kept": lambda data: refused([e for e in tree(re.sub(rb"(?s)<!DOCTYPE.*?\]>|<\?xml-.*?\?>", b"", data)).iter() if bad(e)]) or data,
    "prolog kept": lambda data: refused([one for one in tree(data).iter() if bad(one)]) or data,
    "texts unescaped": lambda data: rewritten(tree(data)).encode(),
    "values unescaped": lambda data: values_unescaped(tree(data)).encode(),
    "names in capitals let through": lambda data: every(tree(data), lambda one: local(one.tag).lower() in {"script", "foreignobject"} or has_handler(one)),
}


def cleaned(data):
    root = tree(data)
    refused(bad(root))
    return removed(root, bad)


class Grammar(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("")

    def exploit(self, program):
        def effect(data):
            made = fakes.attempt(program, data).value
            return made is not None and foreign(made)

        return search.first(grammar.documents(), effect, 100)

    def test_every_planted_gap_is_found(self) -> None:
        self.assertGreaterEqual(len(GAPS), 20)
        self.assertEqual([name for name, program in GAPS.items() if not self.exploit(program)], [])

    def test_sound_programs_withstand(self) -> None:
        sound = (cleaned, lambda data: every(tree(data), bad), lambda data: None)
        self.assertEqual([self.exploit(program) for program in sound], [None] * len(sound))


#: What programs put a title in for, which stands in their source.
SLOTS = ("{{title}}", "@@TITLE@@", "%TITLE%", "__title__", "[[title]]", "${title}", "{title}", "#title#", "@title", "TITLE_HERE")


def checked(data):
    tree = ElementTree.fromstring(data)
    for element in tree.iter():
        if element.tag.rpartition("}")[2] not in ELEMENTS or not set(element.attrib) <= ATTRIBUTES:
            raise ValueError
    return tree


def put_in(slot, escaped):
    def program(data, title):
        tree = checked(data)
        first = ElementTree.Element(f"{{{SVG}}}title")
        first.text = slot
        tree.insert(0, first)
        return ElementTree.tostring(tree, encoding="unicode").replace(slot, escaped(title)).encode()

    return program


def in_the_tree(data, title):
    tree = checked(data)
    first = ElementTree.Element(f"{{{SVG}}}title")
    first.text = title
    tree.insert(0, first)
    return ElementTree.tostring(tree)


class Slots(fakes.ProbeTest):
    def found(self, program):
        return search.first(grammar.slotted("title", "name"), lambda pair: foreign(fakes.attempt(program, *pair).value or b""), 30)

    def test_a_title_gets_to_where_the_uploader_wrote_its_field(self) -> None:
        for slot in SLOTS:
            fakes.load(f"SLOT = {slot!r}\n")
            for escaped in (escape, str, lambda title: escape(title, {'"': "&quot;"}) if "script" in title else escape(title)):
                self.assertTrue(self.found(put_in(slot, escaped)), slot)
            self.assertFalse(self.found(put_in(slot, lambda title: escape(title, {'"': "&quot;", "'": "&apos;"}))), slot)
            self.assertFalse(self.found(in_the_tree), slot)

    def test_what_is_opened_as_it_stands_runs_code(self) -> None:
        self.assertTrue(all(foreign(text.encode()) for text in grammar.entire() if "svg" in text))


if __name__ == "__main__":
    unittest.main()
