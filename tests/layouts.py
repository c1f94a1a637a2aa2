"""Invented pages in the layouts of many press rooms, each with the turns a reader finds in it.

Everything is invented: people, places, numbers, most outlets; names of real outlets are labels only. A turn is
`speaker | kind | answers | first words … last words`; `-` is null. Turns count from 1.
"""

from __future__ import annotations

PAGES: dict[str, str] = {}
TURNS: dict[str, list[tuple[str | None, str, int | None, str, str]]] = {}
HELD: dict[str, str | None] = {}


def layout(name: str, page: str, turns: str, held: str | None = None) -> None:
    PAGES[name] = page.lstrip("\n")
    HELD[name] = held
    TURNS[name] = []
    for line in turns.strip().splitlines():
        speaker, kind, answers, words = (cell.strip() for cell in line.split("|"))
        first, last = (part.strip() for part in words.split("…"))
        null = {"-": None}
        TURNS[name].append((null.get(speaker, speaker), kind, None if answers == "-" else int(answers), first, last))


layout(
    "cast_twice_without_titles",
    """
SCIO briefing on the white paper on Norwan's wetlands
Beijing | 3 p.m. Sept. 3, 2019

Speakers

Liu Baoshan, vice minister of wetlands, director of the Norwan Wetland Administration

Guo Yunfei, vice director of the Norwan Wetland Administration

Chairperson

Xi Lanting, spokesperson of the State Council Information Office

Read in Chinese

Speakers:

Liu Baoshan, vice minister of wetlands, director of the Norwan Wetland Administration

Guo Yunfei, vice director of the Norwan Wetland Administration

Chairperson:

Xi Lanting, spokesperson of the State Council Information Office

Date:

Sept. 3, 2019

The State Council Information Office holds a press conference on the white paper on Sept. 3, 2019. [Photo by Xu Yan/China SCIO]

Xi Lanting:

Ladies and gentlemen, good afternoon. Present today are: Mr. Liu Baoshan and Mr. Guo Yunfei. First, the floor goes to Mr. Liu.

_ueditor_page_break_tag_

Liu Baoshan:

Thank you. The white paper has three parts: birds, water and reeds.

Birds: 312 species were counted.

_ueditor_page_break_tag_Xi Lanting:

Now the floor is open for questions.

Norwan Radio and Television:

How many people visit the wetlands?

Guo Yunfei:

Two million a year.
""",
    """
Xi Lanting | chair | - | Ladies and gentlemen … goes to Mr. Liu.
Liu Baoshan | official | - | Thank you. The white paper … species were counted.
Xi Lanting | chair | - | Now the floor … for questions.
Norwan Radio and Television | journalist | - | How many people … the wetlands?
Guo Yunfei | official | 4 | Two million … a year.
""",
    "2019-09-03",
)

layout(
    "names_only_cast",
    """
• SCIO briefing on the flood in Linhe

Read in Chinese


Ma Zhongyi, minister of floods and secretary of the leadership group of the ministry

Wang Jiaping, vice minister of roads


Xi Lanting, spokesperson for the State Council Information Office of China


Jan. 26, 2020

Xi Lanting:

Good afternoon. Mr. Ma, please.

Ma Zhongyi:

Thank you. The water is falling.

Beijing Youth Daily:

When will the roads be open again?

Ma Zhongyi:

My colleague Mr. Wang will answer.

Wang Jiaping:

By Friday: all but one.
""",
    """
Xi Lanting | chair | - | Good afternoon. Mr. Ma … Ma, please.
Ma Zhongyi | official | - | Thank you. The … is falling.
Beijing Youth Daily | journalist | - | When will … open again?
Ma Zhongyi | official | 3 | My colleague … will answer.
Wang Jiaping | official | 3 | By Friday … but one.
""",
    "2020-01-26",
)

layout(
    "foreign_ministry",
    """
Foreign Ministry Spokesperson Fang Zihan's Regular Press Conference on March 14, 2023

2023-03-14 19:43

At the invitation of the government of Ostrava Island, the foreign minister will visit the island from March 16 to 18.

The Paper: We noted that a report on fisheries came out yesterday. What is your comment?

Fang Zihan: I have noted the report. Let me say three things. First: fish know no borders. Second: nets do.

One more thing: the report is wrong on cod.

RIA Novosti: Has the date of the talks been set? Fang Zihan: I have nothing to announce. O Globo: A follow-up. Will they be held this year? Fang Zihan: You will be told in time.

Hindustan Times: The border trade is up. How do you see it?

(Similar question from PTI and Antara)

Fang Zihan: We see it with pleasure.

* * *

(The following question was raised after the press conference)

Q: An expert says the island is moving. Any comment?

A: Islands move slowly.
""",
    """
Fang Zihan | official | - | At the invitation … 16 to 18.
The Paper | journalist | - | We noted … your comment?
Fang Zihan | official | 2 | I have noted … wrong on cod.
RIA Novosti | journalist | - | Has the date … been set?
Fang Zihan | official | 4 | I have nothing … to announce.
O Globo | journalist | - | A follow-up … this year?
Fang Zihan | official | 6 | You will be … in time.
Hindustan Times | journalist | - | The border … see it?
Fang Zihan | official | 8 | We see … pleasure.
- | journalist | - | An expert … Any comment?
Fang Zihan | official | 10 | Islands move … slowly.
""",
    "2023-03-14",
)

layout(
    "state_department",
    """
Department Press Briefing – September 28, 2023

1:21 p.m. EDT

MR HALVORSEN:  Good afternoon, everyone. We have a guest today. Jamie, over to you.

MR RUBEN:  Thanks very much. This is a report on kites.

QUESTION:  (Off-mike.)

MR RUBEN:  All right. (Laughter.) Don’t start already.

QUESTION:  Let me just ask you: How many kites?

QUESTION:  And who pays?

MR HALVORSEN:  I’ll take that – well, let me make that two things: the kites, and the string. Go ahead.

QUESTION:  Thank you.

(The briefing was concluded at 1:50 p.m.)
""",
    """
Mr Halvorsen | official | - | Good afternoon … over to you.
Mr Ruben | official | - | Thanks very much … on kites.
- | journalist | - | (Off-mike.) … (Off-mike.)
Mr Ruben | official | 3 | All right. … start already.
- | journalist | - | Let me just ask … many kites?
- | journalist | - | And who … pays?
Mr Halvorsen | official | 6 | I’ll take that … Go ahead.
- | journalist | - | Thank … you.
""",
)

layout(
    "central_bank_print",
    """
May 3, 2023            Chair Calloway’s Press Conference            FINAL

Transcript of Chair Calloway’s Press Conference
May 3, 2023
CHAIR CALLOWAY. Good afternoon. Before discussing today’s meeting, let me comment
briefly on the harbor. Conditions there have broadly improved since early March, and the
system of locks is sound and resilient.
From the perspective of policy, our focus remains on our mandate.
Page 1 of 21
We will go on with it.
MICHELLE ORTEGA. Steve.
STEVE LINDQUIST. Thank you, Mr. Chairman. I wonder whether you could tell us how long the
locks will stay closed?
CHAIR CALLOWAY. Not long. A few days.
MICHELLE ORTEGA. Thank you. Let's go to Rachel.
RACHEL SIEGLER. Will the ferry run on Sunday?
CHAIR CALLOWAY. It will.
""",
    """
Chair Calloway | official | - | Good afternoon. Before … go on with it.
Michelle Ortega | chair | - | Steve … Steve.
Steve Lindquist | journalist | - | Thank you, Mr. Chairman … stay closed?
Chair Calloway | official | 3 | Not long. … few days.
Michelle Ortega | chair | - | Thank you. … to Rachel.
Rachel Siegler | journalist | - | Will the ferry … on Sunday?
Chair Calloway | official | 6 | It … will.
""",
)

layout(
    "letters_and_long_blanks",
    """
---
date: '2022-05-06'
title: "Press Briefing by Press Secretary Dana\\_Whitlock and Harbor Envoy\\
  \\ Tom\\_Okafor, May 6, 2022"
---

Harbor Briefing Room

12:07 P.M. EST

MS. WHITLOCK:  Hi, everyone.  Okay.  Today we have a guest, who
is going to give some brief remarks.  With that, I’ll turn it over.

MR. OKAFOR:  Thanks, Dana.  (Applause.)  It’s a pleasure.  On ships:
we have enough of them.

Q    Thanks.  How many ships are there?  And a second question: Whose
are they?

MR. OKAFOR:  Forty.  Ours.

Q    Ours?

MS. WHITLOCK:  Thank you.  AIDE:  That is not a label.

Q    Why?

AIDE:  Last question, everybody.

MS. WHITLOCK:  Okay.  (Laughs.)

12:20 P.M. EST
""",
    """
Dana Whitlock | official | - | Hi, everyone. … turn it over.
Tom Okafor | official | - | Thanks, Dana. … enough of them.
- | journalist | - | Thanks. How many … are they?
Tom Okafor | official | 3 | Forty. … Ours.
- | journalist | - | Ours? … Ours?
Dana Whitlock | official | 5 | Thank you. … Thank you.
- | official | 5 | That is not … a label.
- | journalist | - | Why? … Why?
- | official | 8 | Last question … everybody.
Dana Whitlock | official | 8 | Okay. … Okay.
""",
    "2022-05-06",
)

layout(
    "ministry_with_numbered_points",
    """
Home > News > Press Conference

MOT Regular Press Conference (April 24, 2025)

He Yunqian: Friends from the press, good afternoon. Welcome to the regular press conference. I have two pieces of information to share with you today.

1. The 7th Festival of Bridges

From April 28 to May 12, the ministry will open 14 bridges.

2. Tunnels from January to March 2025

In the first quarter, 31 tunnels were dug.

Now I'm ready to take your questions. The floor is open.

Dragon TV: The fair will open in ten days. Is there anything new about it?

He Yunqian: There is. Two halls are new.

Nanfang Media Group: We noted that a notice was issued on ferries. What has the ministry done?

He Yunqian: As Xinhua reported: nothing yet. Work has begun on the following: piers, pontoons and lights.
""",
    """
He Yunqian | official | - | Friends from … floor is open.
Dragon TV | journalist | - | The fair … about it?
He Yunqian | official | 2 | There is. … are new.
Nanfang Media Group | journalist | - | We noted … ministry done?
He Yunqian | official | 4 | As Xinhua reported … pontoons and lights.
""",
    "2025-04-24",
)

layout(
    "premier_meets_the_press",
    """
Premier Qiu meets the press: full transcript of questions and answers

Updated: 2019-03-16 19:22

Premier Qiu Shaowen answers questions of reporters in Beijing on March 15, 2019. [Photo by Kuang Yan/chinadaily.example.cn]

The session held a press conference on March 15, 2019. Premier Qiu Shaowen met with reporters.

Kuwait News Agency: Last year the dam was raised. Is the valley safe?

Premier Qiu: You went straight to the point. It is safe. Some say: too safe.

Le Monde: What about the fish?

Premier Qiu: They have a ladder.

The Straits Times: Who built the ladder?

Premier Qiu: Engineers did. Thank you all.
""",
    """
Kuwait News Agency | journalist | - | Last year … valley safe?
Qiu Shaowen | official | 1 | You went straight … too safe.
Le Monde | journalist | - | What about … the fish?
Qiu Shaowen | official | 3 | They have … a ladder.
The Straits Times | journalist | - | Who built … the ladder?
Qiu Shaowen | official | 5 | Engineers did. … Thank you all.
""",
    "2019-03-15",
)

layout(
    "numbered_questions",
    """
Officials of the Ministry of Maps answer questions on the new atlas

Published: May 9, 2024

The head of the department of atlases of the Ministry of Maps answered reporters' questions. The text is as follows.

Q1: What is new in the atlas?

A1: Three things are new: rivers, roads and names.

Q2: Where can it be bought?

A2: In every bookshop. The price: 80 yuan.

Q3: Is there a digital edition?

A3: There will be.
""",
    """
- | journalist | - | What is new … the atlas?
- | official | 1 | Three things … and names.
- | journalist | - | Where can … be bought?
- | official | 3 | In every … 80 yuan.
- | journalist | - | Is there … digital edition?
- | official | 5 | There will … be.
""",
    "2024-05-09",
)

layout(
    "reporters_of_outlets",
    """
Press conference of the Bureau of Lighthouses

Date: October 9, 2023

Moderator Lin Shuya: Good morning. Mr. Bao Kexin, director of the bureau, is here. Questions, please.

CCTV reporter: How many lighthouses are lit?

Bao Kexin, director of the Bureau of Lighthouses: All 212 of them.

A journalist from Hong Kong Satellite TV: Are they manned?

Bao Kexin, director of the Bureau of Lighthouses: One is. Its keeper is 71.

Foreign journalist: Can it be visited?

Bao Kexin, director of the Bureau of Lighthouses: On Sundays.

Moderator Lin Shuya: That is all for today.
""",
    """
Lin Shuya | chair | - | Good morning. … Questions, please.
CCTV | journalist | - | How many … are lit?
Bao Kexin | official | 2 | All 212 … of them.
Hong Kong Satellite TV | journalist | - | Are they … manned?
Bao Kexin | official | 4 | One is. … is 71.
- | journalist | - | Can it … be visited?
Bao Kexin | official | 6 | On … Sundays.
Lin Shuya | chair | - | That is … for today.
""",
    "2023-10-09",
)

layout(
    "office_labels_of_hong_kong",
    """
Transcript of remarks by the Chief Executive at media session

July 4, 2023

Reporter: Chief Executive, will the tunnel tolls go up?

Chief Executive: There will be no increase this year. Our principle is simple: those who use, pay.

Reporter: And the year after?

Secretary for Roads: If I may add: we will study it.

Chief Executive: Thank you.
""",
    """
- | journalist | - | Chief Executive, … go up?
Chief Executive | official | 1 | There will be … use, pay.
- | journalist | - | And the year … after?
Secretary for Roads | official | 3 | If I may … study it.
Chief Executive | official | 3 | Thank … you.
""",
)

layout(
    "joint_conference_of_ministers",
    """
Foreign Minister Viktor Orlovsky's remarks and answers to media questions at a joint news conference with Foreign Minister Faisal bin Nasser Al Rumi, Moskva, 12 April 2021

Viktor Orlovsky: Good afternoon. We had useful talks on water.

Faisal bin Nasser Al Rumi (retranslated from Arabic): I thank my colleague. We agreed on four projects.

Question: When will the first of them start?

Viktor Orlovsky: In the autumn. As the poet said: “Slowly, but surely.”

Question (addressed to Faisal bin Nasser Al Rumi): Who will pay?

Faisal bin Nasser Al Rumi: Both sides.
""",
    """
Viktor Orlovsky | official | - | Good afternoon. … on water.
Faisal bin Nasser Al Rumi | official | - | I thank … four projects.
- | journalist | - | When will … them start?
Viktor Orlovsky | official | 3 | In the autumn. … but surely.”
- | journalist | - | Who will … pay?
Faisal bin Nasser Al Rumi | official | 5 | Both … sides.
""",
    "2021-04-12",
)

layout(
    "live_text_in_brackets",
    """
NBS live: economic data for May

2024-06-17

[Moderator] Good morning. We begin.

[Fu Ganglin] Thank you. Output rose in May, and prices were stable.

[China Securities Journal] What about housing?

[Fu Ganglin] Sales fell more slowly: by 2 percent.

[Reuters] And land?

[Fu Ganglin] Land sales [in the east] rose.
""",
    """
- | chair | - | Good morning. … We begin.
Fu Ganglin | official | - | Thank you. … were stable.
China Securities Journal | journalist | - | What about … housing?
Fu Ganglin | official | 3 | Sales fell … 2 percent.
Reuters | journalist | - | And … land?
Fu Ganglin | official | 5 | Land sales … rose.
""",
    "2024-06-17",
)

layout(
    "recording_with_clock_times",
    """
Governor Maren Aldous Press Conference Transcript

Governor Aldous: (00:21)
Good afternoon. The storm has passed.

Governor Aldous: (01:16)
Power is back in most towns.

Speaker 2: (02:01)
When will the ferries run?

Governor Aldous: (02:10)
Tomorrow at 10:30.
""",
    """
Maren Aldous | official | - | Good afternoon. … has passed.
Maren Aldous | official | - | Power is … most towns.
- | journalist | - | When will … ferries run?
Maren Aldous | official | 3 | Tomorrow at … 10:30.
""",
)

layout(
    "repost_with_subheads_and_lost_labels",
    """
SCIO press conference on the forests of Tailing

China SCIO | August 8, 2024

Mr. Hao Zhiguo, governor of Tailing province

Ms. Nie Xiaoxue, vice governor of Tailing province

Ms. Gu Lanxin, spokesperson of the SCIO

August 1, 2024

Gu Lanxin:

Good morning. Governor Hao, please.

Hao Zhiguo:

Thank you. I will speak on three points.

Green Development

Last year, we planted 3 million trees. Green development is our way: it pays.

Open Borders: we trade in timber with nine countries, and open borders serve us well.

Gu Lanxin:

The floor is open.


We know that wildfires are a danger in spring. What has the province done about them? Thank you.

Hao Zhiguo:

I would like to invite Vice Governor Nie to answer this question.

Nie Xiaoxue:

Thank you. There are 1,200 towers, and each is manned.

My question is for Governor Hao. You mentioned timber. Will exports be limited?

Governor Hao:

They will not. Ms. Nie, would you like to add something?

Ms. Nie:

Only this: we plant two trees for each one cut.


That is all for today. Thank you, and goodbye.
""",
    """
Gu Lanxin | chair | - | Good morning. … Hao, please.
Hao Zhiguo | official | - | Thank you. … us well.
Gu Lanxin | chair | - | The floor … is open.
- | journalist | - | We know that … Thank you.
Hao Zhiguo | official | 4 | I would like … this question.
Nie Xiaoxue | official | 4 | Thank you. … is manned.
- | journalist | - | My question is … be limited?
Hao Zhiguo | official | 7 | They will not. … add something?
Nie Xiaoxue | official | 7 | Only this: … one cut.
- | chair | - | That is all … and goodbye.
""",
    "2024-08-01",
)

layout(
    "answer_without_its_label",
    """
SCIO press conference on the post in Haidong

China.org.cn | May 5, 2023

Gu Lanxin:

Next question, please.

Post and Parcel Weekly:

How long does a letter take from one end of the province to the other?

Thank you for your question. A letter takes two days. In the mountains it may take three, and we are working on it.

People's Post:

And a parcel?

Shi Jinhe:

The same.
""",
    """
Gu Lanxin | chair | - | Next … question, please.
Post and Parcel Weekly | journalist | - | How long … the other?
- | official | 2 | Thank you for … working on it.
People's Post | journalist | - | And a … parcel?
Shi Jinhe | official | 4 | The … same.
""",
)

layout(
    "names_in_bold_inside_paragraphs",
    """
# Transcript: briefing on the canal

*Held on May 5, 2022*

**Zuo Ming:** Good morning, and welcome to this briefing. Mr. Yan will take your questions.

**Asia Times Online:** How deep is the canal? **Yan Liwei:** Four meters. **Asia Times Online:** And how wide? **Yan Liwei:** Forty.

**Gazeta Wyborcza:** Will it freeze?

**Yan Liwei:** It may.

**Zuo Ming:** Thank you all.
""",
    """
Zuo Ming | chair | - | Good morning, … your questions.
Asia Times Online | journalist | - | How deep … the canal?
Yan Liwei | official | 2 | Four … meters.
Asia Times Online | journalist | - | And how … wide?
Yan Liwei | official | 4 | Forty … Forty.
Gazeta Wyborcza | journalist | - | Will it … freeze?
Yan Liwei | official | 6 | It … may.
Zuo Ming | chair | - | Thank … you all.
""",
    "2022-05-05",
)

layout(
    "chair_lost_at_the_top",
    """
    • SCIO press conference on the roofs of Danshan

    Read in Chinese


    Mr. Ni Haoran, minister of roofs

    Mr. Dong Jianye, vice minister of roofs


    Aug. 23, 2024

    Good morning. Today, we have invited Mr. Ni Haoran, minister of roofs, to brief you and to take your questions. Also present today is Mr. Dong Jianye.

    Ni Haoran:

    Ladies and gentlemen, I'm very glad to meet you here. I would like to highlight three key aspects:

    First, in terms of tiles, we have refined the rules.

    Second: beams.

    Gu Lanxin:

    Thank you. The first question, please.

    Southern Metropolis Daily:

    How old are the oldest roofs?

    Dong Jianye:

    Some are 600 years old.
""",
    """
- | chair | - | Good morning. Today … Dong Jianye.
Ni Haoran | official | - | Ladies and gentlemen … Second: beams.
Gu Lanxin | chair | - | Thank you. … question, please.
Southern Metropolis Daily | journalist | - | How old … oldest roofs?
Dong Jianye | official | 4 | Some are … years old.
""",
    "2024-08-23",
)

layout(
    "questions_in_a_row_and_none_answered",
    """
CNPC... session: Vice Premier Su meets the press

China Daily | March 8, 2023

At a press conference held on March 7, 2023, Vice Premier Su Yanling answered questions.

Nikkei: Two questions. First: what will be done about the yen? Second: when? Thank you.

Su Yanling: On your first question: nothing. On your second: never.

Nikkei: May I follow up? Is that all?

Su Yanling: That is all.

Sky News: Will there be a visit this year?

ARD: And a visit to Berlin?

Su Yanling: Visits are announced in good time. A Chinese saying goes: "Haste spoils the broth."

ITAR-TASS: One word on gas?

(The vice premier leaves the room.)
""",
    """
Nikkei | journalist | - | Two questions. … when? Thank you.
Su Yanling | official | 1 | On your first … second: never.
Nikkei | journalist | - | May I … that all?
Su Yanling | official | 3 | That is … all.
Sky News | journalist | - | Will there … this year?
ARD | journalist | - | And a … to Berlin?
Su Yanling | official | 6 | Visits are … the broth."
ITAR-TASS | journalist | - | One word … on gas?
""",
    "2023-03-07",
)

layout(
    "traps_of_colons",
    """
Press conference on industry and information

Held on: November 2, 2023

Speaker: Mr. Ke Yiming, spokesperson of the ministry

Ke Yiming: Good morning. Industrial Output: up 4.5 percent. Exports: down. Here is the key: talent.

Three points. First: skills. Why: because they are short. Next: tools. Note: all figures are preliminary.

GDP: 5.2 percent. CPI: flat. PPI: down 2.6 percent. The ratio is 3:1; the clock says 10:30; see http://example.cn: all is there.

Beijing: 120 parks. Shanghai: 98 parks. New York: none.

As the saying goes: "Slow and steady." Question: who pays? Answer: we all do.

Yicai: What about Small and Medium Enterprises: are they doing well?

Ke Yiming: To use one word: better. Small and Medium Enterprises: they grew 6 percent.

Yicai: Thank you.
""",
    """
Ke Yiming | official | - | Good morning. … we all do.
Yicai | journalist | - | What about … doing well?
Ke Yiming | official | 2 | To use one … 6 percent.
Yicai | journalist | - | Thank … you.
""",
    "2023-11-02",
)

layout(
    "an_answer_that_goes_on_from_the_page_before",
    """
    ㄑ Press Room  ㄑ Press Conference Transcripts

    SCIO press conference on the high-quality development of Linzhou

    China.org.cn | May 15, 2024

    That is the first thing I wanted to say about our forests, which cover half the province.

    Second, we have put 40 policies in place.

    Zhang Weiran:

    Thank you, Governor Qian. The floor is now open. Please raise your hand.


    Linzhou has a long border. What is being done for border trade? Thank you.

    Qian Lida:

    Thank you. I'd like to ask Mr. Sun to answer.

    Sun Haoyu:

    Thank you. Trade: it doubled. People: 300,000 crossed.

    Qian Lida:

    Let me add one sentence. The port never sleeps.

    Zhang Weiran:

    Thank you. One last question.

    Linzhou.com:

    I'm from Linzhou.com. Is there snow?

    Sun Haoyu:

    There is.

    Zhang Weiran:

    Today's press conference is hereby concluded. Thank you all.

    <    1    2    3    >
""",
    """
Qian Lida | official | - | That is the first … in place.
Zhang Weiran | chair | - | Thank you, Governor … your hand.
- | journalist | - | Linzhou has … Thank you.
Qian Lida | official | 3 | Thank you. I'd … to answer.
Sun Haoyu | official | 3 | Thank you. Trade: … 300,000 crossed.
Qian Lida | official | 3 | Let me add … never sleeps.
Zhang Weiran | chair | - | Thank you. One … last question.
Linzhou.com | journalist | - | I'm from … there snow?
Sun Haoyu | official | 8 | There … is.
Zhang Weiran | chair | - | Today's press … you all.
""",
)

layout(
    "question_lost_after_words_of_no_phrase_book",
    """
SCIO press conference on lighthouses

The State Council Information Office held a press conference on May 6 in Beijing on lighthouses. May 20, 2024

Qu Minghe:

Thank you, Mr. Bao, for that account. Please give the name of your outlet first.


Keepers have become rare. How many lighthouses are still kept by hand, and who will keep them? Thank you.

Bao Kexin:

Thank you. Of 1,204 lighthouses, 61 are kept by hand.

Why only 61? Because lamps no longer go out. Keepers, in any case, have found other work on the same coast.

May I add a word on ships? They need fewer lights than they did.

Norwan Harbor Daily:

Is the fund for keepers in balance?

Bao Kexin:

I'll give the floor to Ms. Qiu, whose sums these are.

Qiu Lan:

Gladly. It took in 1.2 million yuan and paid out 1.1 million.
""",
    """
Qu Minghe | chair | - | Thank you, Mr. Bao … outlet first.
- | journalist | - | Keepers have become … Thank you.
Bao Kexin | official | 2 | Thank you. Of … they did.
Norwan Harbor Daily | journalist | - | Is the fund … in balance?
Bao Kexin | official | 4 | I'll give … these are.
Qiu Lan | official | 4 | Gladly. It … 1.1 million.
""",
    "2024-05-06",
)

layout(
    "follow_up_lost_and_a_foot_below_the_last_answer",
    """
SCIO press conference on ferries

China.org.cn | July 7, 2023

Mr. Shen Tao, deputy head of the Ferry Administration

Ms. Bi Wanyu, director of the Press Conference Division, Press Bureau of the State Council Information Office

Bi Wanyu:

The next question, please.

Norwan Radio:

How many people will take a ferry this summer?

Shen Tao:

Some 6 million, of whom 2 million will go to the islands.

What does this mean for crews? They will sail in turns, and nobody for more than eight hours a day.

A quick follow-up: what about fares? Those to Sanlu seem to have doubled.

Shen Tao:

They have not. A ticket to Sanlu costs what it did last year.

The text in English is for reference only.
""",
    """
Bi Wanyu | chair | - | The next … please.
Norwan Radio | journalist | - | How many … this summer?
Shen Tao | official | 2 | Some 6 million … hours a day.
- | journalist | - | A quick … have doubled.
Shen Tao | official | 4 | They have not. … last year.
""",
)

layout(
    "introduction_that_nobody_says",
    """
Transcript: Beilun briefs the press on its bay

2025-04-02 | Source: Beilun Evening News

On March 27, 2025, the government of Beilun invited reporters to the old pier. The record follows.

Hua Mingyu
Good afternoon, and welcome to the pier. Deputy Mayor Lai is with us. Who would like to begin?

China Daily
Deputy Mayor Lai, where does the harbor stand now?

Lai Guoping
Deeper than before, I am glad to say. We have dredged the channel to 20 meters, so that any ship can come in.

Norwan Evening Post
And the pier?

Lai Guoping
It stays as it is.
""",
    """
Hua Mingyu | chair | - | Good afternoon, and … to begin?
China Daily | journalist | - | Deputy Mayor … stand now?
Lai Guoping | official | 2 | Deeper than before … come in.
Norwan Evening Post | journalist | - | And … pier?
Lai Guoping | official | 4 | It stays … as it is.
""",
)

layout(
    "press_secretary_with_a_guest",
    """
Press Briefing by Press Secretary Dora Whitby and Harbor Adviser Marc Olander

February 2, 2024

MS. WHITBY:  Good afternoon, everyone.  Before we get started, I have a quick guest.  Marc, the floor is yours.

MR. OLANDER:  Thanks, Dora.  This morning we learned that the harbors added 3,000 jobs in January.

Q    Thanks, Marc.  Fees are close to 7 percent.  What do you say to a fisherman?

MR. OLANDER:  That we hear him.  The fee has come down by a fifth since October.

Q    And how many boats are there?

MR. OLANDER:  As of January, 37,000.

MS. WHITBY:  All right.  Thank you, Marc.  Go ahead, in the back.

Q    Dora, the quota.  Is it the highest ever?

MS. WHITBY:  It was a record month, but January is down by more than half, and we would urge the House to act.
""",
    """
Dora Whitby | chair | - | Good afternoon … is yours.
Marc Olander | official | - | Thanks, Dora. … in January.
- | journalist | - | Thanks, Marc. … a fisherman?
Marc Olander | official | 3 | That we … since October.
- | journalist | - | And how … are there?
Marc Olander | official | 5 | As of January, … 37,000.
Dora Whitby | chair | - | All right. … the back.
- | journalist | - | Dora, the quota. … highest ever?
Dora Whitby | chair | 8 | It was … to act.
""",
)

layout(
    "journalists_in_capitals_who_ask_without_a_question_mark",
    """
Transcript of Chair Aldous's Press Conference, September 18, 2024

CHAIR ALDOUS. Good afternoon. Today the Committee decided to lower the harbor rate by a half percentage point.

MARA LINDEN. Thank you. Let's start with Ruth.

RUTH OSBY. Ruth Osby with Reuters. What changed? Nineteen of you wrote down forecasts. Ten see another cut by the end of this year, and the bond market, to judge by its prices, expects two of them; three members of your own board have said in public that they would rather wait, and one that the last cut had been a mistake from the start.

CHAIR ALDOUS. The data changed. We are not in a rush.

MARA LINDEN. Victoria.

VICTORIA GRAHAM. I would be glad to hear more about rents.

CHAIR ALDOUS. They rose less than 1 percent over the past year.

PAUL IBBS. Paul Ibbs, Bloomberg. When do they come down?

CHAIR ALDOUS. Slowly.
""",
    """
Chair Aldous | official | - | Good afternoon. … percentage point.
Mara Linden | chair | - | Thank you. Let's … with Ruth.
Ruth Osby | journalist | - | Ruth Osby … the start.
Chair Aldous | official | 3 | The data changed. … a rush.
Mara Linden | chair | - | Victori … a.
Victoria Graham | journalist | - | I would … about rents.
Chair Aldous | official | 6 | They rose … past year.
Paul Ibbs | journalist | - | Paul Ibbs, … come down?
Chair Aldous | official | 8 | Slow … ly.
""",
)


layout(
    "a_photo_between_two_labels_of_one_speaker",
    """
SCIO press conference on tides

China.org.cn | July 7, 2023

Lu Wei:

Good afternoon. Welcome to this press conference. With us are Mr. Shen Tao, head of the Tide Bureau, and Ms. Qiu Lan, his deputy. The floor is open.

Norwan Radio:

How high are the tides?

Mr. Shen:

Some 6 meters. Why is that? It is because of the moon.

What does this mean for the coast? It means more work for everybody who lives there.

[Photo by Qi/China SCIO]

Mr. Shen:

So what do we do? We build. Is that enough? We shall see.

Ms. Qiu:

I would add that dikes come first.

Xinhua:

And ships?

Ms. Qiu:

They wait.

Lu Wei:

Thank you. That's all for today.
""",
    """
Lu Wei | chair | - | Good afternoon. … is open.
Norwan Radio | journalist | - | How high … the tides?
Shen Tao | official | 2 | Some 6 meters. … lives there.
Shen Tao | official | 2 | So what … shall see.
Qiu Lan | official | 2 | I would add … come first.
Xinhua | journalist | - | And … ships?
Qiu Lan | official | 6 | They … wait.
Lu Wei | chair | - | Thank you. … for today.
""",
)

layout(
    "officials_named_in_full_by_the_moderator",
    """
Background Call on the Harbor Plan

May 3, 2024

MODERATOR: Thanks, everyone, for joining. We have Deputy Secretary Miriam Hale and Counselor Tom Reyes. Miriam, over to you.

DEPUTY SECRETARY HALE: Thank you. The plan has three parts. I'd be glad to take questions.

MODERATOR: Let's go to Josh.

JOSH LEDERER: Hi. Josh Lederer with NBC. I would like to understand the cost.

DEPUTY SECRETARY HALE: It is 40 million dollars.

MODERATOR: Next, Nadia.

NADIA BILBAO: Thank you. Has the Congress agreed to that?

COUNSELOR REYES: It has, in May.

MODERATOR: Thank you all for joining.
""",
    """
- | chair | - | Thanks, everyone, … to you.
Miriam Hale | official | - | Thank you. The plan … take questions.
- | chair | - | Let's go … to Josh.
Josh Lederer | journalist | - | Hi. Josh … the cost.
Miriam Hale | official | 4 | It is … million dollars.
- | chair | - | Next, … Nadia.
Nadia Bilbao | journalist | - | Thank you. Has … to that?
Tom Reyes | official | 7 | It has, … in May.
- | chair | - | Thank you … for joining.
""",
)

layout(
    "the_one_official_is_named_in_the_introduction",
    """
The head of the Tide Bureau answers reporters' questions on the tide rules

May 3, 2024

On May 3, Lu Wei, head of the Tide Bureau, answered reporters' questions on the tide rules.

Q: Why are new rules needed?

A: Because the old ones are from 1958.

Q: When do they take effect?

A: On June 1.
""",
    """
- | journalist | - | Why are … rules needed?
Lu Wei | official | 1 | Because the … from 1958.
- | journalist | - | When do … take effect?
Lu Wei | official | 3 | On … June 1.
""",
)

layout(
    "one_spokesperson_by_many_names",
    """
Tide Bureau regular press conference (May 3, 2024)

Source: Tide Bureau

The Tide Bureau held its regular press conference on May 3. Spokesperson Lu Wei took questions.

Lu Wei: Good afternoon. I have one thing to announce. The new rules take effect on June 1.

Reporter from Norwan Radio: Why are new rules needed?

Spokesperson: Because the old ones are from 1958.

Xinhua reporter: When do they take effect?

Spokesperson Lu: On June 1.

Phoenix TV: And then?

Director General Lu: We shall see.

AFP: Mr. Lu, what about ships?

Mr. Lu Wei: They wait.
""",
    """
Lu Wei | official | - | Good afternoon. … June 1.
Norwan Radio | journalist | - | Why are … rules needed?
Lu Wei | official | 2 | Because the … from 1958.
Xinhua | journalist | - | When do … take effect?
Lu Wei | official | 4 | On … June 1.
Phoenix TV | journalist | - | And … then?
Lu Wei | official | 6 | We … shall see.
AFP | journalist | - | Mr. Lu, … about ships?
Lu Wei | official | 8 | They … wait.
""",
)

# --- forms met on real pages, read in 2026 ---------------------------------------------------------------------
layout(
    "role_in_full_before_the_colon",
    """
The Norwan Information Office will hold a press conference on tides at 10:00 a.m. on September 11, 2025. Lu Wei, director of the Norwan Tide Bureau, and Mei Fang, vice director of the Norwan Tide Bureau, will introduce the results and answer questions from reporters.
Gao Anmin, person in charge of the Press Center for the Celebration of the 70th Anniversary of the Founding of the Tide Bureau of the Province of Norwan:
Ladies and gentlemen, good morning. We are pleased to have with us Mr. Lu Wei, director of the Norwan Tide Bureau. First, we would like to invite Mr. Lu Wei to give an introduction.Lu Wei, Director of the Norwan Tide Bureau:
Good morning, friends from the media! Tides were higher by 3 percent last year.
Norwan Radio:
What do you expect of this year?
Mei Fang, NTB Vice Director: Higher tides still.
Gao Anmin: Thank you. That is all for today.
""",
    """
Gao Anmin | chair | - | Ladies and … an introduction.
Lu Wei | official | - | Good morning, … last year.
Norwan Radio | journalist | - | What do … this year?
Mei Fang | official | 3 | Higher tides … still.
Gao Anmin | chair | - | Thank you. … for today.
""",
    held="2025-09-11",
)

layout(
    "office_in_full_before_the_name",
    """
Minister Lu Wei Attends the Press Conference of the Tide Assembly 2018

Host: Good morning, friends from the media. We are glad to have with us Minister of Tides Lu Wei. Let us welcome Minister Lu Wei.

Minister of Tides Lu Wei: Thank you. Tidal power has drawn much attention from you.

Norwan Radio reporter: What comes next?

Lu Wei: More dykes. I will ask Vice Minister Mei to add.

Vice Minister of Tides and Deputy Tide Representative Mei Fang: Our dykes grew by 18 percent last year.

Minster Lu Wei: And by more this year.
""",
    """
- | chair | - | Good morning, … Minister Lu Wei.
Lu Wei | official | - | Thank you. … from you.
Norwan Radio | journalist | - | What comes … next?
Lu Wei | official | 3 | More dykes. … to add.
Mei Fang | official | 3 | Our dykes … last year.
Lu Wei | official | 3 | And by … this year.
""",
)

layout(
    "questions_are_numbered",
    """
Norwan Government Press Conference Memo

1. Norwan Radio: How many boats are there? Can you provide us with the details?

Jiao Lan: There are 320.

First, we count the ferries.

2. Asahi Shimbun: And how many harbours? Thanks.

Jiao Lan: Twelve.
""",
    """
Norwan Radio | journalist | - | How many … the details?
Jiao Lan | official | 1 | There are … the ferries.
Asahi Shimbun | journalist | - | And how … Thanks.
Jiao Lan | official | 3 | Twelve. … Twelve.
""",
)

layout(
    "brackets_with_role_and_time",
    """
Norwan Tide Bureau Meets the Press

[Wang Ruolan, Deputy Director of the Press Center of the Third Session of the Twelfth Assembly of the Province of Norwan, and moderator of the conference] (March 12,2015 14:50:35)

Good afternoon. We have with us Mr. Lu Wei. I give the floor to Mr. Lu.

[Lu Wei] (March 12,2015 14:51:16)

Good afternoon, everyone! Ask what you like.

[Norwan Radio] (March 12,2015 14:52:31)

How high is the tide?

[Lu Wei] (March 12,2015 14:54:02)

As high as last year.
""",
    """
Wang Ruolan | chair | - | Good afternoon. … to Mr. Lu.
Lu Wei | official | - | Good afternoon, … you like.
Norwan Radio | journalist | - | How high … the tide?
Lu Wei | official | 3 | As high … last year.
""",
)

layout(
    "translated_by_a_machine",
    """
TIDE OSI Translation. Region: Province of Norwan-Norwan Statistical Information Network-

(October 19, 2020)

To

To

   CCTV reporter from Norwan Radio and Television:

To

How do you see the tides of the first three quarters? Thank you.

To

   Lu Weiming:

To

   Thank you for your question. They were high.

To

Reuters correspondents: And the dykes?

To

   Lu Weiming:

To

   They hold.
""",
    """
CCTV | journalist | - | How do … Thank you.
Lu Weiming | official | 1 | Thank you … were high.
Reuters | journalist | - | And the … dykes?
Lu Weiming | official | 3 | They … hold.
""",
)

layout(
    "name_and_outlet_under_headings",
    """
Press Conferences
Press Conference by Tide Minister Ken Morita
Monday, January 28, 2013, 9:56 a.m. Tide Minister's Office
Opening remarks
Mr. Ken Morita, Minister for Tides: I went to the dykes today.
Norwan-Beiling tide talks
Yamada, Fuji TV: Did you meet the governor? Could you tell us more?
Minister Morita: I met him.
Yamada, Fuji TV: So there were talks?
Tide Minister Ken Morita: There were.
Revision of the dyke rules (visit of the governor)
Suzuki, TBS: Will the rules change?
Minister Morita: Nothing has been determined.
""",
    """
Ken Morita | official | - | I went … dykes today.
Yamada | journalist | - | Did you … us more?
Ken Morita | official | 2 | I met … him.
Yamada | journalist | - | So there … were talks?
Ken Morita | official | 4 | There … were.
Suzuki | journalist | - | Will the … rules change?
Ken Morita | official | 6 | Nothing has … been determined.
""",
    held="2013-01-28",
)

layout(
    "office_first_and_then_the_name",
    """
Transcript of remarks at the press conference on tides (with photos)

Home Secretary (designate), Mrs Mei Fang: Today is a day of joy. I pledge to serve the people of the coast.

Financial Secretary, Mr Lu Wei: I am honoured.

Reporter: Will the dykes be paid for?

Financial Secretary: They will.

Ends/Monday, October 10, 2011
Issued at 15:32
""",
    """
Mei Fang | official | - | Today is … the coast.
Lu Wei | official | - | I am … honoured.
- | journalist | - | Will the … paid for?
Lu Wei | official | 3 | They … will.
""",
)

layout(
    "the_office_is_the_label_and_the_head_names_who_holds_it",
    """
Transcript of remarks by the Chief Executive at a media session

Following is the transcript of remarks by the Chief Executive, Mr Lu Wei, at a media session today (April 4):

Reporter: Good morning. Will the dykes be paid for? Thanks.

Chief Executive: They will.
""",
    """
- | journalist | - | Good morning. … Thanks.
Lu Wei | official | 1 | They … will.
""",
)

layout(
    "the_host_is_announced_and_then_speaks",
    """
Full transcript of the policy briefing of Norwan on Jan 16, 2015

Updated: Jan 16,2015 8:38 PM     norwan.example

Host: Gao Anmin, spokesman for the Information Office of Norwan

Ladies and gentlemen, good morning. Welcome to today's briefing. From this week on the office will hold a briefing every week.

As usual, you may report what is said.

Gao Anmin:

We have with us Mr. Lu Wei of the Tide Bureau.

Norwan Radio:

How high is the tide?

Lu Wei:

As high as last year.
""",
    """
Gao Anmin | chair | - | Ladies and … is said.
Gao Anmin | chair | - | We have … Tide Bureau.
Norwan Radio | journalist | - | How high … the tide?
Lu Wei | official | 3 | As high … last year.
""",
    held="2015-01-16",
)

layout(
    "live_transcript_with_the_time_of_each_turn",
    """
Press conference of the Norwan Tide Bureau

Time: January 26, 2020
Location: Information Office of Norwan
Host: Deputy Director of the Information Office of Norwan Gao Anmin

Gao Anmin:
Ladies and gentlemen, good afternoon. Today, we invited Mr. Lu Wei, and ask him to answer your questions. First of all, Mr. Lu, please. 2020-01-26 15:00:30

Lu Wei:
Hello, media friends. The tide is high.
2020-01-26 15:02:11

Norwan Radio:
How high? 2020-01-26 15:03:00

Lu Wei:
Very high. 2020-01-26 15:04:20
""",
    """
Gao Anmin | chair | - | Ladies and … Lu, please.
Lu Wei | official | - | Hello, media … is high.
Norwan Radio | journalist | - | How … high?
Lu Wei | official | 3 | Very … high.
""",
    held="2020-01-26",
)

layout(
    "an_announcement_of_several_points",
    """
Daily Press Briefing by the Office of the Spokesperson of the Tide Union

The following is a near-verbatim transcript of today's briefing by Lucien Marchand, Spokesman of the Tide Union.

**Tide Days

I just want to flag a few activities over the weekend. They begin at 1 p.m. today.

**Dykes

We will also keep you posted on the dykes, which our colleagues have begun to mend.

Question: Thank you. Will it take long?

Spokesman: We hope not.
""",
    """
Lucien Marchand | official | - | I just … to mend.
- | journalist | - | Thank you. … take long?
Lucien Marchand | official | 2 | We hope … not.
""",
)

layout(
    "letter_of_thanks_to_all_before_the_first_label",
    """
Regular Press Conference of the Tide Bureau on March 22, 2011

Dear friends from the press:

Welcome to our regular press conference. I am Yao Lian, spokesperson of the Bureau, and I will take your questions.

Yao Lian: I. The tides

The tides were high.

Reuters: What about the dykes?

Yao Lian: Ladies and gentlemen:

The dykes hold.
""",
    """
Yao Lian | official | - | Dear friends … your questions.
Yao Lian | official | - | I. The … were high.
Reuters | journalist | - | What about … the dykes?
Yao Lian | official | 3 | Ladies and … dykes hold.
""",
    held="2011-03-22",
)

layout(
    "an_officer_answers_and_a_blank_is_lost_after_the_colon",
    """
Regular Press Conference of the Norwan Coast Guard on March 28

Norwan Coast Guard
2024-04-02 23:50:55

Senior Colonel Lu Wei, spokesperson for the Norwan Coast Guard, answers reporters' questions on March 28, 2024. (Photo:

(The following English text is for reference. In case of divergence, the original shall prevail.)

Question:Are the boats ready?

Answer: They are.

Question: Are there enough of them?

Senior Colonel Lu Wei: There are.
""",
    """
- | journalist | - | Are the … boats ready?
Lu Wei | official | 1 | They … are.
- | journalist | - | Are there … of them?
Lu Wei | official | 3 | There … are.
""",
    held="2024-03-28",
)

layout(
    "paragraphs_run_together_with_wide_stops",
    """
Norwan press conference on the tides of the year

The following is the record: Moderator: Hello everybody。Welcome to the press conference of Norwan。Now start asking questions。  Norwan Radio correspondents: I would like to ask about the dykes。Do they hold?  Lu Weiming: Thank you。They hold。
""",
    """
- | chair | - | Hello everybody。 … asking questions。
Norwan Radio | journalist | - | I would … they hold?
Lu Weiming | official | 2 | Thank you。They … hold。
""",
)

layout(
    "a_question_goes_to_somebody",
    """
2nd press conference for the celebration of the dykes | July 13, 2021

Gao Anmin:

The question about the harbour goes to Mr. Lu.

Lu Wei:

In 1980, we built our first harbour. It has grown ever since, and so have the boats and the dykes around it, as you all have seen today.

Mei Fang will answer the rest.

Mei Fang:

Thank you for your questions. The dykes hold.
""",
    """
Gao Anmin | chair | - | The question … Mr. Lu.
Lu Wei | official | - | In 1980, … the rest.
Mei Fang | official | - | Thank you … dykes hold.
""",
)

layout(
    "the_label_of_the_statement_is_lost",
    """
Press conference of the Norwan government

Feb 20, 2017

Gao Anmin: Good afternoon, friends from the media. We have invited Mayor Lu Wei to answer your questions. I now request Mayor Lu Wei to say a few words.

Dear reporters, good afternoon! I am glad to meet you. I will now take your questions.

Norwan Radio: What do you expect of the tides?

Lu Wei: That they come and go.
""",
    """
Gao Anmin | chair | - | Good afternoon, … few words.
- | official | - | Dear reporters, … your questions.
Norwan Radio | journalist | - | What do … the tides?
Lu Wei | official | 3 | That they … and go.
""",
)

layout(
    "the_surname_alone_is_the_label",
    """
HOME > Topics > Regular Press Conferences
Norwan Tide Ministry Spokesman Kong Lian's Regular Press Conference on 12 January 2006
2006-01-13 00:00

Kong: Good afternoon, everyone!

Now, I'm ready for questions.

Q: How high is the tide?

A: As high as last year.

Q: When will the report be publicized?

Kong: Soon.
""",
    """
Kong Lian | official | - | Good afternoon, … for questions.
- | journalist | - | How high … the tide?
Kong Lian | official | 2 | As high … last year.
- | journalist | - | When will … be publicized?
Kong Lian | official | 4 | Soon. … Soon.
""",
    held="2006-01-12",
)

layout(
    "who_is_invited_greets_as_the_chair_does",
    """
The 9th Press Conference of Norwan on the Tides

Gao Anmin: Friends from the media, good morning! Welcome to the 9th press conference. Now, let's invite Lu Wei, spokesman of Norwan, to introduce the situation.

Lu Wei: Friends from the media, good morning! Welcome to the 9th press conference. The tides were high, as you know, and the dykes of our province have held for the ninth year.
""",
    """
Gao Anmin | chair | - | Friends from … the situation.
Lu Wei | official | - | Friends from … ninth year.
""",
)

layout(
    "a_statement_with_headings_before_the_first_label",
    """
Home > News>Press Conference

Regular Press Conference of the Tide Bureau on June 15, 2011
Dear friends from the press,

Welcome to our press conference. I am Yao Lian, spokesperson of the Bureau. First I would like to brief you on the tides of the spring, and then I will take your questions.

I. The tides

In May, tides rose by 16.9 percent. Here are their main features:

First, spring tides were high.

II. The dykes

Dykes grew by 23.5 percent.

Reuters: Will you build more of them?

Yao Lian: We have no such plan.
""",
    """
Yao Lian | official | - | Dear friends … 23.5 percent.
Reuters | journalist | - | Will you … of them?
Yao Lian | official | 2 | We have … such plan.
""",
    held="2011-06-15",
)

layout(
    "a_statement_and_nothing_else",
    """
Speech at the Press Conference of the Tide Bureau

January 13,2025

Ms. Mei Fang, Vice Director of the Tide Bureau of Norwan

Friends from the media,

Good morning! Thank you for your care for our work.

In 2024, tides rose by 5 percent.
""",
    """
Mei Fang | official | - | Friends from … 5 percent.
""",
)

layout(
    "two_offices_whose_holders_the_head_names",
    """
Premier Wei Jing Answered Questions at the Press Conference

The Financial Secretary, Mr Lu Wei, was there as well. Following is the transcript of remarks of the press conference:

Premier: Good morning. We have built the dykes.

Norwan Radio: Who will pay for them?

Financial Secretary: We all will.
""",
    """
Wei Jing | official | - | Good morning. … the dykes.
Norwan Radio | journalist | - | Who will … for them?
Lu Wei | official | 2 | We all … will.
""",
)

layout(
    "a_reporter_tells_who_began",
    """
Full transcript of Premier Wei Jing's press conference

Updated: Mar 15,2015 5:47 PM

At the start of the press conference, Premier Wei Jing said: Friends from the press, you have worked hard. Now I would be happy to answer your questions.

Norwan Radio: What do you expect of the tides?

Wei Jing: That they come and go.
""",
    """
Wei Jing | official | - | Friends from … your questions.
Norwan Radio | journalist | - | What do … the tides?
Wei Jing | official | 2 | That they … and go.
""",
)

layout(
    "later_page_without_a_label",
    """
SCIO briefing on orchards and rural roads

0 Comment(s)Print E-mail, September 29, 2021
Adjust font size:

Mr. Lu Haining, minister of orchards
Mr. Tan Wei, vice minister of orchards

Guo Peilin, spokesperson of the State Council Information Office

Sept. 29, 2021

The make-up of our orchards has been further improved, particularly in the drying of plums and in visits to farms. In 2020, the drying of plums brought in 2 billion yuan, and 400,000 guests stayed on farms.

Third, new steps have been taken in the building of orchard roads, with 900 kilometers paved and 60 bridges renewed.
""",
    "- | official | - | The make-up of … 60 bridges renewed.",
    "2021-09-29",
)

layout(
    "statement_without_a_label",
    """
Home > News > Press Conference

Regular Press Conference of the Ministry of Orchards (September 20 2021)

Dear friends from the media, good morning. Welcome to the press conference. I'll brief you on the trade in plums from January to August and answer your questions.

I. Plums

In August, sales of plums came to 2 billion yuan, up 10 percent year on year.
""",
    "- | official | - | Dear friends from … year on year.",
    "2021-09-20",
)


layout(
    "speech_goes_on_in_short_lines_before_the_first_label",
    """
SCIO briefing on orchards and roads

China.org.cn, October 28, 2020

Second, roads.

We have put 286 million yuan into roads, and 310 million yuan into bridges, which has helped growers a great deal.

Third, on talent.

We have trained 400 growers, and will train as many in each of the coming years, as the plan has it.

That is all from me.

CNR:

My question is about roads. How many have been built?

Lu Haining:

We built 400 kilometers.
""",
    """
    Lu Haining | official | - | Second, roads. … That is all from me.
    CNR | journalist | - | My question is … been built?
    Lu Haining | official | 2 | We built 400 … 400 kilometers.
    """,
    "2020-10-28",
)

layout(
    "thanks_before_the_first_label",
    """
SCIO briefing on orchards and roads

China.org.cn, October 28, 2020

We have put 286 million yuan into roads, and 310 million yuan into bridges, which has helped growers a great deal.

Thank you.

Orchard Daily:

How many have been built?

Lu Haining:

We built 400 kilometers.
""",
    """
    Lu Haining | official | - | We have put … Thank you.
    Orchard Daily | journalist | - | How many have … been built?
    Lu Haining | official | 2 | We built 400 … 400 kilometers.
    """,
    "2020-10-28",
)
