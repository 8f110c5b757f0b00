"""The years that a text names: years, and not every number that looks like one."""

import pytest

from generator.records.dates_in_text import years_named


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Sedan den 1 november 2017 fördelar fonden.", {2017}),
        ("I oktober 2022.", {2022}),
        ("2013", {2013}),
        ("Åren 2011–2013, och (2015): mer.", {2011, 2013, 2015}),
        ("Åren 2011-2013.", {2011, 2013}),
        ("Under 1998: ett. **2004** två.", {1998, 2004}),
        ("[Rapporten 2016](https://exempel.se/2019/rapport-2020) och https://exempel.se/2021?ar=2022 2018", {2016, 2018}),
        ("[posten](cases/rusta-2025)", set()),
        ("Diarienummer Af-2019/0012 3456, 2020/345, A-2021 och 2022-00123.", set()),
        ("Lagen (2010:500) och prop. 2016/17:115.", set()),
        ("12012, 20123, 1 2017, 2019 500 och 2017,5 eller 12.2018.", set()),
        ("2000 kronor, 2001 personer, 2002\N{NO-BREAK SPACE}deltagare, 2003 kr och 2004 procent", set()),
        ("2003 krav", {2003}),
        ("på 2010-talet, år2015 och 2015års", set()),
        ("1899, 2100 och 0195", set()),
        ("", set()),
    ],
)
def test_the_years_of_a_text(text: str, years: set[int]) -> None:
    assert years_named(text) == years
