import json

import yaml

DEEPEST = 5


class _Loader(yaml.SafeLoader):
    """Knows YAML's own tags, and nothing of Python."""


def _act(data, depth):
    if not isinstance(data, dict) or not isinstance(data.get("name"), str) \
            or not isinstance(data.get("cues"), str):
        raise ValueError("not an act")
    return data["name"], _cues(data["cues"], depth)


def _cue(loader, node, depth):
    if node.tag == "!shot":
        if not isinstance(node, yaml.MappingNode):
            raise ValueError("a shot has a mapping")
        return "shot", loader.construct_mapping(node, deep=True)
    if node.tag == "!act":
        if not isinstance(node, yaml.ScalarNode):
            raise ValueError("an act has a string")
        if depth >= DEEPEST:
            raise ValueError("too many acts within each other")
        return "act", _act(json.loads(node.value), depth + 1)
    note = loader.construct_object(node, deep=True)
    if not isinstance(note, str):
        raise ValueError("not a cue")
    return note


def _cues(text, depth):
    try:
        loader = _Loader(text)
        try:
            root = loader.get_single_node()
            if not isinstance(root, yaml.SequenceNode):
                raise ValueError("the cues are no list")
            return [_cue(loader, node, depth) for node in root.value]
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        raise ValueError("bad cues") from error
    except (TypeError, AttributeError, KeyError, OverflowError, RecursionError) as error:
        raise ValueError("bad cues") from error


def read_show(text):
    show = json.loads(text)
    if not isinstance(show, dict) or not isinstance(show.get("acts"), list):
        raise ValueError("not a show")
    return [_act(act, 1) for act in show["acts"]]
