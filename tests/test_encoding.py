"""Bytes in, text out: which encodings are read, what is repaired, and what is refused."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.formats.encoding import decode
from pressroom.formats.language import foreign_language
from pressroom.formats.mojibake import repair
from pressroom.model import Unreadable

# invented sentences
ENGLISH = "Gao Anmin:\n\nIt’s “open” – the floor, that is. Café prices rose 5%, or £2, in 北岭 last year.\n"
CURLY = "Gao Anmin:\n\nIt’s “open” – the floor, that is. Café prices rose 5%, or £2, last year.\n"


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8", []),
        ("gb18030", ["read as GB18030"]),
        ("utf-16", ["read as UTF-16"]),
    ],
)
def test_the_same_text_comes_out_of_every_encoding(encoding, note):
    text, notes = decode(ENGLISH.encode(encoding))
    assert text.removeprefix("\ufeff") == ENGLISH and notes == note


def test_a_byte_order_mark_stays_because_offsets_count_it():
    assert decode(ENGLISH.encode("utf-8-sig")) == ("\ufeff" + ENGLISH, [])


def test_windows_1252_is_told_from_chinese_bytes():
    assert decode(CURLY.encode("cp1252")) == (CURLY, ["read as Windows-1252"])


def test_what_a_page_declares_does_not_beat_utf_8():
    assert decode(ENGLISH.encode(), declared="gb2312") == (ENGLISH, [])


def test_a_declared_encoding_is_believed_when_the_bytes_fit_it():
    russian = "Доброе утро, дамы и господа."
    assert decode(russian.encode("koi8-r"), declared="koi8-r")[0] == russian


def test_line_ends_become_lf_and_nothing_else_changes():
    assert decode(b"a\r\nb\rc\n\td \xc2\xa0e\x0c")[0] == "a\nb\nc\n\td \xa0e\x0c"


@pytest.mark.parametrize(
    ("misread", "meant"),
    [
        ("Itâ€™s â€œopenâ€\x9d", "It’s “open”"),
        ("CafÃ© for Â£2", "Café for £2"),
        ("Itâ\x80\x99s", "It’s"),
        ("Ã¢â‚¬â„¢", "’"),
        ("It鈥檚 open", "It’s open"),
        ("China¡¯s ¡°apples¡±", "China’s “apples”"),
        ("åŒ—å²­ Â· Beiling", "北岭 · Beiling"),
    ],
)
def test_mojibake_is_repaired_where_nothing_was_lost_and_the_notes_say_so(misread, meant):
    text, notes = decode(misread.encode())
    assert text == meant
    assert len(notes) == 1 and notes[0].startswith("misread characters repaired: ")


@pytest.mark.parametrize("lost", ["Itâ€s open", "the growth rateÂ of", "鈥? and so on", "ï¿½5 percent"])
def test_mojibake_that_lost_a_byte_is_refused_with_its_line(lost):
    with pytest.raises(Unreadable, match="line 3"):
        decode(f"Gao Anmin:\n\n{lost} last year".encode())


@pytest.mark.parametrize(
    "text", ["Âge, São Paulo, CAFÉ”, naïve façade", "Ærø; IRMÃ Ângela; Îles; ÅRE", "¡Hola! 5°C ± 1"]
)
def test_accents_that_belong_there_are_left_alone(text):
    assert repair(text) == (text, [])


@given(st.text(alphabet="apple 5\n’“”–…é£°·北岭", min_size=1))
def test_misread_text_comes_back_whole_or_stays_as_it_was(text):
    misread = text.encode().decode("latin-1")
    assert repair(misread)[0] in (text, misread)
    if "’" in text:
        assert repair(misread)[0] == text


def test_lost_characters_are_refused_and_shown_in_their_place():
    with pytest.raises(Unreadable, match=r"2 characters were lost.*line 2.*rose 5"):
        decode("one\nprices rose 5��, he said".encode())


def test_damaged_utf_8_is_not_taken_for_chinese():
    damaged = ENGLISH.encode() * 3
    at = damaged.index("“".encode(), 200)
    with pytest.raises(Unreadable, match="UTF-8, but damaged"):
        decode(damaged[: at + 1] + damaged[at + 2 :])


def test_a_file_cut_in_the_middle_of_a_character_is_read_up_to_there():
    text, notes = decode("It is open – 北岭".encode()[:-1])
    assert text == "It is open – 北" and "breaks off" in notes[0]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (bytes(range(128, 256)) * 9, "no encoding"),
        (b"\xff\xfea", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(content, found):
    with pytest.raises(Unreadable, match=found):
        decode(content)


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(content):
    try:
        text, _ = decode(content)
    except Unreadable as error:
        assert error.found and error.remedy
    else:
        assert "\r" not in text and "\ufffd" not in text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\ufffd"), min_size=1))
def test_plain_utf_8_is_never_changed(text):
    if not text.strip() or any(c < " " or c == "\x7f" for c in text) or set("ÂÃâï鈥¡") & set(text):
        return
    if text.encode().startswith((b"\xff\xfe", b"\xfe\xff")) or not text.encode().strip():
        return
    assert decode(text.encode()) == (text, [])


# --- languages ------------------------------------------------------------------------------------------------
FOREIGN = {
    "French": "Le porte-parole du ministère a dit que les vergers de la province sont plus grands pour cette année, "
    "et que les pommes qui sont dans le nord ne sont pas les mêmes. Nous avons une question sur le prix des fruits. ",
    "German": "Der Sprecher sagte, dass die Ernte nicht so gut ist wie im Jahr davor und dass wir mit den Preisen "
    "auf dem Markt nicht zufrieden sind. Sie haben eine Frage für uns, und wir werden sie beantworten. ",
    "Spanish": "El portavoz dijo que los manzanos de la provincia son más grandes y que las manzanas se venden por "
    "todo el país con una calidad muy buena para los hogares. No se trata de una pregunta del año pasado. ",
    "Russian": "Доброе утро, дамы и господа. Пресс-конференция открыта, задавайте вопросы. ",
    "Chinese": "女士们、先生们，上午好。欢迎出席国务院新闻办公室的发布会。下面请记者提问。",
    "Japanese": "おはようございます。記者会見を始めます。質問をお願いします。",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_named(language):
    assert foreign_language(FOREIGN[language] * 3) == language


@pytest.mark.parametrize("language", FOREIGN)
def test_an_english_page_with_some_words_in_another_language_is_english(language):
    english = "The spokesperson said that the orchards of the province have grown, and that we will see more of it. "
    assert foreign_language(english * 12 + FOREIGN[language]) is None


def test_decoding_keeps_up_with_a_disk():
    content = ("It’s an invented sentence about the orchards of Beiling, said 北岭 Daily.\n" * 300_000).encode()
    best = min(_seconds(content) for _ in range(3))
    # on an idle machine it is three times as fast
    assert len(content) / 1e6 / best > 50


def _seconds(content):
    start = time.process_time()
    decode(content)
    return time.process_time() - start
