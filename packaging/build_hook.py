"""Compiles the catalogues and puts them, with the resources, inside the wheel."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = ("resources", "translations")


class Catalogues(BuildHookInterface[Any]):
    """Runs before every wheel; an editable install reads both folders where they lie."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        runpy.run_path(str(root / "packaging/texts.py"))["compile_all"]()
        if version == "editable":
            return
        for name in SHIPPED:
            for path in sorted((root / name).rglob("*")):
                if path.is_file():
                    build_data["force_include"][str(path)] = f"ouderapp/{path.relative_to(root)}"
