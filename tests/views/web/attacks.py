"""What a hostile report, review file, name or address could hold: our own corpus. Nothing of it may run anywhere, and no page may break on it.

In a payload, RUN stands for a call that tells of itself when it runs, URL for an address elsewhere that is asked when it is loaded; `armed`
gives both the payload's number. Those of a class that needs neither (a traversal, a formula) are looked for in what comes back.
"""

from __future__ import annotations

from typing import Final

RUN, URL = "RUN", "URL"
CANARY: Final = "canary.invalid"  # RFC 6761: no name anywhere

SCRIPTS: Final = (
    "<script>RUN</script>",
    "<ScRiPt>RUN</sCrIpT>",
    "<script >RUN</script >",
    "<script\t>RUN</script\n>",
    "<script src=//URL></script>",
    "<script/src=data:text/javascript,RUN></script>",
    "<scr<script>ipt>RUN</scr</script>ipt>",
    "<script type=module>RUN</script>",
    "<script>RUN//",
    "<noscript><p title='</noscript><script>RUN</script>'>",
    "</title><script>RUN</script>",
    "</textarea><script>RUN</script>",
    "</style><script>RUN</script>",
    "</option></select><script>RUN</script>",
    "--><script>RUN</script><!--",
    "<!--><script>RUN</script>-->",
    "]]><script>RUN</script>",
    "<xmp><script>RUN</script></xmp>",
)
HANDLERS: Final = (
    "<img src=x onerror=RUN>",
    "<img src=x onerror='RUN'//",
    '<img """><script>RUN</script>">',
    "<svg onload=RUN>",
    "<svg/onload=RUN//",
    "<body onload=RUN>",
    "<body onpageshow=RUN>",
    "<input autofocus onfocus=RUN>",
    "<select autofocus onfocus=RUN>",
    "<video><source onerror=RUN></video>",
    "<audio src=x onerror=RUN>",
    "<details open ontoggle=RUN>",
    "<marquee onstart=RUN>",
    "<a onmouseover=RUN>over</a>",
    "<div onpointerenter=RUN style=position:fixed;inset:0>",
    "<style>@keyframes x{}</style><b style='animation:x' onanimationstart=RUN>",
    "<img src=x:x onerror\x0c=RUN>",
    "<img src=x onerror=RUN",
)
BREAKOUTS: Final = (
    '"><script>RUN</script>',
    "'><script>RUN</script>",
    '" autofocus onfocus="RUN" x="',
    "' autofocus onfocus='RUN' x='",
    '" onmouseover="RUN',
    "` onmouseover=`RUN",
    "x onmouseover=RUN ",
    'x"/onerror="RUN"/src="x',
    '" style="background:url(//URL)" x="',
    '"></a><svg onload=RUN>',
    '\\"><script>RUN</script>',
    "\u201c\u201d\"'<>&`=/\\ zq",
)
ADDRESSES: Final = (
    "javascript:RUN",
    "JaVaScRiPt:RUN",
    " javascript:RUN",
    "java\tscript:RUN",
    "java\nscript:RUN",
    "\x01javascript:RUN",
    "javascript://news.example/%0aRUN",
    "javascript:%52%55%4e//RUN",
    "data:text/html,<script>RUN</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:RUN",
    "view-source:javascript:RUN",
    "//URL/x",
    "\\\\URL\\x",
    "https:URL",
    'https://news.example/"onmouseover="RUN',
    "https://news.example/'><script>RUN</script>",
    "https://news.example\\@URL/",
    "http://[::1/<svg onload=RUN>",
)
MARKUP: Final = (
    "<svg><script>RUN</script></svg>",
    "<svg><script href=data:text/javascript,RUN /></svg>",
    "<svg><animate onbegin=RUN attributeName=x dur=1s>",
    "<svg><set attributeName=href to=javascript:RUN begin=0s>",
    "<svg><a xlink:href=javascript:RUN><text y=20>x</text></a></svg>",
    "<svg><foreignObject><iframe src=javascript:RUN></iframe></foreignObject></svg>",
    "<svg><use href=data:image/svg+xml;base64,PHN2Zy8+#x></svg>",
    "<svg><image href=//URL></svg>",
    "<math><maction actiontype=statusline xlink:href=javascript:RUN>x</maction></math>",
    "<math href=javascript:RUN>x</math>",
    "<iframe src=javascript:RUN></iframe>",
    "<iframe srcdoc='&lt;script>RUN&lt;/script>'></iframe>",
    "<object data=data:text/html,<script>RUN</script>></object>",
    "<embed src=//URL>",
    "<base href=//URL/>",
    "<meta http-equiv=refresh content='0;url=//URL'>",
    "<meta http-equiv=refresh content='0;url=javascript:RUN'>",
    "<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline' *\">",
    "<link rel=stylesheet href=//URL>",
    "<link rel=prefetch href=//URL>",
    "<form action=//URL><button autofocus>zq</button></form>",
    "<form action=javascript:RUN><input type=submit>",
    "<isindex type=image src=1 onerror=RUN>",
    "<template><script>RUN</script></template>",
    "<portal src=//URL>",
)
MUTATIONS: Final = (
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=RUN&gt;'>",
    "<svg></p><style><a id='</style><img src=x onerror=RUN>'>",
    "<noembed><img title='</noembed><img src=x onerror=RUN>'></noembed>",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=RUN>",
    "<select><template><style><!--</style><a rel='--></style></template></select><img src=x onerror=RUN>'>",
    "<listing>&lt;img src=x onerror=RUN&gt;</listing>",
    "<p id='a`'></p>`<img src=x onerror=RUN>",
    "<![CDATA[><script>RUN</script>]]>",
    "<?xml version='1.0'?><script>RUN</script>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM '//URL'>]>&e;",
)
CLOBBERS: Final = (
    "<form id=document><input name=cookie></form> zq",
    "<img name=getElementById> zq",
    "<a id=location href=javascript:RUN>x</a>",
    "<form name=querySelector><input id=children></form> zq",
    "<input name=csrf value=zq form=x>",
    "evidence",
    "main",
    "__proto__",
    "constructor",
)
ENCODINGS: Final = (
    "&lt;script&gt;RUN&lt;/script&gt;",
    "&#60;script&#62;RUN&#60;/script&#62;",
    "&#x3c;img src=x onerror=RUN&#x3e;",
    "&amp;lt;script&amp;gt;RUN",
    "%3Cscript%3ERUN%3C/script%3E",
    "%253Cscript%253ERUN%253C/script%253E",
    "\\u003cscript\\u003eRUN\\u003c/script\\u003e",
    "\\x3cscript\\x3eRUN\\x3c/script\\x3e",
    "+ADw-script+AD4-RUN+ADw-/script+AD4-",
    "\u00c0\u00bcscript\u00c0\u00beRUN",
    "\uff1cscript\uff1eRUN\uff1c/script\uff1e",
    "\u02c2script\u02c3RUN",
    "\u2039img src=x onerror=RUN\u203a",
    "<\x00script>RUN</script>",
    "<scr\x00ipt>RUN</script>",
    "<img src=x\x0bonerror=RUN>",
    "\ud800<script>RUN</script>\udfff",
    "\ufeff<script>RUN</script>",
    "\u2028RUN\u2029",
    "\u202e>tpircs/<NUR>tpircs<\u202c zq",
    "\u2066<script>\u2069RUN</script>",
    "<\u0301script>RUN</script>",
)
PROGRAMS: Final = (
    "{{ 7*7 }}{{ RUN }}",
    "{{ self._TemplateReference__context }} zq",
    "{{ ''.__class__.__mro__[1].__subclasses__() }} zq",
    "{% for x in ().__class__.__base__.__subclasses__() %}zq{% endfor %}",
    "{% raw %}<script>RUN</script>{% endraw %}",
    "{# zq #}",
    "${RUN}",
    "#{RUN}",
    "<%= RUN %>",
    "{page.__class__} %s %d %(x)s {0} zq",
    "</script><script>RUN</script>",
    '"}];RUN;//',
    "'-RUN-'",
    "\\';RUN;//",
    "<!--<script>RUN",
    "[x](javascript:RUN)",
    "![x](//URL)",
    "<javascript:RUN>",
    "[x]: javascript:RUN\n\n[x]",
    "`</code><script>RUN</script>`",
    "expression(RUN)",
    "</style><style>@import '//URL';",
    "x}*{background:url(//URL)}",
    "';background:url(//URL);x:'",
)
FORMULAS: Final = (
    "=cmd|' /C calc'!A0 zq",
    '=HYPERLINK("http://URL","x")',
    "+1+1 zq",
    "-2+3+cmd zq",
    "@SUM(1+1) zq",
    "\t=1+1 zq",
    "\r=1+1 zq",
    "\uff1d1+1 zq",
    '",=1+1,"zq',
)
HEADERS: Final = (
    "zq\r\nSet-Cookie: pwned=1",
    "zq\r\n\r\n<script>RUN</script>",
    'zq"; filename="x.html',
    "zq\nLocation: //URL",
    "zq\u560d\u560aSet-Cookie: pwned=1",
)
PATHS: Final = (
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "..\\..\\..\\windows\\win.ini",
    "/etc/passwd",
    "file:///etc/passwd",
    "C:\\zq",
    "%2e%2e/%2e%2e/pyproject.toml",
    "s1' OR '1'='1",
    "'; DROP TABLE articles; --",
    '" OR headline MATCH "zq',
    "zq*) NEAR((",
    "%",
    "_",
    "r" + "0" * 64,
)
TERMINALS: Final = (
    "\x1b[2J\x1b[Hzq",
    "\x1b]0;zq\x07",
    "\x1b]52;c;enE=\x07zq",
    "\x1b]8;;http://URL\x07here\x1b]8;;\x07",
    "\x9b31mzq\x9b0m",
    "zq\rover",
    "zq\x08\x08\x08over",
    "\x1bP0;1|17/ab\x1b\\zq",
    "[bold red]zq[/bold red] [link=http://URL]here[/link]",
)

GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "script": SCRIPTS, "handler": HANDLERS, "breakout": BREAKOUTS, "address": ADDRESSES, "markup": MARKUP, "mutation": MUTATIONS, "clobber": CLOBBERS,
    "encoding": ENCODINGS, "program": PROGRAMS, "formula": FORMULAS, "header": HEADERS, "path": PATHS, "terminal": TERMINALS,
}  # fmt: skip


def armed() -> tuple[str, ...]:
    """Every payload, its call and its address bearing its number: `pwned(17)`, `canary.invalid/17`."""
    every = (payload for group in GROUPS.values() for payload in group)
    return tuple(
        one.replace(RUN, f"pwned({number})").replace(URL, f"{CANARY}/{number}") for number, one in enumerate(every)
    )


PAYLOADS: Final = armed()
