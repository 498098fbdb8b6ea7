"""A template is compiled once where nothing else could come of it, and anew wherever something could."""

import unittest
from typing import Any

import flask
import jinja2
import jinja2.sandbox

import support  # noqa: F401
from jail.templates import Templates

PAGE = "<p>{{ name }}{% if old %} again{% endif %}</p>"


class TemplatesTest(unittest.TestCase):
    def setUp(self) -> None:
        real = jinja2.Environment.compile
        self.addCleanup(setattr, jinja2.Environment, "compile", real)
        templates = Templates()
        example = flask.Flask("example").jinja_env
        templates.knows(type(example), example)
        templates.use()
        self.parsed = 0
        parse = jinja2.Environment._parse

        def counted(*given: Any) -> Any:
            self.parsed += 1
            return parse(*given)

        jinja2.Environment._parse = counted  # type: ignore[method-assign]
        self.addCleanup(setattr, jinja2.Environment, "_parse", parse)

    def times(self, *environments: jinja2.Environment, source: str = PAGE) -> int:
        """How often the source is compiled when each environment, in turn, makes a template of it."""
        before = self.parsed
        for environment in environments:
            environment.from_string(source)
        return self.parsed - before

    def test_the_same_text_is_compiled_once_for_environments_alike(self) -> None:
        self.assertEqual(self.times(jinja2.Environment(), jinja2.Environment()), 1)
        sites = [flask.Flask("one").jinja_env, flask.Flask("two").jinja_env]
        self.assertEqual(self.times(*sites), 1)
        before = self.parsed
        self.assertEqual([jinja2.Template("{{ a }}").render(a=1) for _ in range(2)], ["1", "1"])
        self.assertEqual(self.parsed - before, 1)

    def test_each_environment_fills_in_its_own(self) -> None:
        pages = []
        for word in ("tea", "rose"):
            environment = jinja2.Environment(autoescape=True)
            environment.globals["word"] = f"<{word}>"
            pages.append(environment.from_string("{{ word }}, {{ name }}").render(name="&"))
        self.assertEqual(pages, ["&lt;tea&gt;, &amp;", "&lt;rose&gt;, &amp;"])

    def test_whatever_changes_what_a_text_means_is_kept_apart(self) -> None:
        self.times(jinja2.Environment())
        for options in (
            {"autoescape": True}, {"variable_start_string": "[["}, {"trim_blocks": True},
            {"undefined": jinja2.StrictUndefined}, {"optimized": False}, {"enable_async": True},
        ):  # fmt: skip
            self.assertEqual(self.times(jinja2.Environment(**options)), 1, options)
        raw = jinja2.Environment().from_string("{{ '<' }}").render()
        escaped = jinja2.Environment(autoescape=True).from_string("{{ '<' }}").render()
        self.assertEqual((raw, escaped), ("<", "&lt;"))

    def test_an_environment_with_anything_of_the_programs_own_compiles_every_time(self) -> None:
        def with_filter() -> jinja2.Environment:
            made = jinja2.Environment()
            made.filters["loud"] = str.upper
            return made

        def with_test() -> jinja2.Environment:
            made = jinja2.Environment()
            made.tests["odd"] = lambda value: True
            return made

        def with_method() -> jinja2.Environment:
            made = jinja2.Environment()
            made.getattr = lambda value, name: "mine"  # type: ignore[method-assign]
            return made

        def with_policy() -> jinja2.Environment:
            made = jinja2.Environment()
            made.policies["urlize.rel"] = "mine"
            return made

        class Own(jinja2.Environment):
            pass

        for make in (
            with_filter, with_test, with_method, with_policy, Own, jinja2.sandbox.SandboxedEnvironment,
            lambda: jinja2.Environment(finalize=str), lambda: jinja2.Environment(extensions=["jinja2.ext.do"]),
        ):  # fmt: skip
            self.assertEqual(self.times(make(), make()), 2, make)

    def test_json_which_each_site_writes_in_its_own_way_is_compiled_every_time(self) -> None:
        self.assertEqual(self.times(jinja2.Environment(), jinja2.Environment(), source="{{ 1|tojson }}"), 2)

    def test_a_text_that_is_no_template_is_refused_every_time(self) -> None:
        for _ in range(2):
            with self.assertRaisesRegex(jinja2.TemplateSyntaxError, "unexpected '}'"):
                jinja2.Environment().from_string("{{ } }}")

    def test_source_and_expressions_are_as_they_were(self) -> None:
        environment = jinja2.Environment()
        environment.from_string("{{ a }}")
        self.assertIn("def root", environment.compile("{{ a }}", raw=True))
        self.assertEqual(environment.compile_expression("a + 1")(a=1), 2)

    def test_what_is_remembered_is_bounded(self) -> None:
        environment = jinja2.Environment()
        for number in range(1100):
            environment.from_string(f"{number}")
        self.assertEqual(self.times(environment, source="1"), 1)


if __name__ == "__main__":
    unittest.main()
