import datetime
import json

import yaml

DEEPEST = 5
_PLAIN = (str, int, float, bool, type(None), bytes, set, datetime.date, datetime.datetime)


class _Act:
    def __init__(self, text):
        self.text = text


class _Shot:
    def __init__(self, mapping):
        self.mapping = mapping


class _Loader(yaml.FullLoader):
    """Every tag of Python's is refused."""


def _refuse(loader, suffix, node):
    raise ValueError("a tag of Python: " + suffix)


# in place of those that FullLoader has: names, modules, objects
_Loader.yaml_multi_constructors = {"tag:yaml.org,2002:python/": _refuse}
_Loader.add_constructor("!shot", lambda loader, node: _Shot(loader.construct_mapping(node, deep=True)))
_Loader.add_constructor("!act", lambda loader, node: _Act(loader.construct_scalar(node)))


def _check(value):
    """Only what is described, however deep."""
    if type(value) is list:
        for part in value:
            _check(part)
    elif type(value) is dict:
        for key, part in value.items():
            _check(key)
            _check(part)
    elif type(value) not in _PLAIN:
        raise ValueError("a value that no shot has")


def _act(data, depth):
    if not isinstance(data, dict) or not isinstance(data.get("name"), str) \
            or not isinstance(data.get("cues"), str):
        raise ValueError("not an act")
    return data["name"], _cues(data["cues"], depth)


def _cue(cue, depth):
    if type(cue) is str:
        return cue
    if type(cue) is _Shot:
        _check(cue.mapping)
        return "shot", cue.mapping
    if type(cue) is _Act and isinstance(cue.text, str):
        if depth >= DEEPEST:
            raise ValueError("too many acts within each other")
        return "act", _act(json.loads(cue.text), depth + 1)
    raise ValueError("not a cue")


def _cues(text, depth):
    try:
        cues = yaml.load(text, Loader=_Loader)
        if type(cues) is not list:
            raise ValueError("the cues are no list")
        return [_cue(cue, depth) for cue in cues]
    except yaml.YAMLError as error:
        raise ValueError("bad cues") from error
    except (TypeError, AttributeError, KeyError, OverflowError, RecursionError) as error:
        raise ValueError("bad cues") from error


def read_show(text):
    show = json.loads(text)
    if not isinstance(show, dict) or not isinstance(show.get("acts"), list):
        raise ValueError("not a show")
    return [_act(act, 1) for act in show["acts"]]
