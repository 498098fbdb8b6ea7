"""Circular letters: templates of the board, filled in for each singer.

The text is taken apart here; only what stands between the braces is handed to Jinja2, after its
syntax tree was found free of everything that leads away from the particulars.
"""

import re
from functools import lru_cache

from jinja2 import Environment, TemplateError, nodes

_TAG = re.compile(r"\{\{(?!\{)(.*?)\}\}|\{%(.*?)%\}", re.DOTALL)
_IF = re.compile(r"\s*if\s+(.*)", re.DOTALL)

_ENV = Environment(autoescape=False)
_ENV.filters = {"upper": lambda value: str(value).upper(), "lower": lambda value: str(value).lower()}
_ENV.globals.clear()
_ENV.tests.clear()

# Attributes, items and calls are the ways into Python, whatever they hang on.
_FORBIDDEN = (
    nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.NSRef, nodes.Call, nodes.CallBlock,
    nodes.Macro, nodes.Import, nodes.FromImport, nodes.Include, nodes.Extends,
    nodes.EnvironmentAttribute, nodes.ExtensionAttribute, nodes.ImportedName, nodes.InternalName,
    nodes.ContextReference, nodes.DerivedContextReference,
)


@lru_cache(maxsize=512)
def _expression(source):
    """Compiles an expression of a template, or refuses it."""
    source = source.strip()
    try:
        tree = _ENV.parse("{{ " + source + " }}")
        if len(tree.body) != 1 or not isinstance(tree.body[0], nodes.Output):
            raise ValueError(f"no expression: {source}")
        if next(tree.find_all(_FORBIDDEN), None) is not None:
            raise ValueError(f"not allowed in a letter: {source}")
        return _ENV.compile_expression(source)
    except TemplateError as error:
        raise ValueError(f"not understood: {source}") from error


def _parse(template):
    """Returns the template as a tree of strings, expressions, and (expression, tree) for ifs."""
    root = []
    open_ = [root]
    at = 0
    for tag in _TAG.finditer(template):
        open_[-1].append(template[at:tag.start()])
        at = tag.end()
        if tag[1] is not None:
            open_[-1].append(_expression(tag[1]))
        elif condition := _IF.fullmatch(tag[2]):
            inner = []
            open_[-1].append((_expression(condition[1]), inner))
            open_.append(inner)
        elif tag[2].strip() == "endif" and len(open_) > 1:
            open_.pop()
        else:
            raise ValueError(f"unknown tag: {tag[0]}")
    if len(open_) > 1:
        raise ValueError("an if without an endif")
    root.append(template[at:])
    return root


def _fill(tree, member):
    for part in tree:
        if isinstance(part, str):
            yield part
        elif isinstance(part, tuple):
            condition, inner = part
            if condition(member):
                yield from _fill(inner, member)
        else:
            value = part(member)
            yield "" if value is None else str(value)


def circular(template, members):
    tree = _parse(template)
    return ["".join(_fill(tree, member)) for member in members]
