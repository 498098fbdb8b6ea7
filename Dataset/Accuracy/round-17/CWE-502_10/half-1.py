import json

import yaml

_DEEPEST = 5


class _Cues(yaml.SafeLoader):
    """Knows YAML's own tags, and makes an error of every other."""


def _plain(value):
    if isinstance(value, list):
        return all(_plain(one) for one in value)
    return not isinstance(value, (dict, tuple))


def _shot(loader, node):
    mapping = loader.construct_mapping(node, deep=True)
    for key, value in mapping.items():
        if not isinstance(key, str) or not _plain(value):
            raise ValueError("no shot")
    return ("shot", mapping)


def _cue(loader, node, depth):
    if node.tag == "!shot":
        if not isinstance(node, yaml.MappingNode):
            raise ValueError("a shot has a mapping")
        return _shot(loader, node)
    if node.tag == "!act":
        if not isinstance(node, yaml.ScalarNode):
            raise ValueError("an act has a string")
        return ("act", _act(_json(node.value), depth + 1))
    note = loader.construct_document(node)
    if not isinstance(note, str):
        raise ValueError("a note is a string")
    return note


def _read_cues(text, depth):
    if not isinstance(text, str):
        raise ValueError("cues are a text")
    loader = _Cues(text)
    try:
        # Composed only: each cue is built on its own, as acts need to know their depth.
        root = loader.get_single_node()
        if not isinstance(root, yaml.SequenceNode):
            raise ValueError("cues are a list")
        return [_cue(loader, node, depth) for node in root.value]
    finally:
        loader.dispose()


def _json(text):
    def refuse(name):
        raise ValueError(f"{name} is no JSON")
    return json.loads(text, parse_constant=refuse)


def _act(act, depth):
    if depth > _DEEPEST:
        raise ValueError("too many acts within each other")
    if not isinstance(act, dict) or not isinstance(act.get("name"), str) or "cues" not in act:
        raise ValueError("an act has a name and cues")
    return (act["name"], _read_cues(act["cues"], depth))


def read_show(text):
    try:
        show = _json(text)
        if not isinstance(show, dict) or not isinstance(show.get("acts"), list):
            raise ValueError("no show")
        return [_act(act, 1) for act in show["acts"]]
    except ValueError:
        raise
    except (yaml.YAMLError, RecursionError, TypeError, AttributeError, KeyError, IndexError, OverflowError) as error:
        raise ValueError(f"this show cannot be read: {error}") from error
