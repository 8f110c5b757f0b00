"""The picture that is shown with a link to a page: who or what it is about, the state of it in words, and of which day that is.

Drawn with the fonts in `fonts/` and nothing of the machine's own, so that the same words give the same picture everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from generator.site.pictures.png import png

WIDTH, HEIGHT = 1200, 630
NAME = "Coachkollen"
_FONTS = Path(__file__).parent / "fonts"
_SERIF, _SANS = "SourceSerifPro-Semibold.ttf", "SourceSansPro-Regular.ttf"
_LEFT, _RIGHT, _BAR = 88, 72, 28
_TOP, _BOTTOM = 64, 60
# In pixels, from the largest that looks well to the smallest that is read on a telephone.
_TITLE_SIZES = (76, 66, 58, 50, 44, 38)
_LINE_SIZES = (42, 38, 34, 30, 27)
_NAME_SIZE, _DAY_SIZE = 40, 30
_GAP = 28
_SPACING = 1.22
_Colour = tuple[int, int, int]
_PAPER, _INK, _ACCENT = (0xFB, 0xFA, 0xF7), (0x1C, 0x23, 0x26), (0x0B, 0x55, 0x63)
# Steps from paper to each of the two colours: enough for smooth letters in half a byte.
_STEPS = 8


@dataclass(frozen=True, slots=True)
class LinkPicture:
    """A picture that is drawn when it is written. url: without base path. title, line, day: what it says.

    instead: title and line where the words do not fit: never a title alone, and never half a line.
    """

    url: str
    title: str
    line: str
    day: str
    instead: tuple[str, str]

    @property
    def content(self) -> bytes:
        """The file, as PNG."""
        room = HEIGHT - _TOP - _BOTTOM - _height(_NAME_SIZE) - _height(_DAY_SIZE) - 2 * _GAP
        said = self.title, self.line
        fitted = _fitted(*said, room)
        if fitted is None:
            said = self.instead
            fitted = _fitted(*said, room)
        if fitted is None:
            raise ValueError(f"{self.url}: {said}")
        return png(WIDTH, HEIGHT, _palette(), _drawn(*fitted, self.day), "\n".join((NAME, *said, self.day)))


@dataclass(frozen=True, slots=True)
class _Text:
    """Lines of one size."""

    lines: tuple[str, ...]
    font: str
    size: int

    @property
    def height(self) -> int:
        return len(self.lines) * _height(self.size)


def _fitted(title: str, line: str, room: int) -> tuple[_Text, _Text] | None:
    """Title and line as large as they fit into a height, the title not smaller than the line; None when they do not."""
    for title_size in _TITLE_SIZES:
        above = _Text(tuple(_broken(title, _SERIF, title_size)), _SERIF, title_size)
        for line_size in _LINE_SIZES:
            below = _Text(tuple(_broken(line, _SANS, line_size)), _SANS, line_size)
            if line_size <= title_size and above.height + _GAP + below.height <= room and _narrow(above) and _narrow(below):
                return above, below
    return None


def _narrow(text: _Text) -> bool:
    """True when every line fits: a word that is too long is not broken."""
    return all(_length(line, text.font, text.size) <= WIDTH - _LEFT - _RIGHT for line in text.lines)


def _broken(text: str, font: str, size: int) -> Iterator[str]:
    """The lines of a text, broken between words. Where it must not be broken there is no ordinary space."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and _length(longer, font, size) > WIDTH - _LEFT - _RIGHT:
            yield line
            line = word
        else:
            line = longer
    yield line


def _height(size: int) -> int:
    return round(size * _SPACING)


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A font of ours. Its letters are placed one after the other, without the shaping library that may be on a machine or not."""
    return ImageFont.truetype(_FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)


def _length(text: str, font: str, size: int) -> float:
    return _font(font, size).getlength(text)


def _drawn(title: _Text, line: _Text, day: str) -> bytes:
    """The rows, two pixels a byte."""
    ink, accent = (Image.new("L", (WIDTH, HEIGHT)) for _ in range(2))
    black, coloured = ImageDraw.Draw(ink), ImageDraw.Draw(accent)
    coloured.rectangle((0, 0, _BAR - 1, HEIGHT), fill=255)
    _write(coloured, _Text((NAME,), _SERIF, _NAME_SIZE), _TOP)
    bottom = HEIGHT - _BOTTOM - _height(_DAY_SIZE)
    _write(coloured, _Text((day,), _SANS, _DAY_SIZE), bottom)
    # The words stand in the middle of the room between the two.
    top = _TOP + _height(_NAME_SIZE)
    top += (bottom - top - title.height - _GAP - line.height) // 2
    _write(black, title, top)
    _write(black, line, top + title.height + _GAP)
    steps = [value * (_STEPS - 1) // 255 for value in range(256)]
    pixels = ink.point(steps)
    coloured_pixels = accent.point([step + _STEPS if step else 0 for step in steps])
    # The two never stand in the same place.
    pixels.paste(coloured_pixels, mask=accent.point([255 if step else 0 for step in steps]))
    return _packed(pixels.tobytes())


def _packed(pixels: bytes) -> bytes:
    """Two pixels in each byte."""
    left, right = pixels[::2], pixels[1::2]
    joined = (int.from_bytes(left, "big") << 4) | int.from_bytes(right, "big")
    return joined.to_bytes(len(left), "big")


def _write(draw: ImageDraw.ImageDraw, text: _Text, top: int) -> None:
    for number, line in enumerate(text.lines):
        draw.text((_LEFT, top + number * _height(text.size)), line, fill=255, font=_font(text.font, text.size))


@cache
def _palette() -> tuple[_Colour, ...]:
    """From paper to ink, and then from paper to the accent."""
    return tuple(_between(colour, step) for colour in (_INK, _ACCENT) for step in range(_STEPS))


def _between(colour: _Colour, step: int) -> _Colour:
    red, green, blue = ((paper * (_STEPS - 1 - step) + own * step) // (_STEPS - 1) for paper, own in zip(_PAPER, colour, strict=True))
    return red, green, blue
