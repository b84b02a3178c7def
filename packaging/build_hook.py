"""Compiles the catalogues and puts them, with the resources, inside the wheel."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = ("resources", "translations")


class Catalogues(BuildHookInterface[Any]):
    """Runs before every wheel; an editable install reads both folders where they lie."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        for catalogue in sorted(root.glob("translations/**/*.po")):
            compile_catalogue(catalogue)
        if version == "editable":
            return
        for name in SHIPPED:
            for path in sorted((root / name).rglob("*")):
                if path.is_file():
                    build_data["force_include"][str(path)] = f"ouderapp/{path.relative_to(root)}"


def compile_catalogue(catalogue: Path) -> None:
    """Write the .mo beside one .po."""
    with catalogue.open("rb") as source:
        texts = read_po(source, locale=catalogue.parent.parent.name)
    with catalogue.with_suffix(".mo").open("wb") as target:
        write_mo(target, texts)
