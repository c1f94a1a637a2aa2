"""What a number is about: its indicator, its place, its quote, its doubts. All sentences are invented."""

from datetime import date

import pytest

from pressroom.growth import Figure, find_figures
from pressroom.words import sentence_spans


def figures(text: str) -> list[Figure]:
    return find_figures(text, sentence_spans(text), date(2024, 7, 26))


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("The added value of the services sector grew by 6.1 percent.", ["added value of services sector"]),
        (
            "Sales of refrigerators rose 4 percent, and those of ovens 7 percent.",
            ["sales of refrigerators", "sales of ovens"],
        ),
        (
            "Arrivals from Japan doubled, while those from Chile fell by a third.",
            ["arrivals from Japan", "arrivals from Chile"],
        ),
        ("We opened 40 clinics, a quarter of which treat children.", ["clinics", "clinics that treat children"]),
        (
            "The bank hired 300 advisers, half of whom speak Uyghur.",
            ["advisers hired by bank", "advisers who speak Uyghur"],
        ),
        (
            "There are 12 ferries on the lake, with most of them new. Nine of them run at night.",
            ["ferries on lake", "ferries that run at night"],
        ),
        ("The city built a stadium with a capacity of 30,000 people.", ["capacity of stadium"]),
        ("A fund of 20 billion yuan was set up.", ["fund"]),
        ("Tea exports reached 3 billion yuan. Imports fell to 1 billion yuan.", ["tea exports", "imports of tea"]),
        ("Wheat output rose 2 percent, with consumption up 1 percent.", ["wheat output", "consumption of wheat"]),
        ("The growth target of 5 percent is within reach.", ["growth target"]),
        ("Steel prices have fallen for three straight months.", ["fall of steel prices"]),
        ("The index has been rising for six consecutive quarters.", ["rise of index"]),
        ("Passengers may stay for up to 30 days.", ["stay of passengers"]),
        ("Residents took part in 3,000 events.", ["events"]),
        ("Unemployment among young people was 14 percent.", ["unemployment among young people"]),
        ("Young people accounted for 40 percent of buyers.", ["young people"]),
        (
            "The share of clean energy in total consumption reached 28 percent.",
            ["share of clean energy in total consumption"],
        ),
        (
            "Clean energy made up 28 percent of total consumption, 2 points higher than in 2022.",
            ["clean energy", "clean energy"],
        ),
        ("Nearly half of the buses run on hydrogen.", ["buses that run on hydrogen"]),
        ("Some 5,000 nurses have been trained.", ["nurses trained"]),
        ("The number of nurses reached 5 million, up 3 percent.", ["number of nurses", "number of nurses"]),
        ("The reserve requirement ratio was cut by 0.5 percentage points.", ["reserve requirement ratio"]),
        ("The central bank cut the reserve requirement ratio by 0.5 percentage points.", ["reserve requirement ratio"]),
        (
            "The committee raised the target range for the federal funds rate by 50 basis points.",
            ["target range for federal funds rate"],
        ),
        ("Core PCE prices rose 2.8 percent over the year.", ["core PCE prices"]),
        ("Payroll gains averaged 150,000 a month.", ["payroll gains"]),
        ("The economy added 275,000 jobs in February.", ["jobs"]),
        ("Grain output came to 139 billion jin, an increase of 2 percent.", ["grain output", "grain output"]),
        ("Growth of 4 percent was recorded in retail sales.", ["retail sales"]),
        ("Retail sales recorded a 4 percent growth.", ["retail sales"]),
        ("There was a 3 percent decline in housing starts.", ["housing starts"]),
        (
            "Imports and exports totaled 10 trillion yuan, of which exports accounted for 6 trillion yuan.",
            ["imports and exports", "exports"],
        ),
        ("Among them, private firms exported 3 trillion yuan of goods.", ["goods exported by private firms"]),
        ("China has signed cooperation documents with over 150 countries.", ["countries"]),
        ("The average life expectancy rose to 78.6 years.", ["average life expectancy"]),
        (
            "Per capita spending of rural residents was 8,900 yuan, up 7 percent in real terms.",
            ["per capita spending of rural residents", "per capita spending of rural residents"],
        ),
        ("The clearance time for imports was shortened to 33 hours.", ["clearance time for imports"]),
        (
            "The time needed to register a firm has been cut from 20 days to 3 days.",
            ["time needed to register firm", "time needed to register firm"],
        ),
        ("Value-added tax on the goods was lowered to 9 percent.", ["value-added tax on goods"]),
        ("Small firms pay a tax rate of 5 percent.", ["tax rate of small firms"]),
        ("We will build 2 million homes by 2027.", ["homes"]),
        ("Driven by holiday travel, hotel revenue jumped 30 percent.", ["hotel revenue"]),
        ("Compared with last year, hotel revenue jumped 30 percent.", ["hotel revenue"]),
        ("Hotel revenue, in particular, jumped 30 percent.", ["hotel revenue"]),
        ("Electricity use in the three months, excluding homes, was 2 trillion kilowatt-hours.", ["electricity use"]),
        ("Forest coverage stands at 24 percent.", ["forest coverage"]),
        ("The country's forest coverage exceeded 24 percent.", ["country's forest coverage"]),
        ("The province is home to 18 universities.", ["universities"]),
        ("Eighteen percent of households own a car.", ["households that own car"]),
        ("Flights to Europe have recovered to 80 percent of the 2019 level.", ["flights to Europe"]),
        ("The loss was 12 million yuan.", ["loss"]),
        (
            "Investment in roads was up 4 percent, in railways 9 percent.",
            ["investment in roads", "investment in railways"],
        ),
        ("Of the 31 provinces, 28 posted growth.", ["provinces", "provinces that posted growth"]),
        ("Police seized 30 tonnes of waste.", ["waste seized by police"]),
        ("Over 60,000 comments were received.", ["comments received"]),
        ("The maximum fine has been raised to 2 million yuan.", ["maximum fine"]),
        ("A maximum fine of 2 million yuan may be imposed.", ["maximum fine"]),
        ("Loan balances at small banks stood at 11 trillion yuan at the end of May.", ["loan balances at small banks"]),
        ("We have earmarked 20 billion yuan for the renovation of old pipes.", ["renovation of old pipes"]),
        ("A total of 6 billion yuan has been allocated to schools.", ["schools"]),
        ("More than 90 percent of the villages have broadband.", ["villages with broadband"]),
        ("The poverty rate fell to 11 percent, the lowest on record.", ["poverty rate"]),
        ("Black unemployment is at 6 percent, close to an all-time low.", ["black unemployment"]),
        ("Wages are up 4 percent over the past year.", ["wages"]),
        ("Inflation has come down from 9 percent to 3 percent.", ["inflation", "inflation"]),
        ("We expect inflation to fall to 2.3 percent next year.", ["inflation"]),
        (
            "The median participant projects that the federal funds rate will be 4.6 percent at the end of this year.",
            ["federal funds rate"],
        ),
        ("Real GDP is expected to grow 2.1 percent this year.", ["real GDP"]),
        ("Total nonfarm payrolls rose by an average of 190,000 jobs per month.", ["total nonfarm payrolls"]),
        (
            "Fixed-asset investment excluding rural households was 24 trillion yuan, an increase of 3.9 percent.",
            ["fixed-asset investment excluding rural households", "fixed-asset investment excluding rural households"],
        ),
        (
            "By industry, the value added of mining grew by 2 percent, that of manufacturing 6 percent.",
            ["value added of mining", "value added of manufacturing"],
        ),
        (
            "The surveyed urban unemployment rate was 5 percent, 0.1 points lower than in the previous month.",
            ["surveyed urban unemployment rate", "surveyed urban unemployment rate"],
        ),
        (
            "The purchasing managers' index for manufacturing was 49.5 percent.",
            ["purchasing managers' index for manufacturing"],
        ),
        ("The consumer price index went up by 0.2 percent year on year.", ["consumer price index"]),
        ("China's actual use of foreign capital stood at 499 billion yuan.", ["China's actual use of foreign capital"]),
        (
            "The number of countries enjoying visa-free entry has grown to 54.",
            ["number of countries enjoying visa-free entry"],
        ),
        ("The two countries' trade volume exceeded 240 billion dollars.", ["two countries' trade volume"]),
        (
            "China has been the largest trading partner of ASEAN for 15 years in a row.",
            ["China largest trading partner of ASEAN"],
        ),
        ("So far, 152 countries have joined the initiative.", ["countries that have joined initiative"]),
        (
            "Customs handled 3.3 billion import and export declarations.",
            ["import and export declarations handled by customs"],
        ),
        (
            "Railways moved 2 billion passengers, up 18 percent from a year earlier.",
            ["passengers moved by railways", "passengers moved by railways"],
        ),
        (
            "Natural gas consumption rose 8 percent to 210 billion cubic meters.",
            ["natural gas consumption", "natural gas consumption"],
        ),
        ("Installed wind capacity hit 470 million kilowatts, overtaking hydropower.", ["installed wind capacity"]),
        ("Electricity from renewables met more than half of demand.", ["electricity from renewables"]),
        (
            "General transfer payments rose 3 percent to 8 trillion yuan, with education up 5 percent.",
            ["general transfer payments", "general transfer payments", "education"],
        ),
        ("Interest on student loans has been waived for 2 million graduates.", ["graduates"]),
        ("Officials approved loans worth 300 million yuan.", ["loans"]),
        ("The gap between urban and rural incomes narrowed to 2.4 times.", ["gap between urban and rural incomes"]),
        (
            "Courts concluded 490,000 cases involving intellectual property, up 12 percent.",
            [
                "cases involving intellectual property concluded by courts",
                "cases involving intellectual property concluded by courts",
            ],
        ),
        ("Water quality was good in 87 percent of rivers.", ["rivers"]),
        (
            "The average concentration of fine particles dropped to 29 micrograms per cubic meter.",
            ["average concentration of fine particles"],
        ),
        ("Days with good air accounted for 87 percent, up 1.2 points.", ["days with good air", "days with good air"]),
        ("About a third of the money goes to small farms.", ["money that goes to small farms"]),
        ("Coal-fired power still makes up 60 percent of generation.", ["coal-fired power"]),
        ("Our clinic has 16 doctors.", ["doctors of clinic"]),
        ("The port has 31 berths and a workforce of 4,000.", ["berths of port", "workforce of port"]),
        ("One in six farmers has joined the scheme.", ["farmers who have joined scheme"]),
        ("Its forest coverage exceeded 24 percent.", ["forest coverage"]),
    ],
)
def test_the_indicator_names_what_is_measured(text: str, indicators: list[str]) -> None:
    assert [(f.indicator or "").lower() for f in figures(text)] == [i.lower() for i in indicators]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Prices in rural areas rose 2 percent.", None),
        ("In rural areas, prices rose 2 percent.", "rural areas"),
        ("Prices rose 2 percent in rural areas and 1 percent in urban areas.", "rural areas"),
        ("In Marlow, 300 buses run on hydrogen.", "Marlow"),
        ("The share of services in GDP rose to 55 percent.", None),
        ("Output fell by 3 percent in January-April.", None),
        ("The firm employs 400 people across six provinces.", None),
        ("Marlow ranks third in the world.", "world"),
        ("Wages rose 2 percent, among the fastest in the world.", None),
    ],
)
def test_the_place_is_the_nearest_one_that_is_named(text: str, place: str | None) -> None:
    assert figures(text)[0].place == place


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Prices rose 2 percent; clothing was up by 1 percent.", "clothing was up by 1 percent"),
        ("Prices rose 2 percent; clothing up by 1 percent.", "clothing up by 1 percent"),
        ("We sold 5 ships, while exports fell 3 percent.", "exports fell 3 percent"),
        ("Revenue came to 5 billion yuan, up 3 percent.", "Revenue came to 5 billion yuan, up 3 percent"),
    ],
)
def test_the_quote_is_the_shortest_clause_that_stands_alone(text: str, quote: str) -> None:
    last = figures(text)[-1]
    assert last.quote == quote
    assert last.quote_start <= last.start < last.end <= last.quote_end


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Tea sales rose 3 percent. They fell 2 percent in May.", "distant_indicator"),
        ("The grid consists of lines of 3 million circuit kilometers.", "ambiguous_unit"),
        ("Its users have passed the 80 million mark.", "ambiguous_unit"),
        ("Prices fell for two quarters running.", "ambiguous_number"),
    ],
)
def test_what_is_unsure_is_said(text: str, doubt: str) -> None:
    assert doubt in figures(text)[-1].doubts


def test_a_plain_statement_has_no_doubt() -> None:
    assert figures("In 2023, exports of tea rose 5 percent.")[0].doubts == ()
