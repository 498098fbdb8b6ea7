import json
import re

import yaml


class CueLoader(yaml.UnsafeLoader):
    pass


def _shot(loader, node):
    return "shot", loader.construct_mapping(node, deep=True)


def _act(loader, node):
    return "act", _read_act(json.loads(loader.construct_scalar(node)))


CueLoader.add_constructor("!shot", _shot)
CueLoader.add_constructor("!act", _act)


def _read_act(act):
    for line in act["cues"].splitlines():
        if re.search(r"(^|[\s\[{,:-])!(!|<tag:yaml\.org,2002:)python/", line):
            raise ValueError("tags of Python are not allowed in cues")
    return act["name"], yaml.load(act["cues"], Loader=CueLoader)


def read_show(text):
    try:
        return [_read_act(act) for act in json.loads(text)["acts"]]
    except yaml.YAMLError as error:
        raise ValueError(f"the cues cannot be read: {error}") from error
