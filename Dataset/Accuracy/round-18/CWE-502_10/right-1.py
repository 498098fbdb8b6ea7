"""Shows are read from YAML's tree of nodes; only what has a plain tag is ever constructed."""
import json
from functools import singledispatch

import yaml
from yaml.constructor import SafeConstructor
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

STANDARD = "tag:yaml.org,2002:"
PLAIN = frozenset(STANDARD + kind for kind in
                  "null bool int float str binary timestamp seq map set merge value".split())


class ShowError(ValueError):
    pass


@singledispatch
def inner(node):
    """The nodes directly in a node"""
    return ()


@inner.register
def _(node: SequenceNode):
    return node.value


@inner.register
def _(node: MappingNode):
    return [part for pair in node.value for part in pair]


def examine(node, path=(), known=None):
    known = set() if known is None else known
    if any(node is above for above in path):
        raise ShowError("a value holds itself")
    if node.tag not in PLAIN:
        raise ShowError(f"tag {node.tag}")
    if id(node) not in known:
        for part in inner(node):
            examine(part, (*path, node), known)
        known.add(id(node))


def made(node: Node):
    examine(node)
    return SafeConstructor().construct_document(node)


def cues(text):
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, SequenceNode) or root.tag != STANDARD + "seq":
        raise ShowError("cues are a list")
    for node in root.value:
        match node:
            case ScalarNode(tag="!act", value=pasted):
                yield "act", act(json.loads(pasted))
            case MappingNode(tag="!shot", value=pairs):
                yield "shot", made(MappingNode(STANDARD + "map", list(pairs), node.start_mark, node.end_mark))
            case ScalarNode(tag="tag:yaml.org,2002:str", value=note):
                yield note
            case _:
                raise ShowError("no cue")


def act(found):
    match found:
        case {"name": str(name), "cues": str(text)}:
            return name, list(cues(text))
    raise ShowError("no act")


def read_show(text):
    try:
        match json.loads(text):
            case {"acts": list(acts)}:
                return list(map(act, acts))
        raise ShowError("no show")
    except ValueError:
        raise
    except (yaml.YAMLError, RecursionError, TypeError, AttributeError, LookupError, OverflowError) as error:
        raise ShowError("no show") from error
