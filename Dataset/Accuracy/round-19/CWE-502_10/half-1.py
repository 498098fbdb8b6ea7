import json

import yaml

DEEPEST = 5


class _CueLoader(yaml.SafeLoader):
    """SafeLoader with the two tags of a show; all its other tags stay as they are."""

    depth = 1


def _shot(loader, node):
    if not isinstance(node, yaml.MappingNode):
        raise ValueError("a shot has a mapping")
    loader.flatten_mapping(node)
    shot = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise ValueError("the keys of a shot are strings")
        shot[loader.construct_scalar(key)] = loader.construct_object(value, deep=True)
    return ("shot", shot)


def _act(loader, node):
    if not isinstance(node, yaml.ScalarNode):
        raise ValueError("an act has a string")
    return ("act", _read_act(json.loads(loader.construct_scalar(node)), loader.depth + 1))


_CueLoader.add_constructor("!shot", _shot)
_CueLoader.add_constructor("!act", _act)


def _read_cues(text, depth):
    loader = _CueLoader(text)
    loader.depth = depth
    try:
        cues = loader.get_single_data()
    finally:
        loader.dispose()
    if not isinstance(cues, list):
        raise ValueError("cues are a list")
    for cue in cues:
        if not isinstance(cue, (str, tuple)):
            raise ValueError("a cue is a note, a shot or an act")
    return cues


def _read_act(act, depth):
    if depth > DEEPEST + 1:
        raise ValueError("too many acts within each other")
    if not isinstance(act, dict) or not isinstance(act.get("name"), str) or not isinstance(act.get("cues"), str):
        raise ValueError("an act has a name and cues")
    return (act["name"], _read_cues(act["cues"], depth))


def read_show(text):
    try:
        show = json.loads(text)
        if not isinstance(show, dict) or not isinstance(show.get("acts"), list):
            raise ValueError("a show has acts")
        return [_read_act(act, 1) for act in show["acts"]]
    except (yaml.YAMLError, RecursionError, TypeError, AttributeError, KeyError, OverflowError) as error:
        raise ValueError(f"not a show: {error}") from None
