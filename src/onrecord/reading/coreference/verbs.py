"""Words that tell what somebody named beside them does: verbs of saying, nouns of acting. Our own lists; lemmas, lower case."""

from __future__ import annotations

CUES = frozenset(
    """say tell add note explain argue claim insist warn announce declare state report write tweet reply respond ask answer admit acknowledge confirm deny
    suggest predict believe think hope recall stress emphasize emphasise urge call describe complain contend maintain concede vow pledge promise joke continue conclude
    observe remark point comment quip charge accuse praise criticize criticise know feel want expect agree testify allege assert boast caution disclose express
    indicate mention proclaim propose reiterate repeat reveal tout swear lament mock blast dismiss reject decry question wonder estimate read show find demand
    signal outline counter fear worry doubt plan intend decide refuse speak talk discuss post publish quote cite hint imply retort shout cry whisper advise recount relate""".split()
)

SAYING = frozenset(
    """say tell add note explain argue claim insist warn announce declare state report write tweet reply respond ask answer admit acknowledge confirm deny
    suggest predict recall stress emphasize emphasise complain contend maintain concede vow joke continue conclude observe remark comment quip assert boast caution reiterate testify allege""".split()
)

# Nouns of acts: "Russia's intervention", "Israeli air strikes".
ACTS = frozenset(
    """backing intervention support strike airstrike raid attack bombing bombardment campaign offensive invasion operation war sanction decision move plan effort policy
    call demand offer proposal response reaction role involvement withdrawal refusal rejection threat warning claim statement announcement announcing denial criticism condemnation commitment
    pledge promise help aid assistance assault shelling blockade embargo ban action actions activity aggression annexation incursion occupation crackdown nuclear program programme
    pressure interference meddling participation presence deployment buildup build-up test launch missile agreement deal pact treaty negotiation talk talks vote veto bid request
    complaint protest ambition interest interests concern concerns position stance view strategy diplomacy opposition recognition ties relation relations alliance request
    government military army president leader leadership minister parliament influence handling treatment suspicion suspicions fear accusation accusations allegation allegations""".split()
)

# Nouns whose object is a state: "sanctions on Iran", "ambassador to Egypt", "support for Israel".
TOWARDS = frozenset(
    """sanction sanctions attack war pressure embargo strike airstrike threat ambassador envoy aid support assistance message warning response answer tie link sale
    weapon arm criticism condemnation invasion bombing occupation policy stance blow appeal call letter offer concession relation talk talks president leader king minister
    government opposition ban tariff attitude approach commitment negotiation deal agreement partnership alliance meeting conflict friendship cooperation""".split()
)

# Verbs whose object is a place: "visited Russia".
PLACING = frozenset(
    """visit leave enter flee reach tour cross reside travel go come arrive return head fly drive depart evacuate hit strike_down rock sweep near exit inhabit populate live
    include cover feature surround border""".split()
)

ADDRESSING = frozenset(
    """tell ask urge call warn accuse blame criticize criticise condemn press pressure push demand thank praise join fight confront threaten attack invade bomb sanction
    support back help assist arm deal give offer provide say send_word speak talk appeal complain apologize apologise respond reply submit surrender sell deliver belong supply lose pay
    present face lead allow force persuade convince invite meet deter punish""".split()
)

PLACES_OF = frozenset(
    "in at near into across throughout inside outside around through within over off via along en".split()
)
