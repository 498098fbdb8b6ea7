"""Reads shows from PyYAML's events, without any constructor that a tag could choose.

A composed tree is checked as a whole against a list of tags first; only then values are made."""
import json
from functools import partial

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

STANDARD = {f"tag:yaml.org,2002:{kind}" for kind in
            "null bool int float str binary timestamp omap pairs set seq map merge value".split()}


class ShowError(ValueError):
    pass


def nodes(root):
    """Every node of a tree once, keys as well as values."""
    waiting, seen = [root], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, SequenceNode):
            waiting += node.value
        elif isinstance(node, MappingNode):
            for pair in node.value:
                waiting += pair


def plain(node):
    maker = yaml.constructor.SafeConstructor()
    return maker.construct_document(node)


def shot(node):
    copy = MappingNode("tag:yaml.org,2002:map", list(node.value), node.start_mark, node.end_mark)
    mapping = plain(copy)
    if not all(isinstance(key, str) for key in mapping):
        raise ShowError("keys of shots are strings")
    return mapping


def cue(node, left):
    match node:
        case ScalarNode(tag="tag:yaml.org,2002:str", value=note):
            return note
        case MappingNode(tag="!shot"):
            return "shot", shot(node)
        case ScalarNode(tag="!act", value=pasted) if left:
            return "act", act(json.loads(pasted), left - 1)
    raise ShowError(f"no cue: {node.tag}")


def act(value, left=5):
    match value:
        case {"name": str(name), "cues": str(text)}:
            root = yaml.compose(text, Loader=yaml.SafeLoader)
            if not isinstance(root, SequenceNode):
                raise ShowError("cues are a list")
            direct = {id(node) for node in root.value}
            for node in nodes(root):
                if node.tag not in STANDARD and not (node.tag in ("!shot", "!act") and id(node) in direct):
                    raise ShowError(f"tag {node.tag}")
            if root.tag != "tag:yaml.org,2002:seq":
                raise ShowError("cues are a list")
            return name, list(map(partial(cue, left=left), root.value))
    raise ShowError("no act")


def read_show(text):
    try:
        match json.loads(text):
            case {"acts": list(acts)}:
                return [act(each) for each in acts]
    except (yaml.YAMLError, RecursionError, TypeError, AttributeError, OverflowError, KeyError) as why:
        raise ShowError(str(why)) from why
    raise ShowError("no show")
