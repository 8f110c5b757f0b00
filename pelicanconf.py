"""Pelican's settings. `pelican content` with this file gives the whole site."""

from pathlib import Path

ROOT = Path(__file__).parent

AUTHOR = "Coachkollen"
SITENAME = "Coachkollen"
SITEURL = ""
PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")
# Our plugin writes the style sheet and the scripts, under names that change with what is in them.
THEME_STATIC_PATHS: list[str] = []

PLUGIN_PATHS: list[str] = []
PLUGINS = ["generator.plugin"]
COACHKOLLEN_DATA = str(ROOT / "providers")

# Where readers report errors, for example the address of the repository's issues. Set it before the site is published.
COACHKOLLEN_CONTACT = ""

# The same bytes on every machine.
TIMEZONE = "Europe/Stockholm"
LOCALE = ["C.UTF-8", "C"]
DEFAULT_LANG = "sv"
DEFAULT_DATE = "1970-01-01"
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False

# Only pages; no blog.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS = ["."]
# Markdown only: no other format that Pelican could read, and in Markdown no HTML.
READERS: dict[str, None] = dict.fromkeys(("htm", "html", "markdown", "mdown", "mkd", "rst"))
IGNORE_FILES = [".*", "**/.*"]
STATIC_PATHS: list[str] = []
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
# A page in another language lies in a folder of its own, in content/ and on the site.
PATH_METADATA = r"(?P<lang>en|lattlast)/"
PAGE_LANG_URL = "{lang}/{slug}/"
PAGE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = False

# Never let Pelican empty the folder before the records are checked.
DELETE_OUTPUT_DIRECTORY = False
OUTPUT_RETENTION: list[str] = []

MARKDOWN = {"extensions": ["markdown.extensions.tables", "markdown.extensions.toc", "generator.records.markdown:TextOnly"], "output_format": "html5"}
TYPOGRIFY = False
SUMMARY_MAX_LENGTH = None
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
