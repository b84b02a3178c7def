"""The offline desktop program of a Flemish outreach school worker."""

__version__ = "1.0.0"
