"""Settings for the web servers that a site may stand on, with the headers of `site/security.py`: what the preview sends, the real host sends."""

from __future__ import annotations

from collections.abc import Mapping

from generator.build.site_folder import CURRENT, RELEASES
from generator.site import routes
from generator.site.security import ANY_SITE, BY_PATH, HEADERS, OPEN_HEADER, OPEN_PATHS, headers_for, path_pattern

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

Några adresser har andra rubriker än resten: korten i `{routes.CARDS}` får visas på vilken webbplats som helst, alla andra sidor bara på den egna.

Skript på andra webbplatser får läsa det som är data: `/api/`, `/data/`, skillnaderna mellan releaser under `/v/`, flödena och kalendrarna. De har
rubriken `Access-Control-Allow-Origin: *`. Inget av det beror på vem som frågar, och sidorna själva är inte öppna så.

Logga inte läsarna. En besökslogg visar vem som har läst om vilket företag.

## En mapp att publicera till

Låt inte webbservern läsa mappen som `coachkollen build` skriver i. Publicera till en mapp för sig, och låt webbservern läsa länken `{CURRENT}` i den:

```sh
coachkollen build --base-url https://exempel.se
coachkollen publish output /srv/coachkollen
coachkollen rollback /srv/coachkollen    # tillbaka till den förra versionen
```

Varje version ligger hel i `{RELEASES}/`. Den hålls mot sitt manifest innan länken byts, i ett enda steg, så den som läser möter den gamla eller den nya. Den
förra versionens stilmallar och skript följer med, för den som just läser en av dess sidor. Går något fel, eller stannar datorn mitt i, står den gamla
kvar, och nästa körning städar. Två som publicerar samtidigt väntar inte på varandra: den som kom sist får veta vem som är först.

## nginx

```nginx
{_nginx()}```

## Apache

```apache
{_apache()}```

## Netlify, Cloudflare Pages och liknande

Lägg det här i filen `_headers` bredvid `index.html`. `404.html` hittar de själva. När flera regler passar en adress lägger de ihop rubrikerna. Raderna
med `!` tar först bort den gemensamma rubriken: så gör Cloudflare Pages. En värd som inte förstår `!` skickar båda, och då gäller den strängaste: korten
i `{routes.CARDS}` kan inte visas på andra webbplatser, men allt annat fungerar.

```text
{_headers_file()}```
"""


def _nginx() -> str:
    places = "".join(_location(f"^~ {start}", headers_for(start)) for start, _ in BY_PATH)
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
    root /srv/coachkollen/{CURRENT};
    index index.html;
    charset utf-8;
    access_log off;
    error_page 403 404 =404 /404.html;
    gzip on;
    gzip_types {" ".join(_TYPES)};
{_location("/", HEADERS)}{places}}}
"""


def _location(start: str, headers: Mapping[str, str]) -> str:
    """The addresses that begin in one way. All headers stand in each, since those of a place are all that nginx sends there."""
    lines = "".join(f'        add_header {name} "{value}" always;\n' for name, value in headers.items())
    # A header without a value is not sent.
    opened = f"        add_header {OPEN_HEADER} $open always;\n"
    return f"    location {start} {{\n        try_files $uri $uri/ =404;\n        add_header Cache-Control $kept always;\n{lines}{opened}    }}\n"


def _apache() -> str:
    lines = "".join(f'Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    places = "".join(
        f'<LocationMatch "^{start}">\n' + "".join(f'    Header always set {name} "{value}"\n' for name, value in special.items()) + "</LocationMatch>\n"
        for start, special in BY_PATH
    )
    said = f'    Header always set {OPEN_HEADER} "{ANY_SITE}"\n'
    opened = "".join(f'<LocationMatch "{path_pattern(path)}">\n{said}</LocationMatch>\n' for path in OPEN_PATHS)
    return f"""{lines}Header always set Cache-Control "{ASKED_AGAIN}"
<LocationMatch "^/{KEPT_FOLDER}/">
    Header always set Cache-Control "{KEPT}"
</LocationMatch>
{places}{opened}ErrorDocument 404 /404.html
AddDefaultCharset utf-8
AddOutputFilterByType DEFLATE text/html {" ".join(_TYPES)}
"""


def _headers_file() -> str:
    lines = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    places = "".join(f"{start}*\n" + "".join(f"  ! {name}\n  {name}: {value}\n" for name, value in special.items()) for start, special in BY_PATH)
    opened = "".join(f"{path}\n  {OPEN_HEADER}: {ANY_SITE}\n" for path in OPEN_PATHS)
    return f"/*\n{lines}/{KEPT_FOLDER}/*\n  Cache-Control: {KEPT}\n{places}{opened}"
