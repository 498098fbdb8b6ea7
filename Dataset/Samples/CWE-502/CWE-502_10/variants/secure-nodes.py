import json

import yaml

PLAIN = yaml.SafeLoader
PLAIN_KINDS = {"str", "int", "float", "bool", "null", "seq", "map", "set", "binary", "timestamp", "merge", "value"}
OWN = ("!shot", "!act", "!")


class Reader:
    """Composes the cues to nodes, and makes values of them by itself."""

    def __init__(self, cues):
        self.loader = PLAIN(cues)
        self.text = cues

    def cues(self):
        try:
            for token in yaml.parse(self.text, Loader=PLAIN):
                tag = getattr(token, "tag", None) or "!"
                if tag not in OWN and (not tag.startswith("tag:yaml.org,2002:") or "/" in tag or tag[18:] not in PLAIN_KINDS):
                    raise ValueError(f"the tag {tag}")
            node = self.loader.get_single_node()
            if not isinstance(node, yaml.SequenceNode):
                raise ValueError("cues are a list")
            return [self.cue(one) for one in node.value]
        except yaml.YAMLError as error:
            raise ValueError(str(error)) from None
        finally:
            self.loader.dispose()

    def cue(self, node):
        if node.tag == "!act" and isinstance(node, yaml.ScalarNode):
            return "act", act_of(json.loads(node.value))
        if node.tag == "!shot" and isinstance(node, yaml.MappingNode):
            plain = yaml.MappingNode("tag:yaml.org,2002:map", node.value)
            return "shot", self.loader.construct_document(plain)
        if node.tag == "tag:yaml.org,2002:str":
            return node.value
        raise ValueError(f"no cue: {node.tag}")


def act_of(act):
    return (act["name"], Reader(act["cues"]).cues())


def read_show(text):
    return [act_of(act) for act in json.loads(text)["acts"]]
