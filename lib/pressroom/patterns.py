"""The compiled expressions that read a page, and nothing else: each named, each with an example."""

from __future__ import annotations

import re

# Characters that print nothing but are not white space to Python: zero-width (non-)joiner, word joiner, BOM.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
BLANK = INVISIBLE + " \t\r\x0b\x0c\u00a0\u2002\u2003\u2009\u3000"
PRINTED = re.compile(rf"[^\n{BLANK}][^\n]*")  # a line from its first character that prints something
SPACES = re.compile(rf"[{BLANK}]+")
EDITOR_TOKEN = re.compile(r"_ueditor_page_break_tag_ ?")  # "_ueditor_page_break_tag_Fu Linghui:"

# --- the page around the speech -------------------------------------------------------------------------------
# "<  1  2 … 11  >", "‹ 1 2 3 ›", "Previous 1 2 3 Next", "1 2 3 4 >"
NAVIGATION = re.compile(
    r"(?:<<?|[‹«＜]|Prev(?:ious)?(?: page)?\b)[\s|]*\d[\d\s|…·.]*(?:>>?|[›»＞]|Next(?: page)?\b)|"
    r"1(?:[\s|]+[\d…]+){1,20}[\s|]*(?:>>?|[›»＞]|Next(?: page)?\b)",
    re.I,
)
NAVIGATION_ENDS = ">›»＞te"  # the last characters that make a line worth a look
PAGE_FOOT = re.compile(r"Page \d{1,3} of \d{1,3}", re.I)  # the number of a printed page, in the middle of speech
PAGE_IN_NAME = re.compile(r"_(\d{1,2})$")  # "content_117189315_2" is page 2
BREADCRUMB = re.compile(
    r"^.{0,60}[ㄑ‹»›]|^\S.{0,40}(?: [>/] .{2,40}){1,5}$|^(?i:Home) ?>|^You are here\b"
)  # "ㄑ Press Room ㄑ …", "Home > Press"
CAPTION = re.compile(
    r"[\[(（](?:Photos?|Photographs?|Images?)(?: by|:| from| provided| courtesy|/)[^\])）]*[\])）]|\(Xinhua/[^)]*\)|"
    r"\bPhoto(?: by |: )|^\d*/\d+\s+\S",
)
# what a caption says, its credit on the next line
CAPTION_WORDS = re.compile(
    r"\b(?:attends?|answers?|asks?|chairs?|speaks?|holds?|raises?|poses?|introduces?|listens?|addresses)\b[^\n]{0,200}"
    r"\b(?:press conference|briefing|question|questions|queries|hands?|media|reporters|journalists?)\b"
)
GALLERY = re.compile(r"\n\d{0,3}/\d{1,3}\s+\S[^\n]{0,80}")  # "1/6    Huo Jianguo", "/4    Shou Xiaoli"
# A line of its own: "(Laughter)", "* * *", "_____"
STAGE = re.compile(
    r"[*_]{0,2}[(\[（](?!Photo)[^()\[\]（）]{2,160}[)\]）][*_]{0,2}\.?|(?:\*\s*){3,}|[-–—_=~]{3,}|(?:\\?\*\s*){3,}"
)
STAGE_INLINE = re.compile(
    r"[(\[](?:Applause|Laughter|Laughs?|Laughing|Chuckles|Switches to \w+|Inaudible|Cross-?talk|Off[- ]mi(?:ke|c)|"
    r"Pause|Speaking \w+|Speaks in \w+)[.!]?[)\]]",
    re.I,
)
AFTERWARDS = re.compile(
    r"\(?The following questions? (?:was|were) (?:also )?(?:raised|asked|put)[^:.()\n]{0,80}[:.)]{1,2}|"
    r"\(Similar questions? (?:from|by)[^)\n]{0,200}\)",
    re.I,
)
TIMESTAMP = re.compile(r"\d{4}[-/.]\d\d?[-/.]\d\d? +\d{1,2}:\d\d(?::\d\d)?")  # "2024-04-26 10:03:11" below a turn
CLOCK_AT_END = re.compile(rf":\d\d:\d\d(?=[{BLANK}]*(?:\n|\Z))")  # ":03:11" at the end of a line
STAMP = re.compile(r"[.?!。”\"] (?P<stamp>\d{4}-\d\d-\d\d \d\d)\Z")  # ". 2024-04-26 10" before it
CLOCK = re.compile(r"(?:END\s+)?\d{1,2}:\d\d\s*[AP]\.?M\.?(?:\s+\(?[A-Z]{2,5}\)?)?", re.I)  # "11:56 A.M. EDT"
# Lines of a page's foot: what follows them is no speech, unless a label comes.
FOOT = re.compile(
    r"Translat(?:ed(?: and edited)? by|ors?\s*[:：])|Edited by|Copyright|©|Contact us|Editors?\s*[:：]|"
    r"\(?Source\s*[:：]|For reference only|Read more|Related (?:stories|news|links|articles|reading|coverage)|"
    r"More (?:stories|news)\b|You may also like|Share(?: (?:to|this|on)\b.{0,40})?[:：]?$|Print$|"
    r"Tags?\s*[:：]|Scan the QR|Follow us|"
    r"Download the app|To view the|(?:Post )?Sponsored by\b|Traditional Chinese\b|"
    r"Email this\b|Print this\b|Ends?/|Issued at\b|"
    r"An official website of\b|Official websites use\b|Secure \.gov websites\b|"
    r"(?:Skip|Go) to (?:main )?content\b|END$|###$|\[?Editor['’]s note|All rights reserved|Disclaimer\b|"
    r"(?:Produced|Transcribed|Compiled|Proofread|Reported) by\b|"
    r"This (?:transcript|translation|record|text|page) (?:is|was|has been)\b",
    re.I,
)
# Words about a text and not of anybody in it, wherever they stand in the last lines of a page.
ABOUT_THE_TEXT = re.compile(
    r"\bfor (?:\w+ )?reference only\b|\b(?:Chinese|English|original) (?:text|version|transcript)\b[^.]{0,40}\bprevail|"
    r"\b(?:text|transcript|translation|record|minutes)\b[^.]{0,40}"
    r"\b(?:unofficial|abridged|edited|not been (?:checked|reviewed))\b|"
    r"\b(?:repost|reprint|reproduc)\w+\b[^.]{0,60}\b(?:permission|source|credit)\b",
    re.I,
)
# "2. Visit to Norwan", "Japan-Norwan relations (visit of the minister)": the point that the turns below are about
SUBHEAD = re.compile(r"(?:\d{1,2}\. )?[A-Z](?:[^.?!:;\n]|(?<=\b[A-Z])\.){8,110}(?:\)|[^\W_])")
POINT = re.compile(r"\*\*[^*\n]{2,90}")  # "**Summit of the Future": the point that an announcement comes to
YAML_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)

# --- dates ----------------------------------------------------------------------------------------------------
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DATE = re.compile(
    rf"\b(?P<month>{MONTH})(?:\s+|(?<=\.))(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?:(?:,\s*|\s+)(?P<year>(?:19|20)\d\d))?(?!\d)"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{MONTH}),?\s+(?P<year2>(?:19|20)\d\d)"
    r"|\b(?P<year3>(?:19|20)\d\d)[-/.](?P<month3>\d\d?)[-/.](?P<day3>\d\d?)\b",
    re.I,
)
# "Beijing | 10 a.m. April 26, 2024": place, clock time and day of the conference itself
PLACE_TIME_DAY = re.compile(r"^\w[\w .'-]{1,30}[|｜]\s*\d{1,2}(?::\d\d)?\s*[ap]\.?\s?m\.?,?\s", re.I)
# "Friday, June 26, 2015, 8:39 a.m. Front Entrance Hall": day, hour and place
DAY_AND_HOUR = re.compile(rf"^(?:{WEEKDAY}),? .{{0,30}}\d{{4}},? (?:at )?\d{{1,2}}(?::\d\d)?\s*[ap]\.?m\b", re.I)
DATE_HEADING = re.compile(r"^(?:Date(?: and time)?|Time|When|Held)\s*[:：]", re.I)
HELD_SENTENCE = re.compile(
    r"\b(?:held|holds|hold|hosted|me(?:t|ets) the press|t(?:ook|akes) place|attends?|gave|chairs|speaks at|"
    r"presides over|was given)\b|"
    r"\banswer(?:s|ed)?\b.{0,60}\b(?:questions|queries)\b",
    re.I,
)
# a line about the posting: "China.org.cn | May 15, 2024", "Source: Tide Net 13:26:00, May 3, 2024"
POSTED = re.compile(r"[|｜]\s*\w|\d{1,2}:\d\d\b|\b(?:updated|published|posted|source)\b", re.I)
# words by which sites call their sections: "Press Conferences", "HOME >> NEWS >> POLICY BRIEFINGS"
SECTION = re.compile(
    r"(?:(?:home|news|press|policy|media|room|regular|conferences?|briefings?|transcripts?|releases?|notices?|remarks|"
    r"latest|live|video|archives?|of|the|state|council|information|office|ministry|government)[\s>/|&»›ㄑ-]*)+",
    re.I,
)
TITLE_AND_DAY = re.compile(
    r"(?P<title>.+?)\s*(?:[|｜]|/,)\s*(?P<day>[^|｜]+)"
)  # "SCIO briefing on orchards | May 15, 2024"
FURNITURE = re.compile(r"^(?:Subject|Title|Topic)\s*[:：]\s*|\s*Adjust font size:$", re.I)
DAY_OF_TITLE = re.compile(r"(?:\bon |[(（])(?=[A-Z])")  # "Regular press conference on Dec. 26"
PUBLISHER = re.compile(
    rf"(?!{WEEKDAY})(?P<name>[A-Z][\w.]*(?: [A-Z][\w.]*){{0,2}})\s*(?:[|｜]|Updated|Published|,\s*(?=[A-Z]))"
)

# --- the cast -------------------------------------------------------------------------------------------------
CAST_HEADING = re.compile(
    r"^(?P<head>(?:Main |Keynote )?Speakers?|Chair(?:person|man|woman)?s?|Moderators?|Hosts?|Officials? present|"
    r"Attendees?|Participants?|Presided over by|Panelists?)(?:\s*[:：]\s*(?P<rest>.*)|\s*)$",
    re.I,
)
PERSON = r"[^\W\d_a-z][\w'’-]+(?: (?:bin |al-|de |van |von )?[^\W\d_a-z][\w'’.-]*){1,3}"
CAST = re.compile(
    rf"(?:[•·*-]\s*)?(?:(?P<title>Mr|Ms|Mrs|Miss|Dr|Prof|Professor|Gen|Madam)\.?\s+)?(?P<name>{PERSON})\s*[,，:]\s*(?P<role>[^;]{{3,400}})"
)
CAST_LINE = re.compile(r"^(?:Mr|Ms|Mrs|Dr|Prof)\.? [A-Z][^.]{3,200}$")
# how a role begins: "deputy secretary of …", "spokesperson of the SCIO"
ROLE = re.compile(
    r"(?:(?:vice|deputy|executive|acting|assistant|first|former|honorary|permanent|standing|full-time|chief|senior|party|"
    r"secretary|press|head|director|minister|governor|mayor|chair(?:man|woman|person)?|president|premier|administrator|"
    r"commissioner|spokes(?:person|man|woman)|member|general|inspector|counsel+or|inspector|deputy-director|auditor|"
    r"statistician|economist|engineer|professor|researcher|academician|chairperson|ambassador|leader|representative|"
    r"CEO|CPC|ceo|partner|founder|manager|editor|consul|rector|dean|fellow|expert|party|"
    r"(?:state )?councill?or|responsible (?:person|official)|person in charge|host)\b)",
    re.I,
)
# what stands after a name's comma and is a role: "PBOC Governor", "the responsible person of …"
TOLD_ROLE = re.compile(rf"(?:the |an? )?(?:(?-i:[A-Z])[\w'’&-]* ){{0,4}}{ROLE.pattern}", re.I)

# --- labels ---------------------------------------------------------------------------------------------------
LONGEST_LABEL = 90  # characters; "Reporter from China National Radio's Voice of Greater Bay Area Broadcast"
LONGEST_ROLE = 300  # characters of a name with a role in full
LIST_NUMBER = re.compile(rf"[{BLANK}]*\(?\d{{1,2}}[.)][{BLANK}]*")  # "1. Asahi Shimbun:"
MARKS = BLANK + "*_#>•·[]【】"  # what Markdown and editors put around a label: "**CCTV**", "### CCTV", "【CCTV】"
NAME = re.compile(
    r"[^\W\d_][\w'’.&+/-]*(?: (?:[^\W_a-z][\w'’.&+/-]*|&|of|the|and|from|for|de|du|la|le|al|el|bin|bint|ibn|van|von|"
    r"der|di|da|dos|through|in|to)){0,8}"
)
LONG_NAME = re.compile(rf"{NAME.pattern.removesuffix('{0,8}')}{{0,28}}")  # a name after an office in full
SAYS = re.compile(
    r"\b(?:said|says|noted|stressed|put|told|added|explained|remarked|wrote|asked|repli(?:ed|es)|answer(?:s|ed)|"
    r"attend(?:s|ed))\b"
)  # "Lu Wei, head of the Bureau, put it like this:" is no label
# "Translation. Region", but not "Mr. Lu", "John F. Kent"
TWO_SENTENCES = re.compile(r"[^\W\d_]{4,}[.。?!]\s+[^\W\d_a-z]")
CAST_GOES_ON = re.compile(r" (?:Date|Time|Speakers?|Chairperson|Moderator)$")  # "governor of Norwan Date:", line lost
ACRONYM = re.compile(r"[A-Z]{2,5}")
BRACKET = re.compile(r"\s*[(（][^()（）]{2,80}[)）]$")  # "Pan Guangde (governor of Xiling)"
AFTER_LABEL = BLANK + "\n\"“‘'*_("  # what may stand right after a label's colon
TITLES = ("Mr", "Ms", "Mrs", "Dr", "Prof")
# what may follow a label's colon and belongs to it: the end of bold type, the clock time of a recording "(01:16)"
AFTER_COLON = re.compile(
    rf"(?:\*\*|__)?(?:[{BLANK}]*\(\s?(?:[A-Z][a-z]{{2,8}}\.? ?\d{{1,2}}, ?\d{{4}} |\d{{4}}[-/.]\d\d?[-/.]\d\d? )?"
    r"\d{1,2}:\d\d(?::\d\d)?\))?"
)
REST_OF_LINE = re.compile(rf"[{BLANK}]*(?:\n|$)")
TITLE_NEXT = re.compile(rf"[{BLANK}\n]{{0,10}}(?:Mr|Ms|Dr)|[{BLANK}\n]{{0,8}}Prof")
NEXT_WORDS = re.compile(rf"[{BLANK}\n]*")
STOP = re.compile(
    rf"[.?!\"”’)\]…:：*。？！][{BLANK}]+"
)  # before a label inside a paragraph: "… do you agree? Wen Shurong: We …"
GLUED = re.compile(r"(?<=[^\W\d_A-Z][.?!])(?=[A-Z])")  # "… the floor.Lei Wen:", where the line break was lost
ABBREVIATED = re.compile(r"(?:\b(?:Mr|Ms|Mrs|Dr|Prof|Gen|Gov|Sen|Rep|St|No|vs|Lt|Col|Jr|Sr)|\b[A-Z])\.$")
# "Q    And then?"; "Q And then?" where editors have lost the blanks
Q_AND_BLANKS = re.compile(r"\n *[*_]{0,2}Q[*_]{0,2}(?:(?P<wide>(?= {2,}|\t| *\n))|(?= [A-Z(\"“'‘—–]))")
LETTER_AND_STOP = re.compile(r"\n[*_]*(?P<label>[QA]\d{0,2})\.[*_]*(?=\s)")  # "Q. What …", "A. It …"
CAPITALS_AND_STOP = re.compile(
    r"\n(?P<label>(?:[A-Z][A-Z'’.-]+ ){1,4}[A-Z][A-Z'’-]+)\.(?=\s)"
)  # "CHAIR POWELL. Good …"
# a line that begins anew below a full one: "CCTV: …", "Q    …", "CHAIR POWELL. …", "(Laughter)", "- a point"
NEW_LINE = re.compile(r"\s*(?:[A-Z][\w .'’&()-]{0,60}:|Q\s|[A-Z][A-Z .'’-]{3,40}\.\s|[(\[*•#<-]|\d+[.)])")
IN_BRACKETS = re.compile(
    r"[\[【](?P<label>[^\]】\n]{2,200})[\]】]"
)  # "【CCTV】", "[Lu Wei, director of the Tide Bureau]"
IN_STARS = re.compile(r"\*\*(?P<label>[^*\n]{1,80})\*\*")  # "**CCTV**"
HEADING_LINE = re.compile(r"#{1,6}[ \t]+(?P<label>[^*_#\n]{1,80})(?=\n|$)")  # "### CCTV"
WORD = re.compile(r"[\w'’-]+")
OWN_WORDS = re.compile(r"\b(?:I|we|We|you|You|our|Our|us|my|My|your|Your|[Tt]hanks?)\b")  # somebody speaks
# the first words of a statement: "Dear friends from the press,", "Good morning, ladies and gentlemen."
SALUTATION = re.compile(
    r"(?:Dear|Ladies and gentlem[ae]n|Friends|Media friends|Distinguished|Honou?red)\b.{0,80}[,:：!]$|"
    r"Good (?:morning|afternoon|evening)\b",
    re.I,
)
# what a reporter puts before the first words: "At the start of the press conference, Premier Wei said: "
AT_THE_START = re.compile(r"At the (?:very )?(?:start|beginning|outset)\b[^.:\n]{0,80} said(?: that)?[:,]?\s*(?=\S)")
GOOD_DAY = re.compile(r"\bgood (?:morning|afternoon|evening|day)\b", re.I)
SPOKEN_TO_ALL = re.compile(rf"{OWN_WORDS.pattern}|{GOOD_DAY.pattern}", re.I)
THANKED = re.compile(  # "Thank you, Vice Governor Qian. …"
    r"(?:Many )?[Tt]hank(?:s| you)(?: very much)?,? (?:(?:Mr|Ms|Mrs|Dr|Vice|Deputy|Governor|Minister|Mayor|"
    r"Director|Secretary|Commissioner|Administrator|President|Chairman|General)\.? )+(?P<name>[\w'’-]+)"
)
QUOTED_LINE = re.compile(r"[ \t]*[“\"][^“”\"\n]*[”\"][.*_]*[ \t]*(?:\n|$)")  # a review: “A good night.”
# how a question ends: "…? Thank you.", "…?”"
QUESTION_END = re.compile(r"\?[\"”’)*]*(?:\s+(?:Many )?(?:[Tt]hank(?:s| you)|[Pp]lease)[^.?!]{0,40}[.!]?){0,2}$")
# "Ruth Osei with Reuters. You had …", "Thank you. I'm Paul Ibarra from Bloomberg."
FOR_WHOM = re.compile(
    r"(?:(?:Hi|Hello|Thanks|Thank you|Good (?:morning|afternoon|evening))\b[^.?!\n]{0,40}[.,!] )?"
    rf"(?:I am |I['’]m |This is |My name is )?(?P<name>{PERSON}|[A-Z]\w+)"
    r"(?:,? (?:with|from|of|at|for|here (?:with|from)) |, )(?:the )?[A-Z][\w.'’&-]*(?: [A-Z&][\w.'’-]*){0,4}[.,]"
)
