"""A listing in, the same rows as a table that a reader can sort, search and page through, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .listing import Listing

WORTH_BROWSING = 12  # of fewer rows all are seen at once


@dataclass(frozen=True)
class Browsable:
    """A listing with a search field and sortable columns, where scripts run; elsewhere its plain rows.

    The script that does it (DataTables, by way of itables) comes with the first table of a notebook, not from the
    network.
    """

    listing: Listing
    first: bool

    def __repr__(self) -> str:
        return repr(self.listing)

    def _repr_html_(self) -> str:
        from itables import options, to_html_datatable
        from itables.javascript import generate_init_offline_itables_html

        script = generate_init_offline_itables_html(options.dt_bundle) if self.first else ""
        table = to_html_datatable(
            self.listing.table,
            connected=False,
            use_to_html=False,
            showIndex=False,
            maxBytes=0,
            classes="compact display",
        )
        return script + str(table)


def browsable(listing: Listing, first: bool) -> Listing | Browsable:
    """A listing in; itself if it is short or itables is not installed, else one to browse, out."""
    from importlib.util import find_spec

    long = len(listing.table) >= WORTH_BROWSING
    return Browsable(listing, first) if long and find_spec("itables") else listing
