"""The trusted tester: holds the hidden checks, calls the solution over a pipe, reads effects from the kernel."""
