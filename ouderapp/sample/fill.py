"""Filling an empty store with one of the sample sets."""

from typing import Literal

from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.sample.casus import read
from ouderapp.sample.generate import generate
from ouderapp.sample.nasty import fill_nasty
from ouderapp.sample.replay import play
from ouderapp.sample.story import Story
from ouderapp.store.journal import action

SetName = Literal["V", "S", "M", "L", "N"]


@action(mark("Sample data"), "system")
def fill(session: Session, name: SetName) -> None:
    """The story (V), a reference set (S, M, L) or the nasty set (N) in an empty store."""
    if name == "V":
        play(session, Story(read()).events())
    elif name == "N":
        fill_nasty(session)
    else:
        generate(session, name)
