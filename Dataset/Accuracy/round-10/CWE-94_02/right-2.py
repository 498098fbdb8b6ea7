"""Circular letters. Jinja2 reads the expressions, but runs nothing: of its syntax trees only those
of the few forms of the notation are accepted, and they become closures here."""

import re

import jinja2
from jinja2 import nodes

_READER = jinja2.Environment()
_PIECES = re.compile(r"(\{\{(?!\{).*?\}\}|\{%.*?%\})", re.S)


def _tree(expression):
    if expression[:1] in ("-", "+") or expression[-1:] in ("-", "+"):
        raise ValueError("no control of blanks in letters")
    try:
        body = _READER.parse("{{ %s }}" % expression).body
    except jinja2.TemplateSyntaxError as error:
        raise ValueError(str(error)) from error
    match body:
        case [nodes.Output(nodes=[single])]:
            return single
    raise ValueError(f"not one expression: {expression}")


def _name(node):
    if type(node) is nodes.Name and node.ctx == "load":
        return node.name
    raise ValueError("only names of particulars are allowed here")


def _placeholder(expression):
    node = _tree(expression)
    if type(node) is nodes.Filter:
        if node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
            raise ValueError("filters take nothing")
        if node.name not in ("upper", "lower"):
            raise ValueError("unknown filter")
        name, method = _name(node.node), {"upper": str.upper, "lower": str.lower}[node.name]
        return lambda member: method(member.get(name, ""))
    name = _name(node)
    return lambda member: member.get(name, "")


def _sequence(pieces, inside):
    """Makes a function of the pieces up to the end, or up to the endif."""
    parts = []
    for piece in pieces:
        if len(piece) > 3 and piece[:2] == "{{" and piece[2] != "{" and piece[-2:] == "}}":
            parts.append(_placeholder(piece[2:-2].strip()))
        elif len(piece) > 3 and piece[:2] == "{%" and piece[-2:] == "%}":
            word, _, rest = re.sub(r"\s+", " ", piece[2:-2].strip()).partition(" ")
            if word == "endif" and not rest and inside:
                break
            if word != "if":
                raise ValueError(f"unknown tag: {piece}")
            parts.append(_condition(_name(_tree(rest)), _sequence(pieces, True)))
        else:
            parts.append(lambda member, piece=piece: piece)
    else:
        if inside:
            raise ValueError("endif is missing")
    return lambda member: "".join([part(member) for part in parts])


def _condition(name, then):
    return lambda member: then(member) if member.get(name) else ""


def circular(template, members):
    write = _sequence(iter(_PIECES.split(template)), False)
    return [write(member) for member in members]
