"""Prints the oldest release of each dependency that pyproject.toml allows, as constraints for pip."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
for dependency in project["dependencies"]:
    bound = re.match(r"([\w-]+)[>=]=([\d.]+)", dependency)
    if bound is None:
        raise SystemExit(f"{dependency} has no lower bound")
    print("==".join(bound.groups()))
