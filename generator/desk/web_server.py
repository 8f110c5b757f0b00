"""Settings for the web servers that a site may stand on, with the headers of `site/security.py`: what the preview sends, the real host sends."""

from __future__ import annotations

from generator.site.security import ANY_SITE, HEADERS, OPEN_HEADER, OPEN_PATHS, path_pattern

# The style sheet and the scripts have a name made from what they hold, so a browser may keep them. All else it asks about again.
KEPT_FOLDER = "tema"
KEPT = "public, max-age=31536000, immutable"
ASKED_AGAIN = "no-cache"
_TYPES = ("text/css", "text/csv", "text/plain", "text/javascript", "application/json", "application/atom+xml", "image/svg+xml")


def web_server(note: str) -> str:
    """The page with the settings, ready to copy. note: that the page is made from the code."""
    return f"""{note}

# Webbservern

Webbplatsen är vanliga filer. En webbserver behöver bara göra fyra saker: skicka samma rubriker som förhandsvisningen, visa `404.html` för en adress som
inte finns, komprimera text, och låta webbläsaren spara filerna i `/{KEPT_FOLDER}/`, som byter namn när de ändras. Varje sida har dessutom en
`Content-Security-Policy` och `referrer` i sig själv, för en server som inte kan skicka rubriker. Bara rubriken kan säga `frame-ancestors`.

Skript på andra webbplatser får läsa det som är data: `/api/`, `/data/`, skillnaderna mellan releaser under `/v/`, flödena och kalendrarna. De har
rubriken `Access-Control-Allow-Origin: *`. Inget av det beror på vem som frågar, och sidorna själva är inte öppna så.

Logga inte läsarna. En besökslogg visar vem som har läst om vilket företag.

## nginx

```nginx
{_nginx()}```

## Apache

```apache
{_apache()}```

## Netlify, Cloudflare Pages och liknande

Lägg det här i filen `_headers` bredvid `index.html`. `404.html` hittar de själva.

```text
{_headers_file()}```
"""


def _nginx() -> str:
    lines = "".join(f'        add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    # A header without a value is not sent.
    opened = f"        add_header {OPEN_HEADER} $open always;\n"
    paths = "".join(f'    "~{path_pattern(path)}" "{ANY_SITE}";\n' for path in OPEN_PATHS)
    return f"""map $uri $kept {{
    ~^/{KEPT_FOLDER}/ "{KEPT}";
    default "{ASKED_AGAIN}";
}}
map $uri $open {{
{paths}    default "";
}}
server {{
    listen 80;
    server_name exempel.se;
    root /srv/coachkollen/output;
    index index.html;
    charset utf-8;
    access_log off;
    error_page 403 404 =404 /404.html;
    gzip on;
    gzip_types {" ".join(_TYPES)};
    location / {{
        try_files $uri $uri/ =404;
        add_header Cache-Control $kept always;
{lines}{opened}    }}
}}
"""


def _apache() -> str:
    lines = "".join(f'Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    said = f'    Header always set {OPEN_HEADER} "{ANY_SITE}"\n'
    opened = "".join(f'<LocationMatch "{path_pattern(path)}">\n{said}</LocationMatch>\n' for path in OPEN_PATHS)
    return f"""{lines}Header always set Cache-Control "{ASKED_AGAIN}"
<LocationMatch "^/{KEPT_FOLDER}/">
    Header always set Cache-Control "{KEPT}"
</LocationMatch>
{opened}ErrorDocument 404 /404.html
AddDefaultCharset utf-8
AddOutputFilterByType DEFLATE text/html {" ".join(_TYPES)}
"""


def _headers_file() -> str:
    everywhere = "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    opened = "".join(f"{path}\n  {OPEN_HEADER}: {ANY_SITE}\n" for path in OPEN_PATHS)
    return f"{everywhere}/{KEPT_FOLDER}/*\n  Cache-Control: {KEPT}\n{opened}"
