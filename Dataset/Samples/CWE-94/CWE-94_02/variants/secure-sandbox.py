from typing import Dict, List

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment


def circular(template: str, members: List[Dict[str, str]]) -> List[str]:
    """Fill in a letter for each member."""
    env = ImmutableSandboxedEnvironment(undefined=jinja2.ChainableUndefined)
    try:
        compiled = env.from_string(template)
        return [compiled.render(particulars) for particulars in members]
    except jinja2.exceptions.SecurityError as error:
        print("unsafe template:", error)
        return []
