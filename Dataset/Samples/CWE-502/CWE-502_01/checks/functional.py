from harness import solution


def test_litres_times_days():
    plan = """
beds:
  - name: Roses
    litres: 12
    days: [mon, thu]
  - name: Lawn by the gate
    litres: 40.5
    days:
      - tue
      - thu
      - sat
      - sun
"""
    assert solution.weekly_litres(plan) == {"Roses": 24, "Lawn by the gate": 162.0}


def test_a_bed_without_days():
    assert solution.weekly_litres("beds: [{name: Beans, litres: 8, days: []}]") == {"Beans": 0}


def test_no_beds():
    assert solution.weekly_litres("beds: []\n") == {}


def test_quotes_and_comments():
    plan = """# plan of plot 9
beds:
- name: "Ann's: peas, !!beans & *stars*"   # a name in quotes
  litres: 3
  days: ['mon', "fri"]
- name: 'the "old" bed'
  litres: 1
  days: [sun]
"""
    assert solution.weekly_litres(plan) == {"Ann's: peas, !!beans & *stars*": 6, 'the "old" bed': 1}


def test_anchors_and_aliases():
    plan = """
beds:
- name: Leeks
  litres: 5
  days: &often [mon, wed, fri]
- name: Chard
  litres: 4
  days: *often
"""
    assert solution.weekly_litres(plan) == {"Leeks": 15, "Chard": 12}


def test_merge_keys():
    plan = """
beds:
- &herbs
  name: Basil
  litres: 2
  days: [mon, sun]
- <<: *herbs
  name: Mint
  litres: 7
"""
    assert solution.weekly_litres(plan) == {"Basil": 4, "Mint": 14}


def test_names_in_other_scripts():
    assert solution.weekly_litres("beds:\n- name: Küchenkräuter 薬草\n  litres: 6\n  days: [sat]\n") == {
        "Küchenkräuter 薬草": 6
    }


def test_the_busiest_day():
    plan = """
beds:
- {name: Roses, litres: 10, days: [mon, thu]}
- {name: Lawn, litres: 25.5, days: [sat, thu]}
- {name: Hedge, litres: 9, days: [mon, wed]}
"""
    assert solution.busiest_day(plan) == "thu"


def test_the_first_of_several_busiest_days():
    plan = "beds:\n- {name: Roses, litres: 10, days: [sun, wed, fri]}\n- {name: Lawn, litres: 3, days: [tue]}\n"
    assert solution.busiest_day(plan) == "wed"


def test_no_busiest_day():
    assert solution.busiest_day("beds: [{name: Beans, litres: 8, days: []}]") is None
    assert solution.busiest_day("beds: []") is None
