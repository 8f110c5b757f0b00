"""The tables as Parquet, one file each, typed: for pandas, DuckDB and R. Needs pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.site.language import SWEDISH
from generator.site.tables.about import DataFile
from generator.site.tables.columns import Cell, Type
from generator.site.tables.dataset import Dataset

MEDIA_TYPE = "application/vnd.apache.parquet"


def parquet_files(dataset: Dataset) -> Iterator[DataFile]:
    """One file for each table, with the meaning of each column in its schema."""
    import pyarrow as pa  # noqa: PLC0415 - an optional extra
    from pyarrow import parquet  # noqa: PLC0415

    types = {Type.INTEGER: pa.int64(), Type.NUMBER: pa.float64(), Type.BOOLEAN: pa.bool_(), Type.DATE: pa.date32()}
    for filled in dataset.filled:
        columns = filled.table.columns
        fields = [pa.field(c.name, types.get(c.type, pa.string()), nullable=not c.required, metadata={"description": SWEDISH.t(c.meaning)}) for c in columns]
        schema = pa.schema(fields, metadata={"description": SWEDISH.t(filled.table.meaning), "as_of": dataset.as_of.isoformat(), "version": dataset.version})
        held = {c.name: [_held(row[c.name], c.type) for row in filled.rows] for c in columns}
        file = io.BytesIO()
        parquet.write_table(pa.table(held, schema=schema), file, compression="zstd")
        yield DataFile(f"parquet/{filled.table.name}.parquet", file.getvalue(), MEDIA_TYPE, "parquet", filled.table.name)


def _held(value: Cell, type_: Type) -> Cell | float | date:
    if isinstance(value, Decimal):
        return float(value)
    return date.fromisoformat(value) if type_ is Type.DATE and isinstance(value, str) else value
