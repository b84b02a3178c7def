"""The offline desktop program of a Flemish outreach school worker.

Walls first, features inside: base < sealing < store < the work (families, contacts, …) <
exchange, letters, reports < office < ui. ARCHITECTURE.md draws it; start reading at `app.py`.
"""

__version__ = "1.0.0"
