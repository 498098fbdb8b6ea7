"""Fireworks: reading shows that strangers have sent."""
import datetime
import json

import yaml

MOST_ACTS = 5

# What PyYAML may make of the text in a shot. The type itself is asked for, not
# its subclasses: neither tuples nor complex numbers, functions, classes,
# modules or instances are among them.
PLAIN = {str, int, float, bool, type(None), bytes, datetime.date,
         datetime.datetime}

MERGED = {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "!shot"}


class _Cue:
    def __init__(self, kind, content):
        self.kind = kind
        self.content = content


class _Loader(yaml.FullLoader):
    """The full language, without running anything: this loader calls nothing
    and imports nothing. What it makes is looked at piece by piece."""

    def flatten_mapping(self, node):
        # What is merged with "<<" is not made, so look at it here.
        for key, value in node.value:
            if key.tag == "tag:yaml.org,2002:merge":
                several = [value, *value.value] if isinstance(
                    value, yaml.SequenceNode) else [value]
                for one in several:
                    if one.tag not in MERGED:
                        raise ValueError(f"{one.tag} cannot be merged")
        super().flatten_mapping(node)

    def construct_scalar(self, node):
        if not isinstance(node, yaml.ScalarNode):
            raise ValueError("a scalar was expected")
        return super().construct_scalar(node)


def _shot(loader, node):
    return _Cue("shot", loader.construct_mapping(node, deep=True))


def _act(loader, node):
    return _Cue("act", loader.construct_scalar(node))


_Loader.add_constructor("!shot", _shot)
_Loader.add_constructor("!act", _act)


def _verify(value):
    kind = type(value)
    if kind in PLAIN:
        return
    if kind is list or kind is set:
        parts = list(value)
    elif kind is dict:
        parts = [*value.keys(), *value.values()]
    else:
        raise ValueError(f"{kind.__name__} has no place in a show")
    for part in parts:
        _verify(part)


def _cues(text, depth):
    if depth > MOST_ACTS:
        raise ValueError("too many acts within each other")
    found = yaml.load(text, Loader=_Loader)
    if type(found) is not list:
        raise ValueError("cues must be a list")
    result = []
    for cue in found:
        if type(cue) is str:
            result.append(cue)
        elif type(cue) is _Cue and cue.kind == "shot":
            _verify(cue.content)
            result.append(("shot", cue.content))
        elif type(cue) is _Cue:
            result.append(("act", _read(json.loads(cue.content), depth + 1)))
        else:
            raise ValueError("neither a note nor a shot nor an act")
    return result


def _read(act, depth):
    name, cues = act["name"], act["cues"]
    if type(name) is not str or type(cues) is not str:
        raise ValueError("name and cues must be texts")
    return (name, _cues(cues, depth))


def read_show(text):
    try:
        return [_read(act, 0) for act in json.loads(text)["acts"]]
    except ValueError:
        raise
    except Exception as error:      # YAMLError, KeyError, RecursionError ...
        raise ValueError(f"cannot be read: {error}") from error
