"""The store: records, the stories they tell, and judgements on who is who. SQLite by default, PostgreSQL by URL.

In: `Article`s with their `Record`s. Out: reports, events, stories, hits. May import: `knowledge`, `settings`, `values`, `errors`, SQLAlchemy.

    engine      a path or URL -> a database that answers in our manner (WAL, one writer at a time, errors that name the remedy)
    schema      the tables, once for both databases      migrations  numbered steps, forward only
    identity    content-hash ids, and which article is a new version of which
    rows        a record -> rows, pure                   writing     one article in one transaction
    links       which reports may tell of one happening  groups      which do, as the base that judgements stand on
    judgements  merges, splits, corrections, undoing     search      words and filters -> hits
    paths       where a value stands in a record         steps, applying, consequences   a record and its corrections -> the corrected record
    carrying    a correction in another reading          corrections, reviewed, correcting   those of a ledger, for views, for people
    users       who may correct, sessions, passwords     opened, store   an open ledger, and all that it does
    look        what stands in it                        checking, copying, dump   is it whole, is it safe, is it the same
"""
