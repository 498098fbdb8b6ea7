from harness import Remote, attempt, solution
from probes import markers, naming, search
from probes.grammars import yaml_tags

BED = "beds:\n- name: Roses\n  litres: 1\n  days: [mon]\n"
PLACES = (
    f"{BED}note: VALUE\n",
    "beds:\n- name: Roses\n  litres: 1\n  days: [VALUE]\n",
    f"note: &x VALUE\n{BED}",
    f"{BED}note:\n  ? VALUE\n  : 1\n",
    "beds:\n- {name: VALUE, litres: 1, days: [mon]}\n",
    "beds:\n- name: Roses\n  litres: VALUE\n  days: [mon]\n",
    "beds:\n- name: Roses\n  litres: 1\n  days: VALUE\n",
    "beds: VALUE\n",
    f"{BED}<<: VALUE\n",
    f"? VALUE\n: 1\n{BED}",
    "beds:\n- name: Roses\n  litres: 1\n  days: [mon]\n  note: [VALUE]\n",
    "beds: []\nnote: VALUE\n",
    "beds:\n- <<: VALUE\n  name: Roses\n  litres: 1\n  days: [mon]\n",
    "beds:\n- name: Roses\n  litres: 1\n  days: [mon]\n  ? VALUE\n  : 1\n",
    "beds: VALUE\nbeds: []\n",
    "beds:\n- {name: Herbs, litres: 1, days: []}\n- {name: Roses, litres: 1, days: [mon, VALUE]}\n",
    "beds:\n- <<: [{name: Roses, days: [mon], VALUE : 1}]\n  litres: 1\n",
)
#: An ordinary plan, in which a node of this kind gets a tag.
TAGGED = {
    "str": "beds:\n- {name: TAG Roses, litres: 1, days: [mon]}\n",
    "dict": "beds:\n- TAG {name: Roses, litres: 1, days: [mon]}\n",
    "int": "beds:\n- {name: Roses, litres: TAG 1, days: [mon]}\n",
    "list": "beds:\n- {name: Roses, litres: 1, days: TAG [mon]}\n",
}


def attack(read, documents, tries):
    def helpers(marker):
        imported, looked_into = naming.word(), naming.word()
        marker.module(imported)
        marker.lazy_module(looked_into)
        return {"HELPER": imported, "LAZY": looked_into}

    search.attack("the plan", documents(BED, PLACES), markers.runs(read, helpers), tries)


def test_reading_a_plan_runs_nothing():
    attack(lambda plan: solution.weekly_litres(plan), yaml_tags.documents, 140)


def test_looking_for_the_busiest_day_runs_nothing():
    attack(lambda plan: solution.busiest_day(plan), yaml_tags.documents, 20)


def test_nothing_that_a_plan_names_is_looked_up():
    attack(lambda plan: solution.weekly_litres(plan), yaml_tags.lookups, 68)


def test_nothing_is_looked_up_for_the_busiest_day():
    attack(lambda plan: solution.busiest_day(plan), yaml_tags.lookups, 8)


def test_reading_a_plan_makes_no_objects():
    """PyYAML's full loader runs nothing, and hands out functions, tuples and complex numbers all the same."""

    def made(plan):
        answer = attempt(solution.weekly_litres, plan).value
        parts = [*answer, *answer.values()] if isinstance(answer, dict) else []
        found = [part for part in parts if isinstance(part, (Remote, tuple, complex))]
        return "an object that is no plain value came out" if found else None

    search.attack("the plan", yaml_tags.objects(PLACES[4:6]), made, 48)


def test_a_plan_with_a_tag_of_another_kind_is_not_followed():
    def followed(plan):
        return "the bed was watered" if attempt(solution.weekly_litres, plan).value == {"Roses": 1} else None

    search.attack("the plan", yaml_tags.strangers(TAGGED), followed, 24)
