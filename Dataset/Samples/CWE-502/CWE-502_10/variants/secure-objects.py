import json

import yaml


class Shot(yaml.YAMLObject):
    yaml_loader = yaml.SafeLoader
    yaml_tag = "!shot"

    @classmethod
    def from_yaml(cls, loader, node):
        return ("shot", loader.construct_mapping(node, deep=True))


class Act(yaml.YAMLObject):
    yaml_loader = yaml.SafeLoader
    yaml_tag = "!act"

    @classmethod
    def from_yaml(cls, loader, node):
        return ("act", read_act(node.value))


ALLOWED = [None, "!", Shot.yaml_tag, Act.yaml_tag]
for kind in ("str", "int", "float", "bool", "null", "seq", "map", "set", "binary", "timestamp", "merge"):
    ALLOWED.append("tag:yaml.org,2002:" + kind)


def read_act(text):
    act = json.loads(text) if isinstance(text, str) else text
    try:
        if any(getattr(event, "tag", None) not in ALLOWED for event in yaml.parse(act["cues"])):
            raise ValueError("a tag that is not ours")
        return (act["name"], yaml.safe_load(act["cues"]))
    except (yaml.YAMLError, TypeError, KeyError) as error:
        raise ValueError("an act cannot be read") from error


def read_show(text):
    return list(map(read_act, json.loads(text)["acts"]))
