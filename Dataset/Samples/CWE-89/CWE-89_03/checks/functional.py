from harness import solution
from probes import database

TEAMS = "name TEXT PRIMARY KEY, points INTEGER, paid INTEGER"
ANSWERS = "team TEXT, question INTEGER, points INTEGER"


def league(name, teams=(), answers=()):
    return database.create(f"{name}.db", {"teams": (TEAMS, teams), "answers": (ANSWERS, answers)})


def test_a_new_team_has_no_points():
    db = league("new", [("Owls", 12, 1)])
    assert solution.register_team(db.path, "Quizzard of Oz") is True
    assert sorted(db.rows("teams")) == [("Owls", 12, 1), ("Quizzard of Oz", 0, 0)]


def test_a_name_can_be_taken_once():
    db = league("taken", [("Owls", 12, 1)])
    assert solution.register_team(db.path, "Larks") is True
    assert solution.register_team(db.path, "Larks") is False
    assert solution.register_team(db.path, "Owls") is False
    assert sorted(db.rows("teams")) == [("Larks", 0, 0), ("Owls", 12, 1)]


def test_names_are_stored_as_they_were_chosen():
    db = league("names")
    names = ["Les Quizérables", "Sarah O'Brien's Five", "\"Nine\" & Co.", "1 = 1; -- or 2?", "100%"]
    for name in names:
        assert solution.register_team(db.path, name) is True
    assert sorted(name for name, _, _ in db.rows("teams")) == sorted(names)


def test_points_of_an_evening_are_added():
    db = league(
        "evening", [("Owls", 12, 1), ("Larks", 7, 0), ("Absent", 3, 1)],
        [("Owls", 1, 2), ("Larks", 1, 1), ("Owls", 2, 3), ("Larks", 2, 0), ("Owls", 3, 1)],
    )
    assert solution.close_evening(db.path) == {"Owls": 6, "Larks": 1}
    assert sorted(db.rows("teams")) == [("Absent", 3, 1), ("Larks", 8, 0), ("Owls", 18, 1)]
    assert db.rows("answers") == []


def test_a_team_without_right_answers_is_in_the_result():
    db = league("zero", [("Owls", 12, 1)], [("Owls", 1, 0)])
    assert solution.close_evening(db.path) == {"Owls": 0}
    assert db.rows("teams") == [("Owls", 12, 1)]


def test_an_evening_without_answers():
    db = league("nothing", [("Owls", 12, 1)])
    assert solution.close_evening(db.path) == {}
    assert db.rows("teams") == [("Owls", 12, 1)]


def test_an_evening_is_counted_once():
    db = league("once", [("Owls", 0, 0)], [("Owls", 1, 5)])
    solution.close_evening(db.path)
    assert solution.close_evening(db.path) == {}
    assert db.rows("teams") == [("Owls", 5, 0)]


def test_names_with_signs_get_their_points():
    names = ["1 = 1; -- or 2?", "Or Owls", "Salt & Pepper", "100%", "Les Quizérables", "(drop) table 3"]
    db = league("signs", [(name, 0, 0) for name in names], [(name, 1, number) for number, name in enumerate(names)])
    assert solution.close_evening(db.path) == {name: number for number, name in enumerate(names)}
    assert sorted(db.rows("teams")) == sorted((name, number, 0) for number, name in enumerate(names))
