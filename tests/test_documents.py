"""The pages for developers name files that are there."""

import re

import pytest

from tests.house_rules import ROOT

PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
NAMED = re.compile(r"`([\w./-]*/[\w./-]*|[\w-]+\.(?:py|md))`")
PICTURES = re.compile(r"\]\(([^)]+)\)")
# Made by a run, and not kept.
MADE = ("build/",)


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")

    names = {*NAMED.findall(text), *PICTURES.findall(text)}

    assert [name for name in sorted(names) if not _is_there(name)] == []


def _is_there(name: str) -> bool:
    """From the root, from the package, or as a file that every subject may have."""
    if name.startswith(MADE):
        return True
    if "/" not in name:
        tops = (ROOT / top for top in ("ouderapp", "packaging", "tests"))
        return (ROOT / name).exists() or any(any(top.rglob(name)) for top in tops)
    return (ROOT / name).exists() or (ROOT / "ouderapp" / name).exists()
