"""The worker or the clerk as letters and slips name her."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    """Who writes: all texts as they are printed, empty when not filled in."""

    name: str = ""
    function: str = ""
    organisation: str = ""
    street: str = ""
    number: str = ""
    postcode: str = ""
    municipality: str = ""
    phone: str = ""
    email: str = ""
