"""Templates in which a value decides what is shown, or stands where there is nothing: keys that are not there.

A program may show what is missing, and say which it was; a value that is a key is then on the page by another way than
the one that escapes it.
"""

from __future__ import annotations

#: Expressions of Jinja2; X is a text, D a dictionary without it, L a list.
MISSING = (
    *("D[X]", "D[X].y", "D[X][X]", "D.none[X]", "none[X]", "L[X]", "X[X]", "D[X ~ 'y']", "D['none'][X]", "D[X] or X"),
    *("D.get(X, X)", "D[X].y.z", "X.none", "L[9][X]", "D['x'][X]"),
)
#: The same texts once more, put together, chosen, kept, and taken through a loop or a macro.
COMPOSED = (
    *("{{ X ~ X }}", "{{ 'x' ~ X ~ 'y' }}", "{{ X if X else 'x' }}", "{{ none or X }}", "{{ X and X }}", "{% set v = X %}{{ v }}"),
    *("{% set v %}{{ X }}{% endset %}{{ v }}", "{% for v in [X, 'x'] %}{{ v }}{% endfor %}", "{% with v = X %}{{ v }}{% endwith %}"),
    *("{% macro m(v) %}<i>{{ v }}</i>{% endmacro %}{{ m(X) }}", "{% for v in D %}{{ v }}{% else %}{{ X }}{% endfor %}", "{{ L[-1] }}"),
    *("{% if X %}{{ X }}{% endif %}", "{% for a, b in [[X, X]] %}{{ a }}{{ b }}{% endfor %}", "{{ (X, X)[0] }}", "{{ {'x': X}['x'] }}"),
)


def missing(text: str, dictionary: str, texts: str) -> list[str]:
    """Templates, each with one of the expressions in the text of an element and in an attribute."""
    filled = [_filled(one, text, dictionary, texts) for one in MISSING]
    return [f'<p title="{{{{ {one} }}}}">{{{{ {one} }}}}</p>' for one in filled]


def composed(text: str, dictionary: str, texts: str) -> list[str]:
    """Templates in which the text comes by another way, with the elements that stand in them."""
    return [f"<p>{_filled(one, text, dictionary, texts)}</p>" for one in COMPOSED]


def _filled(form: str, text: str, dictionary: str, texts: str) -> str:
    names = {"X": text, "D": dictionary, "L": texts}
    return "".join(names.get(sign, sign) for sign in form)
