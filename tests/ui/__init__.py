"""Screens, driven as a person does: real pages, a real store, found by the words on them."""
