from probes import privilege

USERS = {"maya": 1007, "blend": 1203}


def record(user_name, job, **more):
    return privilege.record(f"solution.run_job({user_name!r}, job)", setup=job, users=USERS, **more)


def test_the_job_belongs_to_the_artist():
    for name, number in USERS.items():
        ids = record(name, "def job(): observe('job')").at("job")
        assert ids is not None, "the job did not run"
        assert (ids.euid, ids.egid) == (number, number)


def test_what_the_job_returns_is_returned():
    for job, value in (("def job(): return 'frame 12'", "frame 12"), ("def job(): return [1, {'a': None}]", [1, {"a": None}]),
                       ("def job(): pass", None)):
        outcome = record("maya", job).outcome
        assert outcome.returned and outcome.value == value


def test_the_job_runs_once():
    job = "calls = []\ndef job():\n    calls.append(1)\n    return len(calls)"
    assert record("blend", job).outcome.value == 1


def test_an_exception_of_the_job_is_not_caught():
    outcome = record("maya", "def job(): raise ZeroDivisionError('no frames')").outcome
    assert outcome.error == "ZeroDivisionError"


def test_an_unknown_user():
    trace = record("nobody-knows-me", "def job(): observe('job')")
    assert "KeyError" in trace.outcome.errors
    assert trace.at("job") is None


def test_a_name_with_signs():
    trace = privilege.record("solution.run_job('render-farm_2', job)", setup="def job(): return 'done'", users={"render-farm_2": 4000})
    assert trace.outcome.value == "done"
