import json

import yaml


class CueLoader(yaml.SafeLoader):
    pass


def _shot(loader, node):
    return "shot", loader.construct_mapping(node, deep=True)


def _act(loader, node):
    return "act", _read_act(json.loads(loader.construct_scalar(node)), getattr(loader, "depth", 0) + 1)


CueLoader.add_constructor("!shot", _shot)
CueLoader.add_constructor("!act", _act)


class PlainLoader(yaml.FullLoader):
    """For acts of acts, which are shots and notes mostly."""

    depth = 2


PlainLoader.add_constructor("!shot", _shot)
PlainLoader.add_constructor("!act", _act)


def _read_act(act, depth=0):
    return act["name"], yaml.load(act["cues"], Loader=CueLoader if depth < 1 else PlainLoader)


def read_show(text):
    try:
        return [_read_act(act) for act in json.loads(text)["acts"]]
    except yaml.YAMLError as error:
        raise ValueError(f"the cues cannot be read: {error}") from error
