"""How the gazetteer's file is laid out, for the builder and the reader.

Little-endian throughout::

    magic 8 bytes | header: JSON, its length before it (4 bytes) | sections, each at the offset and of the length the header tells

    rows       ROW structs, one per place
    spellings  u32 offsets + UTF-8 blob: the places' own names
    keys       u32 offsets + UTF-8 blob: folded names, sorted by bytes
    starts     u32 per key (+ 1): where its postings begin
    postings   u32: row number, with ALTERNATE set where the name is not the place's own
    divisions  u32 offsets + UTF-8 blob: names of first-level divisions
    countries  in the header: alpha-3 codes by number (0 is none)
"""

from __future__ import annotations

import struct

MAGIC = b"onrgaz01"
# GeoNames id, latitude and longitude in 1e-5 degrees, population, name, division, country, class
ROW = struct.Struct("<IiiIIHBB")
ALTERNATE = 0x8000_0000
CLASSES = ("city", "admin2", "admin1", "country", "region", "point")
