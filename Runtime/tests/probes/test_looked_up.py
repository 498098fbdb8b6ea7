"""Templates that look for what is not there, filled in by programs that say what was missing, and by sound ones."""

import re
import unittest

import fakes  # noqa: F401
import jinja2
import markupsafe

from probes.grammars import looked_up

EVIL = "<img src=x>"


class Shown(jinja2.ChainableUndefined, jinja2.DebugUndefined):
    pass


class Named(jinja2.Undefined):
    def __html__(self):
        return f"[{self._undefined_name}]"


class Said(jinja2.Undefined):
    def __str__(self):
        return markupsafe.Markup(f"<!-- {self._undefined_message} -->")

    __html__ = __str__


class Chained(jinja2.ChainableUndefined):
    def __getattr__(self, name):
        return markupsafe.Markup(f"({name})")

    __getitem__ = __getattr__


def finalized(value):
    return markupsafe.Markup(f"[{value._undefined_name}]") if isinstance(value, jinja2.Undefined) else value


CARELESS = (
    *({"undefined": kind, "autoescape": True} for kind in (Shown, Named, Said, Chained)),
    {"finalize": finalized, "autoescape": True},
    {"autoescape": False},
    {"autoescape": False, "finalize": lambda value: markupsafe.escape(value) if isinstance(value, str) else value},
)
SOUND = (
    *({"undefined": kind, "autoescape": True} for kind in (jinja2.Undefined, jinja2.DebugUndefined, jinja2.StrictUndefined)),
    {"undefined": jinja2.ChainableUndefined, "autoescape": True},
)


def shows(options: dict) -> bool:
    values = {"x": EVIL, "keys": {"x": "y"}, "xs": ["x", EVIL]}
    for source in (*looked_up.missing("x", "keys", "xs"), *looked_up.composed("x", "keys", "xs")):
        try:
            page = jinja2.Environment(**options).from_string(source).render(values)
        except (jinja2.UndefinedError, TypeError):
            continue
        if re.search("<img", page):
            return True
    return False


class LookedUpTest(unittest.TestCase):
    def test_each_way_of_showing_what_is_missing_is_found(self) -> None:
        for options in CARELESS[:-1]:
            self.assertTrue(shows(options), options)

    def test_sound_environments_show_nothing(self) -> None:
        for options in SOUND:
            self.assertFalse(shows(options), options)


if __name__ == "__main__":
    unittest.main()
