from harness import box, solution

# Hashing a password may take a tenth of a second, and is most of what these checks cost: none is asked for twice.


def test_the_first_password_signs_in_and_no_other():
    password = solution.prepare("f1.db")
    assert type(password) is str and len(password) >= 8
    assert solution.sign_in("f1.db", "chief", password + "x") is False
    assert solution.sign_in("f1.db", "chief", "") is False
    assert solution.sign_in("f1.db", "nobody", password) is False
    assert solution.change_password("f1.db", "chief", "wrong one", "Andromeda 31") is False
    assert solution.change_password("f1.db", "nobody", password, "Andromeda 31") is False
    assert solution.prepare("f1.db") is None, "it was prepared already"
    assert solution.sign_in("f1.db", "chief", password) is True


def test_the_password_can_be_changed():
    first = solution.prepare("f2.db")
    assert solution.change_password("f2.db", "chief", first, "Orion's belt, 3 stars") is True
    assert solution.sign_in("f2.db", "chief", first) is False
    solution.reload()
    assert box.exists("f2.db")
    assert solution.prepare("f2.db") is None
    assert solution.sign_in("f2.db", "chief", "Orion's belt, 3 stars") is True
