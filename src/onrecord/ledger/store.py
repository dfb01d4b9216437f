"""The store: everything that a ledger does but read articles and group them, which other rooms do.

    store = Store("news.db", clock=now)
    with store.writing() as connection: put(connection, article, record, signature, store.clock())

Every method is one transaction. `as_of` a moment (ISO 8601; a day means its end) gives what the ledger held then. No room looks at a clock:
the edge gives one, which the store asks when something is added or judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.errors import LedgerError, NotInLedger
from onrecord.ledger import checking, copying, corrections, dump, judgements, look, schema, sights
from onrecord.ledger.correcting import Correcting
from onrecord.ledger.found import Claim, Counts, Fault, Happening, Hit, Story
from onrecord.ledger.identity import kind_of, one_of
from onrecord.ledger.judgements import Identity, Judgement
from onrecord.ledger.moments import day, moment
from onrecord.ledger.reviewed import Correction, Trace, shifted
from onrecord.ledger.reviewed import at as standing_at
from onrecord.ledger.search import Filters, find, marked, matching
from onrecord.ledger.users import Users
from onrecord.values.problem import Problem
from onrecord.values.record import Record
from onrecord.values.wire import loads

Base = dict[str, tuple[str, str]]  # report -> story, origin


class Store(Correcting):
    """An open ledger. Raises LedgerError, naming the remedy, wherever the database cannot do what it should."""

    @property
    def users(self) -> Users:
        """Who may correct, and who is logged in."""
        return Users(self)

    # ------------------------------------------------------------------ stories

    def base(self, connection: Connection, as_of: str | None) -> Base:
        """The grouping that judgements stand on. As of a moment it must be made anew, which a store cannot."""
        if as_of is not None:
            raise LedgerError("a store alone knows stories as they are now: open the ledger with onrecord.open_ledger")
        return {report: (story, origin) for report, story, origin in look.base_groups(connection)}

    def stories(self, *, as_of: str | None = None, until: str | None = None) -> list[Story]:
        """Every story, those with most origins first. `until`: only reports published by then."""
        as_of, until = moment(as_of), day(until)
        with self.reading() as connection:
            made = self._stories(connection, as_of, until)
        return sorted(made, key=lambda one: (-one.origins, -len(one.reports), one.days[0] or "9999", one.id))

    def story(self, id: str, *, as_of: str | None = None) -> Story:
        """The story of this id, or the story that holds this report; ids may be cut to six digits. Raises LedgerError for none."""
        as_of = moment(as_of)
        with self.reading() as connection:
            view, base = self._view(connection, as_of)
            whole = self._report_of(connection, id, view, as_of)
            if whole not in view:
                then = f"had not been added by {as_of[:16]}Z" if as_of else "does not stand"
                raise NotInLedger(f"report {whole} {then} in this ledger: see `onrecord stories`")
            members = [r for r, story in view.items() if story == view[whole]]
            told = look.reports(connection, members, {r: base[r][1] for r in members})
            return Story(view[whole], tuple(told), self._about(connection, as_of, members)(members))

    def _view(self, connection: Connection, as_of: str | None = None) -> tuple[dict[str, str], Base]:
        """Report -> story with the judgements in force; and the base that they stand on."""
        base, every = self.base(connection, as_of), judgements.identities(connection, as_of)
        heirs = self._lines(connection, every, as_of)
        return judgements.stories(
            {r: s for r, (s, _) in base.items()}, judgements.in_force(every, "story"), heirs
        ), base

    @staticmethod
    def _lines(connection: Connection, every: Iterable[Judgement], as_of: str | None) -> dict[str, str]:
        return look.heirs(connection, {report for one in every for report in one.reports}, as_of)

    def _stories(self, connection: Connection, as_of: str | None, until: str | None) -> list[Story]:
        view, base = self._view(connection, as_of)
        about = self._about(connection, as_of)
        members: dict[str, list[str]] = {}
        for report, story in view.items():
            members.setdefault(story, []).append(report)
        known = {one.id: one for one in look.reports(connection, view, {r: origin for r, (_, origin) in base.items()})}
        made = []
        for story, ids in members.items():
            told = [known[id] for id in ids if until is None or (known[id].published or "")[:10] <= until]
            if told:
                ordered = sorted(told, key=lambda one: (one.published or "9999", one.id))
                made.append(Story(story, tuple(ordered), about(ids)))
        return made

    def _about(
        self, connection: Connection, as_of: str | None, reports: Sequence[str] | None = None
    ) -> Callable[[Sequence[str]], tuple[Judgement, ...]]:
        """What gives the judgements on a story of these reports: on which reports are one story, and on values of theirs. `reports`: only
        about these is asked."""
        merges = [one for one in judgements.identities(connection, as_of) if one.kind == "story"]
        heirs = self._lines(connection, merges, as_of)
        if reports is None:
            others = [one for one in judgements.every(connection, as_of) if one.kind == judgements.VALUE]
        else:
            others = judgements.corrections(connection, reports, as_of)
        known: dict[str, list[Judgement]] = {}
        for one in (*merges, *others):
            for report in {heirs.get(report, report) for report in one.reports}:
                known.setdefault(report, []).append(one)

        def about(ids: Sequence[str]) -> tuple[Judgement, ...]:
            found = {one.id: one for id in ids for one in known.get(id, ())}
            return tuple(sorted(found.values(), key=lambda one: (one.made_at, one.id)))

        return about

    def _report_of(self, connection: Connection, id: str, view: Mapping[str, str], as_of: str | None) -> str:
        """The report, as it stands, that a story (s…) or report (r…) is named by: the beginning of an id is enough where it is one story's alone."""
        named = self._as_report(id)
        if stories := {story for story in view.values() if id[0] == "s" and story.startswith(id)}:
            story = one_of(id, sorted(stories))
            return (
                "r" + story[1:]
                if view.get("r" + story[1:]) == story
                else min(r for r, held in view.items() if held == story)
            )
        whole = look.full_id(connection, schema.articles.c.id, named, asked=id)
        return look.heirs(connection, [whole], as_of).get(whole, whole)

    @staticmethod
    def _as_report(id: str) -> str:
        kind = kind_of(id)
        if kind not in ("story", "report"):
            raise LedgerError(f"{id} is the id of a {kind}: give that of a story (s…) or of a report in it (r…)")
        return "r" + id[1:]

    # ------------------------------------------------------------------ records, events, values

    def records(self, story: Story | str, *, as_of: str | None = None) -> list[Record]:
        """The records of a story's reports, the oldest first: what a comparison of accounts takes."""
        chosen = self.story(story, as_of=as_of) if isinstance(story, str) else story
        moment_ = moment(as_of)
        with self.reading() as connection:
            return [loads(look.record_json(connection, one.id, moment_)) for one in chosen.reports]

    def reports(self, story: Story | str | None = None, *, as_of: str | None = None) -> list[str]:
        """The ids of the reports that stand, of one story or of all, the oldest first."""
        if story is not None:
            return [one.id for one in (self.story(story, as_of=as_of) if isinstance(story, str) else story).reports]
        first = func.coalesce(schema.articles.c.day, "9999")
        query = select(schema.articles.c.id).where(look.standing(moment(as_of))).order_by(first, schema.articles.c.id)
        with self.reading() as connection:
            return list(connection.scalars(query))

    def every_record(
        self, story: Story | str | None = None, *, as_of: str | None = None, corrected: bool = True
    ) -> Iterator[tuple[str, Record]]:
        """(report, record) of each report that stands, of one story or of all, the oldest first; one at a time, for exports."""
        for report in self.reports(story, as_of=as_of):
            yield report, self.record(report, as_of=as_of, corrected=corrected)

    def events(
        self, filters: Filters | None = None, *, story: Story | None = None, as_of: str | None = None
    ) -> list[Happening]:
        """The events that meet the filters, of a story or of all."""
        as_of = moment(as_of)
        with self.reading() as connection:
            query = matching(filters or Filters(), look.current(as_of)).where(
                schema.events.c.report.in_(select(schema.articles.c.id).where(look.standing(as_of)))
            )
            if story:
                query = query.where(schema.events.c.report.in_([one.id for one in story.reports]))
            return look.happenings(connection, query, self._identities(connection, as_of))

    def claims(self, story: Story, *, as_of: str | None = None) -> list[Claim]:
        """Every value that the story's reports give, with who asserts it."""
        as_of = moment(as_of)
        with self.reading() as connection:
            ids = [one.id for one in story.reports]
            told = look.claims(connection, ids, as_of, self._identities(connection, as_of)[0])
            known = corrections.traces(connection, ids, as_of)
            return [_corrected(one, known[one.report]) if one.report in known else one for one in told]

    def locate(self, id: str) -> tuple[str, str | None]:
        """(report, local id) of an event, attribution, disagreement, record or report. Raises LedgerError for what is none of these."""
        kind = kind_of(id)
        tables: dict[str, Any] = {
            "event": schema.events,
            "attribution": schema.attributions,
            "disagreement": schema.disagreements,
        }
        with self.reading() as connection:
            if kind == "report":
                return look.full_id(connection, schema.articles.c.id, id), None
            if kind == "record":
                whole = look.full_id(connection, schema.records.c.id, id)
                return str(connection.scalar(select(schema.records.c.report).where(schema.records.c.id == whole))), None
            if kind not in tables:
                raise LedgerError(
                    f"{id} is the id of a {kind}: give that of a report, record, event, attribution or disagreement"
                )
            table = tables[kind].c
            row = connection.execute(
                select(table.report, table.local).where(table.id == look.full_id(connection, table.id, id))
            )
            report, local = row.one()
            return str(report), str(local)

    def _identities(self, connection: Connection, as_of: str | None) -> tuple[Identity, Identity]:
        every = judgements.identities(connection, as_of)
        heirs = self._lines(connection, every, as_of)
        return tuple(Identity(judgements.in_force(every, kind), heirs) for kind in ("actor", "place"))  # type: ignore[return-value]

    # ------------------------------------------------------------------ search

    def search(
        self,
        query: str = "",
        *,
        type: str | None = None,
        actor: str | None = None,
        place: str | None = None,
        since: str | None = None,
        until: str | None = None,
        claimant_form: str | None = None,
        as_of: str | None = None,
        limit: int = 20,
    ) -> list[Hit]:
        """The reports that have the words, the best first, with the events that meet the filters. `actor` and `place` are an id or (part of)
        a name; days are inclusive."""
        as_of = moment(as_of)
        with self.reading() as connection:
            identity = self._identities(connection, as_of)
            actors = look.named(connection, schema.actors, actor, identity[0]) if actor else None
            places = look.named(connection, schema.places, place, identity[1]) if place else None
            filters = Filters(type, actors, places, day(since), day(until), claimant_form)
            found = find(connection, query, filters, look.standing(as_of), look.current(as_of), limit)
            told = {one.id: one for one in look.reports(connection, [id for id, _ in found])}
            matched: dict[str, list[Happening]] = {}
            if filters.of_events:
                events = matching(filters, look.current(as_of)).where(schema.events.c.report.in_(list(told)))
                for one in look.happenings(connection, events, identity):
                    matched.setdefault(one.report, []).append(one)
            view = {} if as_of else self._view(connection)[0]
            return [Hit(told[id], view.get(id), *marked(words), tuple(matched.get(id, ()))) for id, words in found]

    # ------------------------------------------------------------------ judgements

    def merge(self, kind: str, first: str, second: str, *, author: str, why: str) -> Judgement:
        """Judges that two stories, actors or places are one. The view goes by the first."""
        with self.writing() as connection:
            subjects, reports = zip(*(self._subject(connection, kind, one) for one in (first, second)), strict=True)
            if subjects[0] == subjects[1] or (kind != "story" and self._are_one(connection, kind, subjects)):
                raise LedgerError(f"{first} and {second} are one {kind} already: there is nothing to merge")
            if kind != "story":
                sights.refuse_unlike(connection, kind, subjects)
            told = [one for one in reports if one]
            return judgements.write(connection, "merge", kind, subjects, told, author, why, self.clock())

    def split(self, kind: str, subject: str, reports: Sequence[str], *, author: str, why: str) -> Judgement:
        """Judges that some reports of a story tell of another happening, or that the actor or place in them is another."""
        if not reports:
            raise LedgerError(f"name the reports that are told apart: onrecord split {kind} {subject} REPORT …")
        with self.writing() as connection:
            whole, _ = self._subject(connection, kind, subject)
            apart = sorted(look.full_id(connection, schema.articles.c.id, self._as_report(one)) for one in reports)
            if kind == "story":
                view, _ = self._view(connection)
                apart = sorted({heir for one in apart if (heir := look.heirs(connection, [one]).get(one, one))})
                if strangers := [one for one in apart if view.get(one) != whole]:
                    raise LedgerError(
                        f"report {strangers[0]} is not in story {whole}: `onrecord story {whole[:13]}` lists its reports"
                    )
                if len(apart) == sum(story == whole for story in view.values()):
                    raise LedgerError(f"these are all the reports of story {whole}: leave at least one in it")
            else:
                apart = sights.told_apart(connection, kind, whole, apart, self._identity(connection, kind))
            return judgements.write(connection, "split", kind, [whole], apart, author, why, self.clock())

    def _identity(self, connection: Connection, kind: str) -> Identity:
        return self._identities(connection, None)[0 if kind == "actor" else 1]

    def _are_one(self, connection: Connection, kind: str, subjects: Sequence[str]) -> bool:
        known = self._identity(connection, kind)
        return known.root(subjects[0]) == known.root(subjects[1])

    def undo(self, id: str, *, author: str, why: str) -> Judgement:
        """Takes a judgement back; both stay in the ledger."""
        with self.writing() as connection:
            whole = look.full_id(connection, schema.judgements.c.id, id)
            one = next(j for j in judgements.every(connection) if j.id == whole)
            if one.verb == "undo":
                raise LedgerError(f"{id} is itself an undoing: make the {one.kind} anew instead")
            if one.undone_by:
                raise LedgerError(f"{id} is undone already, by {one.undone_by}")
            about = [one.report] if one.kind == judgements.VALUE else []
            made = judgements.write(connection, "undo", "judgement", [whole], about, author, why, self.clock())
            for report in about:
                corrections.renew(connection, report, made.made_at, made.id)
            return made

    def judgements(self, *, as_of: str | None = None) -> list[Judgement]:
        """Every judgement made, the oldest first, undone or not."""
        with self.reading() as connection:
            return judgements.every(connection, moment(as_of))

    def corrections(self, id: str, *, as_of: str | None = None) -> list[Correction]:
        """The corrections of a report (r…), or of a story's reports (s…), the oldest first: those that stand, are undone, or wait."""
        if kind_of(id) == "story":
            ids = [one.id for one in self.story(id, as_of=as_of).reports]
            found = [one for report in ids for one in self.reviewed(report, as_of=as_of).corrections]
        else:
            found = list(self.reviewed(id, as_of=as_of).corrections)
        return sorted(found, key=lambda one: (one.judgement.made_at, one.judgement.id))

    def _subject(self, connection: Connection, kind: str, id: str) -> tuple[str, str | None]:
        """(whole id, the report that stands for it) of what is judged."""
        if kind not in judgements.KINDS:
            raise LedgerError(f"{kind!r} cannot be judged: there are {', '.join(judgements.KINDS)}")
        if kind == "story":
            view, _ = self._view(connection)
            report = self._report_of(connection, id, view, None)
            if report not in view:
                raise NotInLedger(f"{id} does not stand in this ledger: `onrecord stories` lists what does")
            return view[report], report
        if kind_of(id) != kind:
            raise LedgerError(f"{id} is the id of a {kind_of(id)}, not of a {kind}")
        return look.full_id(connection, (schema.actors if kind == "actor" else schema.places).c.id, id), None

    # ------------------------------------------------------------------ the ledger itself

    def counts(self) -> Counts:
        """How much it holds."""
        with self.reading() as connection:
            return look.counts(connection, len(set(self._view(connection)[0].values())))

    def problems(self) -> list[tuple[str, Problem]]:
        """(report, problem) of every report that stands, in the order of reports."""
        table = schema.problems.c
        query = (
            select(table.report, table.place, table.stage, table.message, table.remedy)
            .join(schema.records, schema.records.c.id == table.record)
            .join(schema.articles, schema.articles.c.id == table.report)
            .where(look.current(), look.standing())
            .order_by(table.report, table.number)
        )
        with self.reading() as connection:
            return [(report, Problem(*told)) for report, *told in connection.execute(query)]

    def check(self, told: Callable[[], object] = lambda: None) -> list[Fault]:
        """What is wrong with it; [] where it is whole. `told` is called after each record."""
        found = []
        with self.reading() as connection:
            for one in checking.check(connection):
                if one is None:
                    told()
                else:
                    found.append(one)
        return found

    def dump(self) -> Iterator[str]:
        """Ordered lines, the same for the same content."""
        with self.reading() as connection:
            yield from dump.dump(connection)

    def digest(self) -> str:
        """The SHA-256 of the dump."""
        with self.reading() as connection:
            return dump.digest(connection)

    def backup(self, path: str | Path, *, told: copying.Told = lambda done, of: None) -> None:
        """A copy of the whole ledger in one SQLite file."""
        copying.backup(self._engine, Path(path), self.clock(), told)

    def restore(self, path: str | Path, *, told: copying.Told = lambda done, of: None) -> None:
        """Fills this empty ledger from a backup."""
        copying.restore(Path(path), self._engine, told)


def _corrected(one: Claim, trace: Trace) -> Claim:
    """The claim with the path that corrections have of it, the newest in force on it or on its event, and what was read."""
    path = shifted(one.path, trace.shifts)
    newest = trace.newest(path)
    read = standing_at(trace.as_read, f"{path}.value") if newest else None
    was = None if read is None or str(read) == one.value else str(read)
    return replace(one, path=path, corrected=newest, was=was)
