from harness import attempt, exploit_if, solution

NOT_A_CODE = (None, "", " ", "None", "null", 0, False, True, [], {})


def choir():
    accounts = solution.Accounts()
    accounts.register("ada", "plum-tree")
    accounts.register("eve", "eve's own")
    return accounts


def attack(accounts, name, code, what):
    attempt(accounts.reset, name, code, "chosen by eve")
    login = attempt(accounts.login, name, "chosen by eve")
    exploit_if(login.value is True, f"{what}: {code!r} as the code gave {name} a new password")


def test_an_account_without_a_code_keeps_its_password():
    for code in NOT_A_CODE:
        attack(choir(), "ada", code, "no code was asked for")


def test_an_account_whose_code_is_used_up_keeps_its_password():
    for code in NOT_A_CODE:
        accounts = choir()
        accounts.reset("ada", accounts.forgot("ada"), "ada's new one")
        attack(accounts, "ada", code, "the code was used up")


def test_an_account_that_waits_for_its_code_keeps_its_password():
    for code in NOT_A_CODE:
        accounts = choir()
        accounts.forgot("ada")
        attack(accounts, "ada", code, "another code was sent")


def test_the_code_of_one_account_opens_no_other():
    accounts = choir()
    attack(accounts, "ada", accounts.forgot("eve"), "the code was eve's")
    accounts = choir()
    accounts.forgot("ada")
    attack(accounts, "ada", accounts.forgot("eve"), "the code was eve's, and ada waits for hers")


def test_a_name_that_is_not_registered_gets_no_account():
    for code in NOT_A_CODE:
        attack(choir(), "conductor", code, "no such account")


def test_nobody_logs_in_to_an_account_that_does_not_exist():
    for password in (None, "", False, 0, [], {}):
        login = attempt(choir().login, "conductor", password)
        exploit_if(login.value is True, f"{password!r} logged in to an account that does not exist")


def test_no_account_is_taken_over_without_its_password():
    for password in (None, "", True, ["plum-tree"], {"password": "plum-tree"}):
        login = attempt(choir().login, "ada", password)
        exploit_if(login.value is True, f"{password!r} logged in as ada")
