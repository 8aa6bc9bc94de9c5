"""What is asked of many claims: everything that a source said, and who is quoted how often.

    with open_claims(["claims.jsonl"]) as claims:
        source = find_source(claims, "KCNA")
        for said in find_said(claims, source, Filter(about="NATO")):
            print(said.date, said.text)

Everything is asked of an index (``index``); of files of JSON lines one is made that is gone afterwards.
"""

from quotes.search.asking import Filter
from quotes.search.claims import find_records, find_said
from quotes.search.names import Source, find_source
from quotes.search.opening import open_claims, write_index
from quotes.search.sources import count_sources

__all__ = [
    "Filter",
    "Source",
    "count_sources",
    "find_records",
    "find_said",
    "find_source",
    "open_claims",
    "write_index",
]
