"""Shows of other firework makers. Strangers write them: nothing here but SafeLoader."""
import json

import yaml

DEPTH = 6       # the act of the show, and five within each other


class _ShowLoader(yaml.SafeLoader):
    """The safe loader, with the two tags of shows."""

    def shot(self, node):
        if not isinstance(node, yaml.MappingNode):
            raise ValueError("a shot is a mapping")
        self.flatten_mapping(node)
        # Keys are strings: `on`, `no` and `1` are names of things here, no booleans and numbers.
        shot = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise ValueError("the keys of a shot are strings")
            shot[key.value] = self.construct_object(value, deep=True)
        return "shot", shot

    def act(self, node):
        if not isinstance(node, yaml.ScalarNode):
            raise ValueError("an act is a string")
        return "act", _act(json.loads(node.value), self.depth + 1)


_ShowLoader.add_constructor("!shot", _ShowLoader.shot)
_ShowLoader.add_constructor("!act", _ShowLoader.act)


def _act(value, depth):
    """The tuple of an act: its name and its cues."""
    if not isinstance(value, dict) or not isinstance(value.get("name"), str) \
            or not isinstance(value.get("cues"), str):
        raise ValueError("no act")
    if depth > DEPTH:
        raise ValueError("too many acts within each other")
    return value["name"], _cues(value["cues"], depth)


def _cues(text, depth):
    loader = _ShowLoader(text)
    loader.depth = depth
    try:
        cues = loader.get_single_data()
    except (yaml.YAMLError, RecursionError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"cues: {error}") from error
    finally:
        loader.dispose()
    if not isinstance(cues, list):
        raise ValueError("cues are a list")
    for cue in cues:
        if not isinstance(cue, (str, tuple)):
            raise ValueError("neither a note nor a shot nor an act")
    return cues


def read_show(text):
    show = json.loads(text)
    if not isinstance(show, dict) or not isinstance(show.get("acts"), list):
        raise ValueError("no show")
    return [_act(act, 1) for act in show["acts"]]
