"""Parquet: the records as they are, nested, for DuckDB, pandas, Polars or Spark. Needs pyarrow.

``article.meta``, which may hold anything, is a JSON string.
"""

import io
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from quotes.errors import UsageError
from quotes.export.pages import Page
from quotes.records import Claim, json_schema

if TYPE_CHECKING:
    import pyarrow as pa

GROUP = 10_000  # claims written at a time

_TYPES = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool_"}


def write_parquet(pages: Iterable[Page]) -> Iterator[bytes]:
    """Yield the file. Raise UsageError when pyarrow is not installed."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise UsageError("Parquet needs pyarrow; run: pip install pyarrow") from None
    rows = (_row(claim) for page in pages for claim in page.claims)
    stream, schema = io.BytesIO(), make_schema()
    with parquet.ParquetWriter(stream, schema) as writer:
        while group := list(islice(rows, GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))
    yield stream.getvalue()


def make_schema() -> "pa.Schema":
    """Return the columns, made from the JSON Schema of the record."""
    import pyarrow as pa

    schema = json_schema()
    return pa.schema(list(_fields(schema, schema["$defs"])))


def _fields(part: dict[str, Any], known: dict[str, Any]) -> "Iterator[pa.Field]":
    """Yield the fields of an object."""
    import pyarrow as pa

    for name, value in part["properties"].items():
        yield pa.field(name, _type(value, known))


def _type(part: dict[str, Any], known: dict[str, Any]) -> "pa.DataType":
    """Return the type of a value."""
    import pyarrow as pa

    if "$ref" in part:
        return _type(known[part["$ref"].rpartition("/")[2]], known)
    if "anyOf" in part:
        return _type(part["anyOf"][0], known)
    if part["type"] == "array":
        return pa.list_(_type(part["items"], known))
    if "properties" in part:
        return pa.struct(list(_fields(part, known)))
    return getattr(pa, _TYPES.get(part["type"], "string"))()


def _row(claim: Claim) -> dict[str, Any]:
    """Return the row of *claim*."""
    row = claim.to_dict()
    meta = json.dumps(row["article"]["meta"], ensure_ascii=False)
    return row | {"article": row["article"] | {"meta": meta}}
