"""Parquet files of many kinds for the tests, written by pyarrow 26.0.1 and polars 2.1.0. Usage, in this folder: parquet.py"""

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

out = Path("../parquet")
x = [1, None, 3, -4, 5]
y = [0.5, 2.25, None, float("nan"), -1e300]
word = ["a", None, "b", "a", "ü"]
plain = pa.table({"x": pa.array(x, pa.int32()), "y": y, "word": word})


def write(name, table=plain, **options):
    pq.write_table(table, out / f"{name}.parquet", **options)


for packed in ["none", "snappy", "zstd", "lz4", "gzip", "brotli"]:
    write(packed, compression=packed)
write("no_dictionary", use_dictionary=False)
write("pages_2", data_page_version="2.0", data_page_size=16)
write("delta", use_dictionary=False,
      column_encoding={"x": "DELTA_BINARY_PACKED", "y": "BYTE_STREAM_SPLIT", "word": "DELTA_BYTE_ARRAY"})
write("small_groups", row_group_size=2)
write("no_groups", plain.slice(0, 0))
write("categories", plain.set_column(2, "word", pa.array(word).dictionary_encode()))
write("narrow", pa.table({"x": pa.array(x, pa.int8()), "y": pa.array(y, pa.float32()), "word": pa.array(word, pa.large_string())}))
write("wide", pa.table({"x": pa.array(x, pa.int64()), "y": y, "word": word}))
write("all_missing", pa.table({"x": pa.array([None] * 5, pa.int32()), "y": pa.array([None] * 5, pa.float64()), "word": pa.array([None] * 5, pa.string())}))
write("unsigned", pa.table({"small": pa.array([4_294_967_295, 0, None], pa.uint32()), "large": pa.array([18_446_744_073_709_551_615, 0, None], pa.uint64()),
                            "least": pa.array([-2_147_483_648, 7, None], pa.int32())}))
write("decimal", pa.table({"x": pa.array([Decimal("1.25"), None, Decimal("-0.50")], pa.decimal128(7, 2))}), store_decimal_as_integer=True)
write("wide_decimal", pa.table({"x": pa.array([Decimal("1.25")], pa.decimal128(30, 2)), "y": [1.0]}))
write("nested", plain.append_column("tags", pa.array([[1], [2, 3], None, [], [4]])).append_column("place", pa.array([{"lat": 1.0}] * 5)))
write("bytes", pa.table({"x": [1, 2], "raw": pa.array([b"\xff\xfe", b"ok"], pa.binary())}))
