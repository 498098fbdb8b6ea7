"""Jinja2 only reads the template; this program walks the tree that it makes and writes the letters."""
import re
from functools import singledispatch

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateError

BRACES = re.compile(r"(\{\{(?!\{).*?\}\}|\{%.*?%\})", re.DOTALL)


@singledispatch
def compiled(node):
    raise ValueError(f"a letter may not hold {type(node).__name__}")


@compiled.register
def _(node: nodes.Template):
    return sequence(node.body)


@compiled.register
def _(node: nodes.Output):
    return sequence(node.nodes)


@compiled.register
def _(node: nodes.TemplateData):
    return lambda member: node.data


@compiled.register
def _(node: nodes.Name):
    return lambda member: member.get(node.name, "")


@compiled.register
def _(node: nodes.Filter):
    change = {"upper": str.upper, "lower": str.lower}.get(node.name)
    if change is None or type(node.node) is not nodes.Name or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise ValueError(f"a letter may not hold this filter: {node.name}")
    return lambda member: change(member.get(node.node.name, ""))


@compiled.register
def _(node: nodes.If):
    if type(node.test) is not nodes.Name or node.elif_ or node.else_:
        raise ValueError("a letter may only ask whether a particular is there")
    body = sequence(node.body)
    return lambda member: body(member) if member.get(node.test.name) else ""


def sequence(children):
    functions = [compiled(child) for child in children]
    return lambda member: "".join(function(member) for function in functions)


def circular(template, members):
    # In the text, signs that the template lacks stand in for what Jinja2 would change or take for its own.
    unused = (sign for sign in map(chr, range(0xE000, 0xF900)) if sign not in template)
    hidden = dict(zip("\r{", unused))
    pieces = BRACES.split(template)
    pieces[::2] = [text.translate(str.maketrans(hidden)) for text in pieces[::2]]
    shown = str.maketrans({sign: original for original, sign in hidden.items()})
    try:
        tree = Environment(keep_trailing_newline=True).parse("".join(pieces))
        for data in tree.find_all(nodes.TemplateData):
            data.data = data.data.translate(shown)
        letter = compiled(tree)
    except TemplateError as error:
        raise ValueError(str(error)) from error
    except RecursionError as error:
        raise ValueError("too deep") from error
    return [letter(member) for member in members]
