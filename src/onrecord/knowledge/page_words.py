"""The words of page furniture: buttons, section signs, credits, notices, in English and the languages of sites that print English news.

In: nothing. Out: tables of phrases in lower case, compared as `reading.furniture.plain` folds them. Our own tables.
"""

from __future__ import annotations


def _phrases(table: str) -> tuple[str, ...]:
    """The phrases of a table, which semicolons part."""
    return tuple(phrase for part in table.split(";") if (phrase := " ".join(part.split())))


# A short line made of these phrases and nothing else is a row of buttons.
SHARE = _phrases("""
share this on; share this on whatsapp; copy link urlcopied; share your thoughts; like loading;
share; shares; share this; share this article; share this story; share this page; share this with; share article; share story; share on facebook;
share on twitter; share on linkedin; share on whatsapp; share on pinterest; share on google+; share via email; share via; share with; tweet; retweet;
like; likes; facebook; twitter; x; email; e-mail; mail; print; print this; print this page; print article; linkedin; whatsapp; reddit; pinterest;
tumblr; messenger; telegram; instagram; youtube; google+; google plus; google; stumbleupon; digg; flipboard; pocket; viber; copy link; copy this link;
these are external links and will open in a new window; link copied; copied; save; save article; save for later; bookmark; bookmark this; email this;
email article; email this article; email to a friend; send to a friend; send; pin it; pin; snapchat; wechat; weibo; line; vk; republish; reprints;
order reprints; order reprints & permissions; text size; font size; a a a; aa; listen; listen to article; listen to this article; gift article; gift
this article; comment; comments; no comments; leave a comment; add a comment; post a comment; view comments; show comments; view all comments; read
comments; join the conversation; paylaş; teilen; partager; compartir; condividi; compartilhar; delen; поделиться; поділитися; udostępnij; jaa; dela;
del; sdílet; abone ol; yazdır; drucken; imprimer; imprimir; печать
""")

NAVIGATION = _phrases("""
got a news tip; got a tip; site index; go to home page; back to gallery; why subscribe; thanks for signing up; sign up now; sections; supported by; post comment;
term of use; digital edition; todays paper; today's paper; live tv; cancel reply; like this; loading; see all; see tweets; play now; shop; obituaries;
advertisement; advertisements; ad; ads; sponsored; sponsored content; promoted; paid post; continue reading the main story; continue reading; continue
reading below; story continues below; story continues below advertisement; story continues below this ad; story continues; article continues below;
article continues below advertisement; article continues after ad; read more; read full story; read the full story; read full article; read the full
article; read next; read more about; more; show more; see more; learn more; view more; load more; load more comments; skip to content; skip to main
content; skip to navigation; skip advertisement; jump to navigation; close; menu; search; search for; sign in; sign up; log in; login; register;
subscribe; subscribe now; subscriptions; newsletter; newsletters; newsletter sign up; newsletter signup; my account; home; homepage; home page; back;
back to top; top; top of page; up next; next; next story; next article; previous; previous story; previous article; prev; next up; scroll for more;
scroll down; play; pause; play video; watch; watch video; watch live; watch now; live; video; videos; photo; photos; photo gallery; gallery;
slideshow; slide show; image; images; audio; media playback is unsupported on your device; media caption; image caption; image copyright; enlarge this
image; toggle caption; hide caption; view photos; view gallery; view slideshow; full screen; fullscreen; exit full screen; click to enlarge; expand;
story highlights; highlights; key points; listen now; download; transcript; view transcript; breaking news; latest news; top stories; top news;
latest; most popular; most read; most viewed; most shared; trending; trending now; popular; popular now; recommended; recommended for you; recommended
stories; editors' picks; editor's picks; don't miss; you might also like; you may also like; you may be interested in; we recommend; related; related
stories; related story; related articles; related article; related news; related topics; related content; related links; related coverage; related
posts; more on this story; more from; more stories; more news; more on this topic; more coverage; also on; also read; see also; read also; further
reading; in pictures; from the web; around the web; from around the web; topics; tags; tagged; filed under; categories; category; explore; follow us;
follow; follow us on; follow us on twitter; follow us on facebook; like us on facebook; about us; contact us; contact; privacy policy; privacy; terms;
terms of use; terms of service; terms and conditions; cookie policy; cookies; sitemap; site map; advertise; advertise with us; careers; help; faq;
feedback; corrections; report an error; report a correction; report a typo; send feedback; reader comments; disqus; world; news; politics; business;
opinion; sports; sport; entertainment; lifestyle; technology; tech; science; health; travel; culture; arts; money; weather; u.s; us; uk; europe;
middle east; africa; asia; asia pacific; americas; markets; editorial; editorials; columnists; local; national; international; region; features;
regional; anasayfa; haberler; devamını oku; son dakika; ilgili haberler; mehr zum thema; weiterlesen; lire aussi; lire la suite; à lire aussi; leer
más; más información; leia mais; leggi anche; lees meer; lees ook; читайте также; читать далее; czytaj więcej; czytaj także; läs mer; les også; læs
også; число комментариев
""")

# Words that are buttons but also begin headlines or are words of the text: they count only beside another of the phrases above, or as
# signs of sections (a row of at least two).
WEAK = frozenset(
    _phrases("""
ad; ads; africa; americas; arts; asia; asia pacific; back; business; careers; close; columnists; comment; contact; corrections; culture; del; dela;
editorial; editorials; email; entertainment; europe; explore; facebook; features; feedback; follow; google; health; help; highlights; home; images;
international; jaa; latest; lifestyle; like; likes; line; listen; live; local; mail; markets; middle east; money; more; national; news; next; opinion;
photos; pin; play; politics; popular; recommended; region; regional; register; related; save; science; search; send; sport; sports; tech; technology;
terms; top; topics; transcript; travel; trending; twitter; u.s; uk; us; video; videos; watch; weather; world; x
""")
)

# A line that begins so, with a colon, bar or dash behind it, points to other stories.
RELATED_WITH_COLON = _phrases("""
related; read; read more; read also; also read; read next; see also; see more; more; watch; watch more; watch live; video; in pictures; in photos;
photos; gallery; explainer; must read; must-read; don't miss; recommended; related story; related stories; related article; related articles; related
news; related coverage; related topics; more on this story; more on this; see related; click here; further reading; also on; up next; more stories;
more from; tags; topics; filed under; keywords; categories; category; quiz; podcast; listen; photo gallery; slideshow; opinion; lire aussi; à lire
aussi; leer también; lea también; leggi anche; leia também; mehr zum thema; lesen sie auch; lees ook; читайте также; читайте також; i̇lgili haber;
czytaj też; czytaj także; čtěte také; čítajte aj
""")

# The headings of lists of other stories: short lines without a stop that follow them point elsewhere, too.
LIST_HEADS = frozenset(
    _phrases("""
also on; around the web; don't miss; editor's picks; editors' picks; from around the web; from the web; ilgili haberler; latest news; leggi anche;
lire aussi; mehr zum thema; more coverage; more news; more on this story; more on this topic; more stories; most popular; most read; most viewed; read
next; recommended for you; recommended stories; related articles; related content; related coverage; related links; related news; related posts;
related stories; top stories; trending now; you may also like; you might also like; читайте также
""")
)

# A line that begins with one of the first and holds one of the second asks something of the reader.
ASKS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("follow", "find", "like", "join", "connect with", "add", "watch us", "visit us"),
        ("on twitter", "on facebook", "on instagram", "on telegram", "on linkedin", "on youtube", "on snapchat", "on x:", "our facebook", "our telegram", "our whatsapp", "google+"),
    ),
    (
        ("sign up", "subscribe", "get ", "register", "want more", "receive", "join", "start your day", "keep up", "stay up to date", "stay on top"),
        ("newsletter", "inbox", "email alerts", "e-mail alerts", "free trial", "push notifications", "morning briefing", "youtube channel", "daily briefing", "news alerts", "our app"),
    ),
    (
        ("download", "get the", "install"),
        (" app ", " app.", " app on", "app store", "google play"),
    ),
    (
        ("click", "tap"),
        ("here", "link below", "to read", "to watch", "to view", "to enlarge", "to share"),
    ),
    (
        ("have a news tip", "got a tip", "got a story", "do you have a story", "send us your", "share your views", "tell us", "have your say", "what do you think", "let us know"),
        ("email", "e-mail", "comments", "comment section", "contact us", "@", "on facebook"),
    ),
    (
        ("please enable", "this website uses", "please check the", "i agree that", "there was an error", "your browser", "you need to enable", "javascript", "we use cookies", "this site uses cookies", "by continuing to use"),
        ("javascript", "browser", "cookies", "cookie"),
    ),
    (
        ("view all", "see all", "see sample", "manage email", "please verify", "thank you for subscribing", "an error has occurred", "you will receive"),
        ("newsletters", "preferences", "not a robot", "robot", "subscri", "try again", "offers"),
    ),
)  # fmt: skip

CAPTION_STARTS = _phrases("""
file -; file –; file —; file photo; file picture; file image; file:; photo:; photo by; photo credit; photos:; photograph:; photograph by; photo
courtesy; picture:; image:; image credit; image source; image copyright; image caption; media caption; media playback is unsupported; enlarge this
image; caption:; credit:; credits:; photo/; photo illustration; illustration:; illustration by; screenshot:; graphic:; video by; video caption;
courtesy:; afp photo; ap photo; reuters/; afp/; getty images; epa/; foto:; fotograf:; bild:; photo :; фото:; zdjęcie:; kép:; kuva:; pic:; pic by;
pics:; picture by; pictured:; in this photo; in this picture; in this image; in this file photo; in this handout photo; © reuters; © ap; © afp; ©
sputnik; © ria novosti; © photo; © getty; © epa; © flickr; © wikipedia; © twitter; (c) reuters
""")

# The starts above that are also the start of plain sentences: such a line must end in a photographer's credit, too, or be short.
CAPTION_STARTS_WEAK = _phrases("""
in this photo; in this picture; in this image; in this file photo; in this handout photo; photo by; video by; picture by
""")

LEGAL_STARTS = _phrases("""
©; (c) 20; (c) 19; copyright; copyright:; copyright©; all rights reserved; all content copyright; all materials copyright; material from the
associated press; this material may not be; this article may not be reproduced; reproduction of; rights reserved
""")

LEGAL_HOLDS = _phrases("""
all rights reserved; may not be published, broadcast; may not be reproduced; may not be copied; without the express written; without prior written
permission; is not responsible for the content of external; alle rechte vorbehalten; tous droits réservés; todos los derechos reservados; tutti i
diritti riservati; все права защищены; tüm hakları saklıdır; trust principles
""")

# Lines of the article about itself begin so.
NOTICES = _phrases("""
this article was amended on; this story has been corrected; this article has been corrected; this story has been updated; this article has been
updated; this article has been edited; this is a developing story; this story is developing; this post has been updated; an earlier version of this; a
previous version of this; a version of this article appears in print; a version of this article appeared in print; a version of this story appeared;
this article originally appeared; this article was originally published; this article was first published; this story was originally published; this
article first appeared; this story first appeared; this story was first published; this post originally appeared; this piece was originally published;
article reprinted; check back for updates; read the original article; read the original story; to be updated; more to follow; more to come; more
details soon; more details to follow; this breaking news story; the views expressed; views expressed; the opinions expressed; • this article was
amended
""")

# ------------------------------------------------------------------ bylines

BY = frozenset(
    _phrases("""
af; analysis by; auteur; author; authors; autor; autora; autore; av; by; compiled by; di; door; edited by; haber; par; por; posted by; published by;
report by; reported by; reporter; reporters; review by; story; story by; submitted by; tekst; text by; von; words by; writer; written by; yazan; автор
""")
)

BY_STRONG = _phrases("""
reported by; written by; words by; story by; text by; posted by; submitted by; compiled by; edited by; report by; analysis by
""")

# What a byline may hold beside names.
BYLINE_WORDS = frozenset(
    _phrases("""
&; affairs; africa; agence; agencies; agency; al; and; asia; assistant; associated; at; bin; bureau; business; by; chief; city; columnist;
contributing; contributor; contributors; copy; correspondent; correspondents; county; crime; da; de; defence; defense; del; den; deputy; der; desk;
di; digital; diplomatic; dos; dr; du; e; east; economics; editor; editors; el; environment; et; europe; executive; for; foreign; freelance; from;
guest; health; i; in; intern; international; investigative; jr; la; le; legal; managing; media; middle; national; news; newsroom; of; online; our;
own; phd; photographer; political; press; producer; published; report; reporter; reporters; reports; royal; science; security; senior; service;
services; special; sport; sports; sr; staff; team; technology; ten; the; to; ul; und; updated; ur; van; ve; von; web; wire; wires; with; writer;
writers; y
""")
)

DESKS = frozenset(
    _phrases("""
opinion columnist; opinion writer; contributing writer; contributing editor; staff photographer; agencies; bureau report; correspondent; dış haberler; editorial board; editorial staff; foreign desk; from our correspondent; from staff and wire
reports; from staff reports; from wire reports; haber merkezi; internet desk; la rédaction; monitoring desk; national desk; news agencies; news desk;
news service; news services; newsdesk; newsroom; online desk; online report; our bureau; our correspondent; our reporter; our special correspondent;
our staff reporter; redacción; redaktion; redazione; redação; rédaction; special correspondent; special to the; staff; staff and agencies; staff and
wire reports; staff report; staff reporter; staff reports; staff writer; staff writers; the editorial board; web desk; wire reports; wire services;
world desk; редакция
""")
)

# The starts of a closing note on who worked on the report, inside brackets or as a line of its own, and its ends.
CREW = _phrases("""
reporting by; additional reporting by; writing by; editing by; compiled by; translated by; with reporting by; with additional reporting; with
reporting from; reporting and writing by; writing and editing by; reporting from; additional reporting from; edited by; written by; with agencies;
with inputs from; with input from; with files from; with afp; with ap; with reuters; with agency inputs; reporting, writing and editing by; produced
by; graphics by; graphic by; photography by
""")

CREW_ENDS = _phrases("""
contributed to this report; contributed to this story; contributed to this article; contributed reporting; contributed reporting from; contributed to
the report; contributed from; contributed research; also contributed; contributed to this post; contributed to this piece
""")
