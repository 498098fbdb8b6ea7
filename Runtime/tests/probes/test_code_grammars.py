"""Code in formulas and templates, and YAML tags: each with flawed and sound programs."""

import ast
import base64
import contextlib
import io
import json
import pickle
import re
import unicodedata
import unittest

import fakes
import jinja2
import jinja2.sandbox
import yaml

from probes import markers, naming, search
from probes.grammars import code, yaml_tags


def refused(found):
    if found:
        raise ValueError


def nodes(text, *allowed):
    tree = ast.parse(text.strip(), mode="eval")
    return refused(not all(isinstance(node, allowed) for node in ast.walk(tree))) or text


ARITHMETIC = (ast.Expression, ast.BinOp, ast.UnaryOp, ast.Constant, ast.Name, ast.operator, ast.unaryop, ast.Load)
VALUES = {"fibre": 3}


def emptied(text):
    return eval(text.strip(), {"__builtins__": {}}, dict(VALUES))


def _walked(text):
    return list(ast.walk(ast.parse(text.strip(), mode="eval")))


FORMULA_GAPS = {
    "evaluated": lambda text: eval(text, dict(VALUES)),
    "without built-ins": emptied,
    "words refused": lambda text: eval(refused(re.search("import|eval|exec|open|os", text)) or text, dict(VALUES)),
    "underscores refused": lambda text: eval(refused("_" in text) or text, dict(VALUES)),
    "signs of a formula and dots": lambda text: emptied(refused(not re.fullmatch(r"[\w\s.+*/()-]+", text)) or text),
    "brackets refused": lambda text: emptied(refused("[[" in text or "lambda" in text) or text),
    "begins with the value": lambda text: emptied(refused(not text.startswith("fibre")) or text),
    "begins like a formula": lambda text: emptied(refused(not re.match(r"[\w\s.+*/()-]+", text)) or text),
    "first line looked at": lambda text: emptied(refused(not re.match(r"[\w +*/().-]+$", text, re.M)) or text),
    "names looked at": lambda text: emptied(
        refused(
            any(
                isinstance(node, ast.Name) and node.id not in (*VALUES, "c", "f")
                for node in ast.walk(ast.parse(text.strip()))
            )
        )
        or text
    ),
    "top node looked at": lambda text: emptied(
        refused(isinstance(ast.parse(text.strip(), mode="eval").body, (ast.Call, ast.Subscript))) or text
    ),
    "operands of sums looked at": lambda text: emptied(
        refused(
            any(
                isinstance(side, (ast.Call, ast.Subscript))
                for node in ast.walk(ast.parse(text.strip()))
                if isinstance(node, ast.BinOp)
                for side in (node.left, node.right)
            )
            or isinstance(ast.parse(text.strip(), mode="eval").body, (ast.Call, ast.Subscript))
        )
        or text
    ),
    "signs not looked at": lambda text: emptied(
        refused(not isinstance(ast.parse(text.strip(), mode="eval").body, (ast.UnaryOp, ast.Constant, ast.Name)))
        or text
    ),
    "conditions allowed": lambda text: emptied(
        refused(not isinstance(ast.parse(text.strip(), mode="eval").body, ast.IfExp)) or text
    ),
    "subscripts allowed": lambda text: emptied(
        refused(not isinstance(ast.parse(text.strip(), mode="eval").body, ast.Subscript)) or text
    ),
    "either allowed": lambda text: emptied(
        refused(not isinstance(ast.parse(text.strip(), mode="eval").body, ast.BoolOp)) or text
    ),
    "comparisons allowed": lambda text: emptied(
        refused(not isinstance(ast.parse(text.strip(), mode="eval").body, ast.Compare)) or text
    ),
    "double underscores refused": lambda text: eval(refused("__" in text) or text, dict(VALUES)),
    "calls of plain names refused": lambda text: emptied(
        refused(
            any(
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
                for node in ast.walk(ast.parse(text.strip()))
            )
        )
        or text
    ),
    "calls of attributes allowed": lambda text: emptied(
        refused(any(isinstance(node, ast.Call) and not isinstance(node.func, ast.Attribute) for node in _walked(text)))
        or text
    ),
    "words of ASCII letters looked at": lambda text: eval(
        refused(set(re.findall("[A-Za-z_]+", text)) - set(VALUES)) or text, dict(VALUES)
    ),
    "executed": lambda text: exec(f"result = {text}", dict(VALUES)),
}
FORMULA_SOUND = {
    "nodes of arithmetic": lambda text: emptied(nodes(text, *ARITHMETIC)),
    "literals": lambda text: ast.literal_eval(text.strip()),
}


def rendered(template, **settings):
    return jinja2.Environment(**settings).from_string(template).render(name="Ada")


def tags(template):
    return re.findall(r"\{\{(.*?)\}\}|\{%(.*?)%\}", template)


TEMPLATE_GAPS = {
    "rendered": rendered,
    "underscores refused": lambda text: rendered(refused("__" in text) or text),
    "placeholders looked at": lambda text: rendered(
        refused(any(not re.fullmatch(r"\s*\w+(\|\w+)?\s*", one) for one, _ in tags(text) if one)) or text
    ),
    "conditions looked at": lambda text: rendered(refused(any("(" in one for _, one in tags(text))) or text),
    "one line": lambda text: rendered(refused(any("(" in one or "(" in two for one, two in tags(text))) or text),
    "first tag": lambda text: rendered(refused(tags(text) and "(" in "".join(tags(text)[0])) or text),
    "no braces within": lambda text: rendered(
        refused(any("(" in one for one in re.findall(r"\{\{([^{}]*)\}\}", text))) or text
    ),
    "engine's names refused": lambda text: rendered(refused(re.search("cycler|lipsum|joiner|namespace", text)) or text),
    "engine's names taken away": lambda text: _without_globals(text),
    "words refused": lambda text: rendered(
        refused(re.search("class|mro|subclasses|import|popen|system", text)) or text
    ),
    "begins well": lambda text: rendered(refused(not re.match(r"\{\{ *\w+", text)) or text),
    "Python between the braces": lambda text: re.sub(
        r"\{\{(.*?)\}\}", lambda match: str(eval(match[1], {"name": "Ada"})), text, flags=re.S
    ),
    "Python without built-ins": lambda text: re.sub(
        r"\{\{(.*?)\}\}",
        lambda match: str(eval(match[1].strip(), {"__builtins__": {}}, {"name": "Ada"})),
        text,
        flags=re.S,
    ),
}


def jinja2_or_none(text):
    return fakes.attempt(lambda: jinja2.Template(text).render(name="Ada")).value


def _without_globals(text):
    environment = jinja2.Environment()
    environment.globals.clear()
    return environment.from_string(text).render(name="Ada")


YAML_GAPS = {
    "unsafe": yaml.unsafe_load,
    "tag refused": lambda text: yaml.unsafe_load(refused("!!python" in text) or text),
    "apply refused": lambda text: yaml.unsafe_load(refused("!!python/object/apply" in text) or text),
    "objects refused": lambda text: yaml.unsafe_load(refused("python/object" in text) or text),
    "word refused": lambda text: yaml.unsafe_load(refused("python" in text) or text),
    "exclamation marks refused": lambda text: yaml.unsafe_load(refused("!!" in text) or text),
    "directives refused": lambda text: yaml.unsafe_load(refused(text.startswith("%") or "!!python" in text) or text),
    "angle brackets refused": lambda text: yaml.unsafe_load(refused("<" in text or "!!" in text) or text),
    "tag taken out": lambda text: yaml.unsafe_load(text.replace("!!python/object/apply:", "")),
    "tokens of harmless names": lambda text: yaml.unsafe_load(
        refused(
            any(
                isinstance(token, yaml.TagToken) and token.value[1] not in ("str", "int", "map", "seq")
                for token in yaml.scan(text)
            )
        )
        or text
    ),
    "second document": lambda text: list(yaml.unsafe_load_all(text)),
    "first line": lambda text: yaml.unsafe_load(refused("!!" in text.split("\n")[0]) or text),
    "safe first, then unsafe": lambda text: _loaded_twice(text),
    "builtins refused": lambda text: yaml.unsafe_load(refused("builtins" in text or "os.system" in text) or text),
    "new and apply refused": lambda text: yaml.unsafe_load(refused(re.search("object/(new|apply)", text)) or text),
}


def _loaded_twice(text):
    try:
        return yaml.safe_load(text)
    except yaml.constructor.ConstructorError:
        return yaml.unsafe_load(text)


class Code(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("TAGS = ['!!python/object/apply:']\n")

    def missed(self, gaps, candidates, tries, words):
        def found(use):
            def quiet(text):
                with contextlib.redirect_stdout(io.StringIO()):
                    use(text)

            return search.first(candidates(), markers.runs(quiet, words), tries)

        return [name for name, use in gaps.items() if not found(use)]

    def test_every_planted_gap_in_formulas_is_found(self) -> None:
        self.assertGreaterEqual(len(FORMULA_GAPS), 20)
        words = lambda marker: code.codes(marker, "fibre")  # noqa: E731
        self.assertEqual(self.missed(FORMULA_GAPS, lambda: code.formulas("fibre"), 200, words), [])
        self.assertEqual(
            len(self.missed(FORMULA_SOUND, lambda: code.formulas("fibre"), 200, words)), len(FORMULA_SOUND)
        )

    def test_templates_that_show_internals(self) -> None:
        gaps = {
            "Jinja": lambda text: jinja2.Template(text).render(name="Ada"),
            "no dots": lambda text: jinja2.Template(refused("." in text) or text).render(name="Ada"),
            "no brackets": lambda text: jinja2.Template(refused(set("[(|") & set(text)) or text).render(name="Ada"),
            "str.format": lambda text: text.format("Ada", name="Ada"),
            "filters are methods": lambda text: re.sub(
                r"\{\{ *name *\| *([a-z]+) *\}\}", lambda found: str(getattr("Ada", found[1])()), text
            ),
            "particulars are attributes": lambda text: re.sub(
                r"\{\{ *(\w+) *\}\}", lambda found: str(getattr({"name": "Ada"}, found[1], "")), text
            ),
            "particulars are built-in names": lambda text: re.sub(
                r"\{\{ *([a-z]+) *\}\}", lambda found: str(eval(found[1], {"name": "Ada"})), text
            ),
            "the last filter looked at": lambda text: jinja2.Template(
                refused(re.search(r"[.\[]", text) or not re.search(r"\|upper *\}", text)) or text
            ).render(name="Ada"),
            "the first filter looked at": lambda text: jinja2.Template(
                refused(re.search(r"[.\[]", text) or not re.search(r"\{ *name *\| *upper", text)) or text
            ).render(name="Ada"),
        }
        for name, render in gaps.items():
            shown = [str(fakes.attempt(render, text).value).casefold() for text in code.reaching("name")]
            self.assertTrue(any(part in text for text in shown for part in code.INTERNALS), name)
        reached = [text for text in code.reaching("name") if jinja2_or_none(text) == code.REACHED]
        self.assertTrue(any(jinja2_or_none(one.replace("__class__", code.OTHER)) != code.REACHED for one in reached))
        sandbox = jinja2.sandbox.ImmutableSandboxedEnvironment()
        for text in code.reaching("name"):
            shown = fakes.attempt(lambda: sandbox.from_string(text).render(name="Ada")).value or ""
            self.assertFalse(any(part in shown.casefold() for part in code.INTERNALS), text)
            self.assertNotEqual(shown, code.REACHED, text)

    def test_calls_that_a_pattern_does_not_see_are_found(self) -> None:
        sandbox = jinja2.sandbox.ImmutableSandboxedEnvironment()
        tag = r"\{\{.*?\}\}|\{%.*?%\}"

        def only(pattern, allowed=r"\{\{ *name *(\| *(upper|lower) *)?\}\}|\{% *(if +name|endif) *%\}", flags=0):
            def render(text):
                refused(not all(re.fullmatch(allowed, one) for one in re.findall(pattern, text, flags)))
                return sandbox.from_string(text).render(name="Ada")

            return render

        flawed = {
            "one line": only(tag),
            "blanks only": only(r"\{[{%][-+]? *[^\s{}%]*\(.*?[}%]\}"),
            "no braces within": only(r"\{\{[^{}]*\}\}|\{%[^%]*%\}"),
            "short tags": only(r"(?s)\{\{.{0,60}?\}\}|\{%.{0,60}?%\}"),
            "conditions in one line": only(r"\{\{[\s\S]*?\}\}|\{%.*?%\}"),
            "no signs for blanks": only(r"(?s)\{\{[^-].*?\}\}|\{%[^-+].*?%\}"),
            "the first only": lambda text: refused("(" in (re.search(f"(?s){tag}", text) or [""])[0]) or only("x^")(text),
            "behind an end in quotes": only(r"(?s)\{\{.*?\}\}", r"(?s)\{\{ *name.*|\{\{ *'.*"),
        }
        for name, render in {**flawed, "whole tags": only(f"(?s){tag}|" + r"\{#")}.items():
            with self.subTest(name):
                shown = ((text, told, fakes.attempt(render, text).value) for text, told in list(code.calling("name"))[:150])
                found = [text for text, told, letter in shown if letter and told in letter and told not in text]
                self.assertEqual(bool(found), name in flawed)

    def test_every_planted_gap_in_templates_is_found(self) -> None:
        words = lambda marker: code.codes(marker, "name")  # noqa: E731
        self.assertEqual(self.missed(TEMPLATE_GAPS, lambda: code.templates("name"), 140, words), [])
        sound = {"filled in": lambda text: text.replace("{{ name }}", "Ada")}
        self.assertEqual(len(self.missed(sound, lambda: code.templates("name"), 300, words)), 1)

    def test_texts_that_make_a_tag_together_are_found(self) -> None:
        def filled(harmless):
            def use(three):
                template, name, voice = three
                if "JINJA" in template or re.search(r"\{[{%]\s*[^nvi\s]|\{\{\{", template):
                    raise ValueError
                both = {"name": harmless(name), "voice": harmless(voice)}
                text = re.sub(r"\{\{ (name|voice) \}\}", lambda found: both[found[1]], template)
                jinja2.Environment().from_string(text).render(both)

            return use

        words = lambda marker: code.codes(marker, "name")  # noqa: E731
        parted = lambda: code.parted("name", "voice")  # noqa: E731
        gaps = {
            "openings": filled(lambda text: re.sub(r"\{[{%#]", "", text)),
            "whole tags": filled(lambda text: re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", text)),
            "statements": filled(lambda text: text.replace("{{", "").replace("{ ", "")),
            "ends": filled(lambda text: re.sub(r"[}%]\}", "", text)),
        }
        self.assertEqual(self.missed(gaps, parted, 34, words), [])
        sound = {"every brace": filled(lambda text: re.sub("[{}]", "", text))}
        self.assertEqual(len(self.missed(sound, parted, 34, words)), 1)

    def test_every_planted_gap_in_plans_is_found(self) -> None:
        def helper(marker):
            name = naming.word()
            marker.module(name)
            return {"HELPER": name}

        def plans():
            return yaml_tags.documents("beds: []\n", ("beds: []\nnote: VALUE\n", "beds: [VALUE]\n", "VALUE: 1\n"))

        with contextlib.ExitStack() as stack:
            import sys

            sys.path.insert(0, self.box.path("."))
            stack.callback(sys.path.remove, self.box.path("."))
            self.assertEqual(self.missed(YAML_GAPS, plans, 120, helper), [])
            self.assertEqual(len(self.missed({"safe": yaml.safe_load}, plans, 300, helper)), 1)

    def test_names_are_looked_up_where_a_filter_loses_sight_of_them(self) -> None:
        """The full loader imports and calls nothing; what it looks up in a loaded module is an effect all the same."""

        def full(text):
            return yaml.load(text, Loader=yaml.FullLoader)

        def bare(text):
            return re.sub(r"#.*", "", re.sub(r"'[^']*'|\"[^\"]*\"", "", text))

        def without_keys(node, depth=0):
            refused("python" in node.tag)
            for child in node.value if isinstance(node, yaml.CollectionNode) else ():
                without_keys(child[1] if isinstance(child, tuple) else child, depth + 1)

        gaps = {
            "nothing refused": full,
            "keys left out": lambda text: without_keys(yaml.compose(text)) or full(text),
            "quotes and comments taken out": lambda text: refused("!" in bare(text)) or full(text),
            "line by line": lambda text: refused(any("!" in bare(line) for line in text.split("\n"))) or full(text),
            "normalised late": lambda text: refused("!" in text) or full(unicodedata.normalize("NFKC", text)),
        }

        def helper(marker):
            marker.lazy_module(name := naming.word())
            return {"LAZY": name}

        def plans():
            return yaml_tags.lookups("beds: []\n", ("beds: []\nnote: VALUE\n", "? VALUE\n: 1\nbeds: []\n"))

        with contextlib.ExitStack() as stack:
            import sys

            sys.path.insert(0, self.box.path("."))
            stack.callback(sys.path.remove, self.box.path("."))
            self.assertEqual(self.missed(gaps, plans, 68, helper), [])
            self.assertEqual(len(self.missed({"safe": yaml.safe_load}, plans, 68, helper)), 1)

    def test_tags_where_a_loader_never_looks_are_found(self) -> None:
        """Guards that leave out one kind of place; one that looks at every event lets nothing pass."""
        tagged = [text for text in yaml_tags.unseen("!shot")][:80]

        class Shots(yaml.SafeLoader):
            pass

        Shots.add_constructor("!shot", lambda loader, node: loader.construct_mapping(node, deep=True))

        class Merges(Shots):
            def flatten_mapping(self, node):
                refused(any(key.tag.endswith(":merge") and "python" in value.tag for key, value in node.value))
                super().flatten_mapping(node)

        def events(text):
            refused(any("python" in (getattr(event, "tag", None) or "") for event in yaml.parse(text, Shots)))
            return yaml.load(text, Shots)

        def read(load, text):
            try:
                load(text)
                return True
            except (ValueError, yaml.YAMLError):
                return False

        for load in (lambda text: yaml.load(text, Shots), lambda text: yaml.load(text, Merges)):
            self.assertTrue([text for text in tagged if read(load, text)])
        self.assertEqual([text for text in tagged if read(events, text)], [])

    def test_harmless_tags_of_which_directives_make_others_are_found(self) -> None:
        """The tags are looked at as they are written, and a directive says what they mean."""
        place = "- !shot {mortar: VALUE}\n"

        class Full(yaml.FullLoader):
            pass

        Full.add_constructor("!shot", lambda loader, node: loader.construct_mapping(node, deep=True))

        def of_standard(text):
            tags = [token.value for token in yaml.scan(text, Full) if isinstance(token, yaml.TagToken)]
            refused(any(handle != "!" and (handle != "!!" or name not in ("float", "int", "str")) for handle, name in tags))
            return yaml.load(text, Full)

        def of_shots(text):
            refused(re.search(r"(?<!\w)!(?!shot)", re.sub("^%.*", "", text)))
            return yaml.load(text, Full)

        def resolved(text):
            refused(any((getattr(event, "tag", None) or "!")[0] != "!" for event in yaml.parse(text, Full)))
            return yaml.load(text, Full)

        def strange(load, text):
            try:
                found = load(text)[0]["mortar"]
            except (ValueError, yaml.YAMLError, TypeError, KeyError, AttributeError):
                return False
            return not isinstance(found, (str, int, float, list, dict))

        documents = list(yaml_tags.objects((place, "- VALUE\n")))[:92]
        for load in (of_standard, of_shots):
            self.assertTrue([text for text in documents if strange(load, text)], load)
        self.assertEqual([text for text in documents if strange(resolved, text)], [])
        unseen = list(yaml_tags.unseen("!shot"))[:108]
        self.assertTrue([text for text in unseen if text.startswith("%TAG !! ") and "name:" in text.splitlines()[0]])

    def test_documents_in_json_are_attacked_from_within(self) -> None:
        def packed(data):
            return {"__pickle__": base64.b64encode(data).decode()}

        def unpacked(value):
            return pickle.loads(base64.b64decode(value["__pickle__"])) if "__pickle__" in value else value

        def by_type(value):
            return eval(value["type"])(value["value"])

        own = {
            "pickle within": (
                json.dumps({"a": packed(pickle.dumps(b"x"))}),
                lambda text: unpacked(json.loads(text)["a"]),
            ),
            "type by its name": (json.dumps({"type": "str", "value": "x"}), lambda text: by_type(json.loads(text))),
        }
        for name, (document, load) in own.items():
            marker = markers.new()
            made = marker.embedded(document)
            for hostile in made.values():
                fakes.attempt(load, hostile)
            self.assertTrue(marker.fired, name)


if __name__ == "__main__":
    unittest.main()
