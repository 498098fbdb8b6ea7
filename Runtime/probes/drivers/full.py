import resource


def filled(solution, setup, expression, after, most, values):
    """Evaluates the expression while files end at `most` bytes, and `after` when they do not any more."""
    names = {"solution": solution, **values}
    exec(setup, names)
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, usual[1]))
    try:
        outcome = evaluated(expression, names)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    return outcome, evaluated(after, names)
