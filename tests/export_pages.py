"""A page that makes trouble wherever it can, and a look at what was written: for the tests of exports and citations."""

# Invented. Quotes, brackets, a formula, an ampersand, an emoji, a control character; a caption inside a turn; a lost
# label; an outlet with an apostrophe; a range.
TROUBLE = """SCIO press conference on "salt & iron" <in> Beiling =cmd() 🧂

China.org.cn | June 3, 2024

Gao Anmin:

Good morning. The floor is open for questions. Please name your news outlet.


How much <salt> did the province make last year, and for whom? Thank you.

Sun Peili:

In 2023, salt output reached 4.2 million tonnes, up 5.6 percent & more. Prices rose by 2.5 to 7 percent.\x0c

Sun Peili, head of the salt office, shows a lump of salt in Beiling on June 3, 2024. [Photo by Lin Mo/China SCIO]

We have 60 measures for talent in our salt works.

Farmers' Daily:

Is it true that "iron" costs 3 < 5 yuan?

Sun Peili:

Yes & no.

Gao Anmin:

Thank you all. That is the end of today's press conference.

<  1  2  3  >
"""


def files(folder):
    """Every file below a folder with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
