"""Runs inside the jail, in the interpreter of the solution: nothing that it says is trusted."""
