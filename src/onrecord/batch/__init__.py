"""Files of articles, however many -> tables by day of publication; stopped anywhere and begun anew, nothing is lost and nothing is there twice.

    inputs -> lots -> shards -> (a process that reads) -> records of a shard -> the manifest -> days -> tables

In: the names of files and folders, settings. Out: Parquet or JSON lines in partitions by day; articles with records, for whoever keeps a ledger.
May import: `pipeline`, `sources`, `ledger`, `learned`, `knowledge`, `settings`, `values`, `errors`. Touches disk, the clock (limits, rates) and processes; never the network.
"""
