import json

import yaml


class Pasted(str):
    pass


Loader = type("Loader", (yaml.SafeLoader,), {})
Loader.add_constructor("!shot", lambda loader, node: ("shot", loader.construct_mapping(node, True)))
Loader.add_constructor("!act", lambda loader, node: Pasted(loader.construct_scalar(node)))


def read_show(text):
    def cues(source):
        try:
            for event in yaml.parse(source, Loader):
                tag = getattr(event, "tag", None) or "!"
                if "python" in tag or not tag.startswith(("!", "tag:yaml.org,2002:")) or tag.startswith("!") and tag not in ("!", "!shot", "!act"):
                    raise ValueError("a tag that has no place here")
            found = yaml.load(source, Loader)
        except yaml.error.YAMLError:
            raise ValueError("no YAML") from None
        return [("act", act(**json.loads(cue))) if isinstance(cue, Pasted) else cue for cue in found]

    def act(name, cues_=None, **more):
        return name, cues(more["cues"])

    return [act(**one) for one in json.loads(text)["acts"]]
