"""How the page looks: light and dark, wide, narrow and on paper."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark;
  --paper: #fffdf8; --ink: #1d1d1b; --quiet: #6d6a63; --rule: #d9d4c7; --box: #fff4f1; --alarm: #b3261e; --card: #f7f3e9;
  --said: #eef3fb; --source: #0b4f9e; --cue: #0b4f9e; --what: #8a3b00; --when: #6a2c91; --where: #176b3a; --value: #b3261e; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #171614; --ink: #ece8df; --quiet: #9c978b; --rule: #3a3833; --box: #2a1a18; --alarm: #ff8a80; --card: #201f1c;
  --said: #1d2532; --source: #8ebcff; --cue: #8ebcff; --what: #ffb27a; --when: #d3a4f2; --where: #83d6a2; --value: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
article { max-width: 76rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
article + article { border-top: 3px double var(--rule); }
h1 { font-size: clamp(1.5rem, 3.4vw, 2.4rem); line-height: 1.15; margin: 0 0 .3em; text-wrap: balance; }
h2 { font: 700 .78rem/1.3 system-ui, sans-serif; letter-spacing: .09em; text-transform: uppercase; margin: 0 0 .6rem; }
.deck { font-size: 1.15rem; font-style: italic; margin: 0 0 .5em; }
.credit, .note, .legend, .id { font: .82rem/1.45 system-ui, sans-serif; color: var(--quiet); }
.id { font-size: .72rem; opacity: .75; text-transform: none; letter-spacing: 0; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2rem; margin-top: 1.2rem; }
@media (min-width: 60rem) { .columns { grid-template-columns: minmax(0, 38rem) minmax(0, 1fr); gap: 3rem; } }
.text p { margin: 0 0 .9em; hyphens: auto; white-space: pre-line; }
.text .furniture { color: var(--quiet); font-size: .9em; }
.said { background: var(--said); box-decoration-break: clone; -webkit-box-decoration-break: clone; padding: .08em 0; }
.source { color: var(--source); font-weight: 700; }
.cue { color: var(--cue); font-style: italic; }
.what { color: var(--what); font-weight: 700; border-bottom: 2px solid currentColor; }
.when { color: var(--when); border-bottom: 1px dotted currentColor; }
.where { color: var(--where); border-bottom: 1px dotted currentColor; }
.value { color: var(--value); font-weight: 700; }
.differ { background: var(--box); border: 2px solid var(--alarm); border-radius: 6px; padding: 1rem 1.2rem; margin: 1.2rem 0 0; }
.differ h2 { color: var(--alarm); }
.differ section + section { border-top: 1px solid var(--rule); margin-top: .9rem; padding-top: .9rem; }
.differ h3 { font-size: 1.05rem; margin: 0; }
.sides { display: grid; gap: .9rem 1.6rem; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); margin-top: .5rem; }
.sides strong { color: var(--alarm); font-size: 1.25rem; display: block; line-height: 1.2; }
blockquote { margin: .3rem 0 0; font-size: .95rem; font-style: italic; color: var(--quiet); }
blockquote mark { background: none; color: var(--ink); font-weight: 700; }
aside section { margin-bottom: 1.8rem; }
.card { background: var(--card); border-radius: 6px; padding: .8rem 1rem; margin-bottom: .8rem; break-inside: avoid; }
.card h3 { font-size: 1.05rem; line-height: 1.3; margin: 0 0 .35rem; }
.card h3 small { font: 700 .72rem system-ui, sans-serif; letter-spacing: .06em; text-transform: uppercase; color: var(--what); display: block; }
dl { display: grid; grid-template-columns: 5.6rem minmax(0, 1fr); gap: .15rem .7rem; margin: 0; font-size: .95rem; line-height: 1.4; }
dt { font: .8rem/1.65 system-ui, sans-serif; color: var(--quiet); text-align: right; }
dd { margin: 0; }
.by { color: var(--source); font: .8rem/1.4 system-ui, sans-serif; }
.status { color: var(--alarm); font: .8rem system-ui, sans-serif; }
ul { margin: 0; padding-left: 1.1rem; font-size: .95rem; } li { margin-bottom: .3rem; }
.legend span { margin-right: 1em; }
a { color: inherit; text-decoration: none; } a:hover { text-decoration: underline; }
:target { outline: 2px solid var(--alarm); outline-offset: 2px; border-radius: 2px; }
@media print { body { font-size: 10.5pt; background: none; } article { padding: 0; max-width: none; } .columns { grid-template-columns: 1.2fr 1fr; gap: 1.5rem; }
  .card, .differ { background: none; border: 1px solid #999; } .said { background: none; text-decoration: underline dotted #999; } }
"""
