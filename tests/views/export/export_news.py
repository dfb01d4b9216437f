"""The record that the tests of exports write: our own news, with all that is awkward in it."""

from __future__ import annotations

from onrecord.values.notation import read as noted

TEXT = (
    "Talks in Riga 🙂\n"
    "\n"
    "Anna Ilves and Karl Toom met in Riga on Tuesday for 20 minutes, state radio reported.\n"
    "=SUM(1) An aide, who asked not to be named, said it was half an hour.\n"
    "\n"
    "Rebels shelled Narva on 2 March; at least 12 people were killed, police said. The mayor said 19 people\n"
    "had died. The army denied that soldiers fired on the crowd.\n"
    "“We want peace,” Ilves said, “and soon.” Toom would not say when they meet again.\n"
    "Students marched. The ministers will meet in May. The war began long ago; Rebels shelled\tTartu.\r\n"
)

NOTATION = """
onrecord/1
reader 0.1.0
article "wire-17"
  outlet "Baltic Wire"
  headline 'Talks in Riga'
  url "https://news.example/a?b=1&c=2"
  language en
  published 2026-03-04T10:00+02:00 given

CONSULT e1 'met' mode third-party ~0.93
  status happened by a1
  who p1 'Anna Ilves' by a1
  who p2 'Karl Toom' by a1
  when t1 2026-03-03 'Tuesday' by a1
  where l1 'Riga'#2 by a1
  duration exact PT20M '20 minutes' by a1
  duration exact PT30M 'half an hour' by a2
ASSAULT e2 'shelled' mode heavy-weapons ~0.8
  also 'killed'
  who g1 'Rebels'
  when t2 2026-03-02 '2 March'
  where l2 'Narva'
  killed at_least 12 '12 people' by a3
  killed exact 19 '19 people' by a4
ASSAULT e3 'fired' mode firearms
  status denied by a5
  who g2 'soldiers' by a5
PROTEST e4 'marched' mode demo
  who g3 'Students'
CONSULT e5 'meet'#2
  status planned
ASSAULT e6 'shelled'#2 background mode heavy-weapons
  who g1 'Rebels'#2
  where l3 'Tartu'
differ d1 e1 duration conflict
  PT20M '20 minutes' by a1
  PT30M 'half an hour' by a2
says a1 indirect 'Anna Ilves and Karl Toom met in Riga on Tuesday for 20 minutes'
  source 'state radio' other_outlet
  cue 'reported'
says a2 indirect 'it was half an hour'
  source 'An aide' role_described terms anonymity_requested
  cue 'said'
says a3 indirect 'at least 12 people were killed'
  source 'police' named_institution
  cue 'said'#2
says a4 indirect '19 people\\nhad died'
  source 'The mayor' role_described
  cue 'said'#3
says a5 indirect denies 'soldiers fired on the crowd'
  source 'The army' named_institution
  cue 'denied'
says a6 direct '“We want peace,”' '“and soon.”'
  source 'Ilves'#2 named_person actor p1
  cue 'said'#4
says a7 indirect declines 'when they meet again'
  source 'Toom'#2 named_person actor p2
  cue 'would not say'
actor p1 "Anna Ilves" person in EST GOV
  mentions name 'Anna Ilves' 'Ilves'#2
  role "minister" of "Estonia" 'ministers'
actor p2 "Karl Toom" person in LVA GOV
  mentions name 'Karl Toom' 'Toom'#2
actor g1 "Rebels" group REB
  mentions description 'Rebels' 'Rebels'#2
actor g2 "=soldiers" group MIL
  mentions description 'soldiers'
actor g3 "Students" group CVL
  mentions description 'Students'
place l1 "Riga" city in LVA at 56.946 24.105 geonames 456172 ~0.97
  mentions literal 'Riga' 'Riga'#2
place l2 "Narva" city in EST within "Ida-Virumaa" at 59.377 28.19 geonames 590031 ~0.9
  mentions literal 'Narva'
place l3 "Tartu"
  mentions literal 'Tartu'
time t1 DATE 2026-03-03 'Tuesday' from 2026-03-03 to 2026-03-03 against published
time t2 DATE 2026-03-02 '2 March' from 2026-03-02 to 2026-03-02 against published
time t3 DATE 2026-05 'May' from 2026-05-01 to 2026-05-31 against published
quantity q1 killed at_least 12 "person" '12 people'
"""

RECORD = noted(NOTATION, TEXT)
QUIET = noted("onrecord/1\narticle\n", "Nothing happened.")
