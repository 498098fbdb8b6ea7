"""Reads the nodes of YAML by hand; PyYAML makes values only of scalars."""
import functools
import json

from yaml import MappingNode, SafeLoader, ScalarNode, SequenceNode, YAMLError, compose
from yaml.constructor import SafeConstructor

Y = "tag:yaml.org,2002:%s".__mod__
SCALARS = frozenset(map(Y, "str int float bool null binary timestamp".split()))
MERGE, VALUE = Y("merge"), Y("value")


def no(why="not a proper show"):
    raise ValueError(why)


def scalar(node):
    if node.tag == VALUE:           # a lone "=", which is just a text
        return node.value
    if node.tag not in SCALARS:
        no("tag " + node.tag)
    return SafeConstructor().construct_document(node)


def pairs(node, tags, way):
    """The pairs of a mapping, those that are merged first."""
    if not isinstance(node, MappingNode) or node.tag not in tags or id(node) in way:
        no("not a mapping, or one in itself")
    way = way | {id(node)}
    own, merged = [], []
    for key, value in node.value:
        if isinstance(key, ScalarNode) and key.tag == MERGE:
            if isinstance(value, SequenceNode):
                if value.tag != Y("seq"):
                    no("tag " + value.tag)
                several = reversed(value.value)
            else:
                several = [value]
            for one in several:
                merged.extend(pairs(one, {Y("map"), "!shot"}, way))
        elif isinstance(key, ScalarNode):
            own.append((scalar(key), worth(value, way)))
        else:
            no("a key is a plain value")
    return merged + own


def worth(node, way=frozenset()):
    if isinstance(node, ScalarNode):
        return scalar(node)
    if id(node) in way:
        no("something is in itself")
    way = way | {id(node)}
    if isinstance(node, SequenceNode) and node.tag == Y("seq"):
        return [worth(item, way) for item in node.value]
    if isinstance(node, MappingNode) and node.tag == Y("map"):
        return dict(pairs(node, {node.tag}, way - {id(node)}))
    if isinstance(node, MappingNode) and node.tag == Y("set"):
        return {key for key, _ in pairs(node, {node.tag}, way - {id(node)})}
    no("tag " + node.tag)


def cue(node, left):
    match node:
        case ScalarNode(tag="!act", value=text) if left:
            return ("act", act(json.loads(text), left - 1))
        case MappingNode(tag="!shot"):
            return ("shot", dict(pairs(node, {"!shot"}, frozenset())))
        case ScalarNode() if node.tag == Y("str") or node.tag == VALUE:
            return node.value
    no("neither note nor shot nor act")


def act(thing, left):
    match thing:
        case {"name": str(name), "cues": str(text)}:
            root = compose(text, Loader=SafeLoader)
            if not isinstance(root, SequenceNode) or root.tag != Y("seq"):
                no("cues are a list")
            return (name, [cue(node, left) for node in root.value])
    no("an act has a name and cues")


def read_show(text):
    try:
        match json.loads(text):
            case {"acts": [*acts]}:
                return list(map(functools.partial(act, left=5), acts))
    except ValueError:
        raise
    except (YAMLError, ArithmeticError, AttributeError, LookupError, TypeError,
            RecursionError) as error:
        raise ValueError(str(error)) from error
    no()
