"""Who said what in the news, on whose say-so.

>>> import sayso
>>> reading = sayso.read("The bureau said that two ships had sailed.")
>>> [attribution] = reading.attributions
>>> attribution.speakers[0].name, reading.slice(attribution.content)
('bureau', 'that two ships had sailed')

`read` reads one document, `read_many` a stream of them on all cores, `Ledger` keeps a record of many; `sayso.tables` makes
Arrow, pandas and polars tables of readings. All offsets are `[start, end)` in code points, as Python counts them, into the
`text` of the same reading.
"""

from ._ledger import Added, Ledger
from ._native import __version__
from ._reading import (
    Article,
    Attribution,
    Date,
    Figure,
    Furniture,
    ModelIdentity,
    Offsets,
    Reading,
    Speaker,
    Warning,
)
from ._read import Document, Model, Unread, Unreadable, read, read_all, read_many

__all__ = [
    "Added",
    "Article",
    "Attribution",
    "Date",
    "Document",
    "Figure",
    "Furniture",
    "Ledger",
    "Model",
    "ModelIdentity",
    "Offsets",
    "Reading",
    "Speaker",
    "Unread",
    "Unreadable",
    "Warning",
    "__version__",
    "read",
    "read_all",
    "read_many",
]
