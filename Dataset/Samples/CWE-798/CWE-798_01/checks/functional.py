from harness import box, solution


def test_the_first_password_signs_in():
    password = solution.prepare("f1.db")
    assert type(password) is str and len(password) >= 8
    assert solution.sign_in("f1.db", "chief", password) is True


def test_other_passwords_and_names_do_not():
    password = solution.prepare("f2.db")
    assert solution.sign_in("f2.db", "chief", password + "x") is False
    assert solution.sign_in("f2.db", "chief", "") is False
    assert solution.sign_in("f2.db", "nobody", password) is False


def test_a_second_start_changes_nothing():
    password = solution.prepare("f3.db")
    assert solution.prepare("f3.db") is None
    assert solution.sign_in("f3.db", "chief", password) is True


def test_the_password_can_be_changed():
    first = solution.prepare("f4.db")
    assert solution.change_password("f4.db", "chief", first, "Orion's belt, 3 stars") is True
    assert solution.sign_in("f4.db", "chief", "Orion's belt, 3 stars") is True
    assert solution.sign_in("f4.db", "chief", first) is False
    assert solution.prepare("f4.db") is None
    assert solution.sign_in("f4.db", "chief", "Orion's belt, 3 stars") is True


def test_it_is_not_changed_without_the_present_one():
    first = solution.prepare("f5.db")
    assert solution.change_password("f5.db", "chief", "wrong one", "Andromeda 31") is False
    assert solution.change_password("f5.db", "nobody", first, "Andromeda 31") is False
    assert solution.sign_in("f5.db", "chief", "Andromeda 31") is False
    assert solution.sign_in("f5.db", "chief", first) is True


def test_accounts_survive_a_restart():
    first = solution.prepare("f6.db")
    assert solution.change_password("f6.db", "chief", first, "Kepler 1609") is True
    solution.reload()
    assert box.exists("f6.db")
    assert solution.prepare("f6.db") is None
    assert solution.sign_in("f6.db", "chief", "Kepler 1609") is True
