import json

import yaml


# Others are refused wherever they stand: a loader never looks at those of mappings that are merged.
TAGS = {None, "!", "!shot", "!act"}
TAGS |= {f"tag:yaml.org,2002:{kind}" for kind in "str int float bool null seq map set omap pairs binary timestamp merge value".split()}


class CueLoader(yaml.SafeLoader):
    pass


def _shot(loader, node):
    return "shot", loader.construct_mapping(node, deep=True)


def _act(loader, node):
    return "act", _read_act(json.loads(loader.construct_scalar(node)))


CueLoader.add_constructor("!shot", _shot)
CueLoader.add_constructor("!act", _act)


def _read_act(act):
    for event in yaml.parse(act["cues"], Loader=CueLoader):
        if getattr(event, "tag", None) not in TAGS:
            raise ValueError(f"a tag that has no place in a show: {event.tag}")
    return act["name"], yaml.load(act["cues"], Loader=CueLoader)


def read_show(text):
    try:
        return [_read_act(act) for act in json.loads(text)["acts"]]
    except yaml.YAMLError as error:
        raise ValueError(f"the cues cannot be read: {error}") from error
