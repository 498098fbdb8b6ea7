import itertools
import json

from harness import Remote, attempt, inconclusive, solution, type_names
from probes import markers, naming, search
from probes.grammars import yaml_tags
from probes.grammars.ranked import in_turn

PLAIN = "- wait\n- !shot {at: 1}\n"
#: Where a hostile node may stand among the cues of an act.
PLACES = (
    "- VALUE\n",
    "- !shot {mortar: VALUE}\n",
    "VALUE\n",
    "- !shot {by: [x, VALUE]}\n",
    "- !shot {VALUE : 1}\n",
    "- wait\n- &a VALUE\n- *a\n",
    "- !shot\n  <<: VALUE\n  at: 1\n",
    "- !act VALUE\n",
    "- !shot VALUE\n",
    "- !act '{\"name\": \"A\", \"cues\": \"[]\"}'\n- VALUE\n",
    "- {wait: VALUE}\n",
    "- !shot {by: {x: VALUE}}\n",
)
#: The same for texts that ought to be JSON.
SHOWS = ("acts:\n- name: A\n  cues: VALUE\n", "acts: VALUE\nshow: x\n", "acts: []\nshow: VALUE\n", "acts:\n- name: VALUE\n  cues: '[]'\n")
ACTS = ("name: A\ncues: VALUE\n", "name: VALUE\ncues: '[]'\n", "name: A\ncues: '[]'\nnote: VALUE\n")


def act(cues, name="A"):
    return {"name": name, "cues": cues}


def show(cues, depth=0, after=()):
    """The cues of the act that is so deep; in front of it others that are in order."""
    for level in range(depth):
        cues = "".join(f"- !act {json.dumps(json.dumps(act(PLAIN, one)))}\n" for one in after[:1]) + f"- !act {json.dumps(json.dumps(act(cues, f'L{level}')))}\n"
    return json.dumps({"show": "Lake", "acts": [*(act(PLAIN, one) for one in after), act(cues)]})


def helpers(marker):
    imported, looked_into = naming.word(), naming.word()
    marker.module(imported)
    marker.lazy_module(looked_into)
    return {"HELPER": imported, "LAZY": looked_into}


def read(candidate):
    cues, depth, after = candidate
    return solution.read_show(show(cues, int(depth) if depth.isdigit() else 0, after.split()))


def everywhere(documents, depths="4021"):
    """The likeliest ones in every depth, the others in one each."""
    first, rest = itertools.tee(documents)
    for cues in itertools.islice(first, 3):
        yield from ((cues, depth, after) for depth in "01234" for after in ("", "Good"))
    for cues, depth in zip(itertools.islice(rest, 3, None), itertools.cycle(depths)):
        yield cues, depth, ""


def test_cues_run_nothing():
    if attempt(read, (PLAIN, "1", "Good")).value is None:
        inconclusive("an ordinary show is not read")
    search.attack("the cues", everywhere(yaml_tags.documents(PLAIN, PLACES)), markers.runs(read, helpers), 104, shrink=4)


def test_nothing_that_cues_name_is_looked_up():
    search.attack("the cues", everywhere(yaml_tags.lookups(PLAIN, PLACES), "30"), markers.runs(read, helpers), 44, shrink=4)


def as_text(candidate):
    """A text that is no JSON: the show, or an act in it."""
    text, depth = candidate
    if not depth.isdigit():
        return solution.read_show(text)
    return solution.read_show(show(f"- !act {json.dumps(text)}\n", int(depth)))


#: Texts that are JSON to one who has Python read them.
EXPRESSIONS = ("PYTHON", '{"acts": [], "name": PYTHON, "cues": "[]"}', '{"acts": [{"name": PYTHON, "cues": "[]"}]}', '{"name": "A", "cues": BARE, "acts": []}', '{"name": "A", "cues": "[]", "acts": [], "x": [PYTHON]}', '{"name": "A" if PYTHON else "", "cues": "[]", "acts": []}', '{"name": f"{PYTHON}", "cues": "[]", "acts": []}')


def test_what_ought_to_be_json_runs_nothing():
    shows = zip(in_turn(EXPRESSIONS, yaml_tags.documents("acts: []\n", SHOWS)), itertools.repeat("show"))
    acts = zip(in_turn(EXPRESSIONS, yaml_tags.documents("name: A\ncues: '[]'\n", ACTS)), itertools.cycle("030"))
    search.attack("the text", in_turn(shows, acts), markers.runs(as_text, helpers), 64, shrink=4)


def test_nothing_else_comes_forth():
    def made(candidate):
        outcome = attempt(read, candidate)
        waiting = [outcome.value]
        while waiting:
            one = waiting.pop()
            if isinstance(one, complex) or one == ("a", "b") or isinstance(one, Remote) and type_names(one)[0] not in ("date", "datetime", "timezone"):
                return "what came forth is none of YAML's own kinds"
            if isinstance(one, dict):
                waiting += [*one, *one.values()]
            elif isinstance(one, (list, tuple, set)):
                waiting += one
        return None

    every = (node for place in (PLACES[:2], PLACES[3:5]) for node in yaml_tags.objects(place))
    search.attack("the cues", everywhere(every), made, 92, shrink=0)


def test_a_tag_for_an_object_is_refused():
    """Also where a loader never looks at it."""
    accepted = lambda candidate: "a show with a tag for an object of Python is read" if attempt(read, candidate).returned else None
    search.attack("the cues", everywhere(yaml_tags.unseen("!shot"), "021"), accepted, 108, shrink=0)
