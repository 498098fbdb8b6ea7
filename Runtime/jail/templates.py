"""Templates that are compiled once: sites are made anew for many a check, and compiling is most of what a page costs.

What Jinja makes of a text depends on the text and on the settings of its environment alone. It is remembered for
environments of which all settings are known here; what a program has changed otherwise is compiled every time.
"""

from collections.abc import Hashable
from typing import Any

#: Settings of an environment that count when a template is compiled.
_SETTINGS = (
    "block_start_string block_end_string variable_start_string variable_end_string comment_start_string "
    "comment_end_string line_statement_prefix line_comment_prefix trim_blocks lstrip_blocks newline_sequence "
    "keep_trailing_newline optimized undefined is_async"
).split()
#: An attribute of environments that Jinja makes by itself, for templates without one.
_SHARED = "shared"
_MOST_TEMPLATES = 500
_LONGEST_TEMPLATE = 20_000
#: Flask's own way of writing JSON differs from site to site; the filter may be used while compiling.
_JSON, _JSON_POLICY = "tojson", "json.dumps_function"


class Templates:
    """What was compiled in this process, and how it is known when that can be used again."""

    def __init__(self) -> None:
        import jinja2

        plain = jinja2.Environment()
        self._compile = jinja2.Environment.compile
        self._kinds: dict[type, set[str]] = {jinja2.Environment: set(vars(plain))}
        self._filters, self._tests = dict(plain.filters), dict(plain.tests)
        self._policies = {name: value for name, value in plain.policies.items() if name != _JSON_POLICY}
        self._generator = jinja2.Environment.code_generator_class
        self._compiled: dict[Hashable, Any] = {}

    def knows(self, kind: type, example: Any) -> None:
        """Has a class of environments remembered that adds no more than attributes which compiling does not ask for."""
        self._kinds[kind] = set(vars(example))

    def use(self) -> None:
        """Puts the memory between Jinja and its compiler."""
        import jinja2
        from jinja2.utils import internalcode

        @internalcode
        def compile(environment, source, name=None, filename=None, raw=False, defer_init=False):  # type: ignore
            known = None if raw else self.key(environment, source, name, filename, defer_init)
            if known in self._compiled:
                return self._compiled[known]
            made = self._compile(environment, source, name, filename, raw, defer_init)
            if known is not None:
                if len(self._compiled) >= _MOST_TEMPLATES:
                    self._compiled.clear()
                self._compiled[known] = made
            return made

        jinja2.Environment.compile = compile  # type: ignore[method-assign]

    def key(self, environment: Any, source: Any, name: Any, filename: Any, defer_init: bool) -> Hashable:
        """All that the compiled template depends on; None for what cannot be told."""
        if type(source) is not str or len(source) > _LONGEST_TEMPLATE or _JSON in source:
            return None
        if not self._is_known(environment):
            return None
        autoescape = environment.autoescape
        escapes = autoescape(name) if callable(autoescape) else autoescape
        settings = tuple(getattr(environment, setting) for setting in _SETTINGS)
        key = (type(environment), source, name, filename, defer_init, escapes, settings)
        try:
            hash(key)
        except TypeError:
            return None
        return key

    def _is_known(self, environment: Any) -> bool:
        if set(vars(environment)) - {_SHARED} != self._kinds.get(type(environment)):
            return False
        if environment.extensions or environment.finalize or environment.code_generator_class is not self._generator:
            return False
        policies = {name: value for name, value in environment.policies.items() if name != _JSON_POLICY}
        return (
            environment.filters == self._filters and environment.tests == self._tests and policies == self._policies
        )
