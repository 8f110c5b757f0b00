"""Settings for the web servers that a site may stand on, from `site/security.py` and `site/serving.py`: what the preview sends, the real host sends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.build.site_folder import CURRENT, RELEASES
from generator.site import routes
from generator.site.security import ANY_SITE, BY_PATH, HEADERS, OPEN_HEADER, OPEN_PATHS, headers_for, path_pattern
from generator.site.serving import ASKED_AGAIN, KEPT, KEPT_FOLDER, MOVED, TEXT_TYPES, redirects

_ROOT = f"/srv/coachkollen/{CURRENT}"
_PLACE = "s3://min-hink/kollen"


def web_server(note: str) -> str:
    """The page with the settings, ready to copy. note: that the page is made from the code."""
    return f"""{note}

# Webbservern

Webbplatsen är vanliga filer. En webbserver behöver bara göra fem saker: skicka samma rubriker som förhandsvisningen, visa `404.html` för en adress som
inte finns, skicka text komprimerad, låta webbläsaren spara filerna i `/{KEPT_FOLDER}/`, som byter namn när de ändras, och leda en adress som någon har
kortat till rätt lista. Varje sida har dessutom en `Content-Security-Policy` och `referrer` i sig själv, för en server som inte kan skicka rubriker. Bara
rubriken kan säga `frame-ancestors`. Alla inställningar här är gjorda ur samma tabell och säger samma sak. Prova dem på din egen dator med
`make serve-nginx`.

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
förra versionens stilmallar och skript följer med, för den som just läser en av dess sidor. Bredvid varje text läggs den komprimerad, som `.br` och `.gz`,
så att servern slipper göra det för varje läsare. Går något fel, eller stannar datorn mitt i, står den gamla kvar, och nästa körning städar. Två som
publicerar samtidigt väntar inte på varandra: den som kom sist får veta vem som är först.

{_store()}
## nginx

Debians nginx kan skicka `.gz`. Har du också modulen `libnginx-mod-http-brotli-static`, lägg till raden `brotli_static on;`.

```nginx
{nginx_site(_ROOT, "80", "exempel.se")}```

## Caddy

Caddy skaffar och förnyar certifikatet själv.

```caddyfile
{caddy_site(_ROOT, "exempel.se")}```

## Apache

```apache
{_apache()}```

## Netlify, Cloudflare Pages och liknande

Lägg det här i filen `_headers` bredvid `index.html`. `404.html` hittar de själva, och de komprimerar själva. När flera regler passar en adress lägger de
ihop rubrikerna. Raderna med `!` tar först bort den gemensamma rubriken: så gör Cloudflare Pages. En värd som inte förstår `!` skickar båda, och då gäller
den strängaste: korten i `{routes.CARDS}` kan inte visas på andra webbplatser, men allt annat fungerar.

```text
{headers_file()}```

Och det här i filen `_redirects`:

```text
{redirects_file()}```
"""


def _store() -> str:
    """How a site is published to an object store, and how it is served from there."""
    return f"""## En hink i S3

Webbplatsen kan också publiceras till en hink hos AWS eller hos någon annan som talar S3, till exempel Cloudflare R2, MinIO eller Ceph. Det behöver
paketet `obstore`:

```sh
.venv/bin/pip install obstore
export AWS_ACCESS_KEY_ID=... AWS_SECRET_ACCESS_KEY=... AWS_REGION=eu-north-1
coachkollen publish output {_PLACE}
coachkollen rollback {_PLACE}    # tillbaka till den förra versionen
coachkollen rollback {_PLACE} --list
```

Nycklarna läses ur miljön och visas aldrig. Hos någon annan än AWS anger du adressen i `AWS_ENDPOINT_URL`. En adress med `http://` behöver dessutom
`AWS_ALLOW_HTTP=true`. Filen `~/.aws/credentials` läses inte. En tillfällig nyckel har också `AWS_SESSION_TOKEN`. Nyckeln ska få läsa, skriva, lista och
ta bort i mappen. Kan lagringen inte ta bort flera objekt på en gång, sätt `AWS_DISABLE_BULK_DELETE=true`.

| Objekt | Vad det är |
|---|---|
| `kollen/{RELEASES}/NUMMER-KONTROLLSUMMA/...` | En hel version, med samma filer som mappen. Skrivs en gång och ändras aldrig. |
| `kollen/{CURRENT}` | Pekaren: vilken version som gäller, kontrollsumman för dess manifest, och alla hela versioner. |

```json
{{"release": "000012-1a2b3c4d5e6f", "sha256": "...", "releases": {{"000011-...": "...", "000012-1a2b3c4d5e6f": "..."}}}}
```

Filerna skrivs först, sedan manifestet. Allt hålls mot manifestet, och sist skrivs pekaren, bara om den är som den var när körningen började. Två som
publicerar samtidigt kan alltså inte skriva över varandra: den som kom sist får veta det. Stannar körningen står pekaren kvar på en hel version, och nästa
körning fortsätter där den förra slutade. Det som är likadant som i den förra versionen kopieras inne i hinken och skickas inte igen. Därefter tas de
äldsta versionerna bort, aldrig den som gäller eller den före. Lagringen måste förstå villkoren `If-None-Match` och `If-Match`. Det prövas varje gång, och
en lagring som skriver över ändå används inte. Ligger det något annat i en version än det som ska vara där, skrivs inget över: du får veta vad.

Låt inte vem som helst läsa hinken, bara det som står framför den. De förra versionerna ligger kvar där, också det som har tagits bort ur webbplatsen sedan
dess. Slå inte på hinkens egna versioner av objekt: då finns även det borttagna kvar.

### Så visas den

En hink kan inte byta namn på en mapp, så det finns ingen mapp `{CURRENT}` att visa. Det som står framför hinken måste läsa pekaren. Det kan vara en liten
funktion i ett CDN (Cloudflare Workers, Lambda@Edge, Fastly Compute) eller en egen server. Ingen sådan följer med här. Så ska den göra:

1. Läs `kollen/{CURRENT}` och spara svaret högst några sekunder. Byt först när den nya pekaren är läst. Går den inte att läsa, fortsätt med den förra.
2. Hämta `kollen/{RELEASES}/` + `release` ur pekaren + adressen. Slutar adressen med `/`, lägg till `index.html`.
3. Finns inte objektet, skicka `404.html` ur samma version med status 404.
4. Behåll `Content-Type` och `Cache-Control` från objektet, och lägg till rubrikerna och omdirigeringarna nedan: de kan inte ligga i en hink.
5. Komprimera. I hinken ligger inga `.br` och `.gz`, för den kan inte välja efter vad läsaren tar emot. Det gör ett CDN, och det sparar resultatet.
6. Gör versionens namn till en del av nyckeln i CDN:ets cache. Då behöver inget tömmas när pekaren byts.

Ett CDN som inte kan köra något eget kan i stället få `/kollen/{RELEASES}/NAMN` som ursprungets sökväg. Byt den när `publish` har sagt vad versionen heter,
och vänta med nästa publicering tills bytet har nått ut. Då är det du som byter, inte pekaren, och `rollback` flyttar bara pekaren.

Bytet är alltså inte i ett enda steg för alla läsare: under de sekunder som pekaren är sparad kan två läsare möta var sin version, men var och en en hel.
Den förra versionens stilmallar och skript följer med, för den som just läser en av dess sidor.
"""


def nginx_site(root: str, listen: str, name: str) -> str:
    """What nginx needs to know of one site. root: the folder that it reads. listen: port, or address and port. name: the host's."""
    places = "".join(_location(f"^~ {start}", headers_for(start)) for start, _ in BY_PATH)
    moved = "".join(_location(f"= {start}", headers_for(start), f"return {MOVED} {there};") for start, there in redirects())
    paths = "".join(f'    "~{path_pattern(path)}" "{ANY_SITE}";\n' for path in OPEN_PATHS)
    return f"""map $uri $kept {{
    ~^/{KEPT_FOLDER}/ "{KEPT}";
    default "{ASKED_AGAIN}";
}}
map $uri $open {{
{paths}    default "";
}}
server {{
    listen {listen};
    server_name {name};
    root {root};
    index index.html;
    charset utf-8;
    charset_types {" ".join(_charset_types())};
    access_log off;
    absolute_redirect off;
    error_page 403 404 =404 /404.html;
    gzip_static on;
    gzip_vary on;
{_location("/", HEADERS)}{places}{moved}}}
"""


def nginx_whole(root: str, port: int, folder: str) -> str:
    """All settings of an nginx of its own for one site, on this machine only. folder: where it may write, with an end slash."""
    written = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = "".join(f"    {name}_temp_path {folder}{name};\n" for name in written)
    site = nginx_site(root, f"127.0.0.1:{port}", "localhost").replace("\n", "\n    ").rstrip()
    return f"""daemon off;
pid {folder}nginx.pid;
error_log stderr warn;
worker_processes 2;
events {{}}
http {{
    include /etc/nginx/mime.types;
    types {{
        text/csv csv;
        text/calendar ics;
    }}
    default_type application/octet-stream;
{paths}    {site}
}}
"""


def _charset_types() -> Iterable[str]:
    return (*TEXT_TYPES[:-1], "text/calendar", "image/svg+xml")


def _location(start: str, headers: Mapping[str, str], action: str = "try_files $uri $uri/ =404;") -> str:
    """The addresses that begin in one way. All headers stand in each, since those of a place are all that nginx sends there."""
    lines = "".join(f'        add_header {name} "{value}" always;\n' for name, value in headers.items())
    # A header without a value is not sent.
    opened = f"        add_header {OPEN_HEADER} $open always;\n"
    return f"    location {start} {{\n        {action}\n        add_header Cache-Control $kept always;\n{lines}{opened}    }}\n"


def caddy_site(root: str, name: str) -> str:
    """What Caddy needs to know of one site. Which headers go with which address never overlaps, so their order says nothing."""
    special = [f"{start}*" for start, _ in BY_PATH]
    shared = {header for _, headers in BY_PATH for header in headers}
    common = "".join(f'    header {header} "{value}"\n' for header, value in HEADERS.items() if header not in shared)
    others = "".join(f'    header @others {header} "{HEADERS[header]}"\n' for header in sorted(shared))
    places = "".join(
        f"    @place{number} path {start}*\n" + "".join(f'    header @place{number} {header} "{value}"\n' for header, value in headers.items())
        for number, (start, headers) in enumerate(BY_PATH)
    )
    opened = "".join(
        f'    @open{number} path_regexp {path_pattern(path)}\n    header @open{number} {OPEN_HEADER} "{ANY_SITE}"\n' for number, path in enumerate(OPEN_PATHS)
    )
    moved = "".join(f"    redir {start} {there} {MOVED}\n" for start, there in redirects())
    return f"""{name} {{
    root * {root}
    @kept path /{KEPT_FOLDER}/*
    @asked not path /{KEPT_FOLDER}/*
    header @kept Cache-Control "{KEPT}"
    header @asked Cache-Control "{ASKED_AGAIN}"
    @others not path {" ".join(special)}
{common}{others}{places}{opened}{moved}    file_server {{
        precompressed br gzip
    }}
    handle_errors {{
        rewrite * /404.html
        file_server
    }}
}}
"""


def _apache() -> str:
    lines = "".join(f'Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    places = "".join(
        f'<LocationMatch "^{start}">\n' + "".join(f'    Header always set {name} "{value}"\n' for name, value in special.items()) + "</LocationMatch>\n"
        for start, special in BY_PATH
    )
    said = f'    Header always set {OPEN_HEADER} "{ANY_SITE}"\n'
    opened = "".join(f'<LocationMatch "{path_pattern(path)}">\n{said}</LocationMatch>\n' for path in OPEN_PATHS)
    moved = "".join(f'RedirectMatch {MOVED} "^{start}$" "{there}"\n' for start, there in redirects())
    return f"""{lines}Header always set Cache-Control "{ASKED_AGAIN}"
<LocationMatch "^/{KEPT_FOLDER}/">
    Header always set Cache-Control "{KEPT}"
</LocationMatch>
{places}{opened}{moved}ErrorDocument 404 /404.html
AddDefaultCharset utf-8
AddOutputFilterByType DEFLATE text/html {" ".join(TEXT_TYPES)}
"""


def headers_file() -> str:
    """The file `_headers`, as hosts of files read it."""
    lines = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    places = "".join(f"{start}*\n" + "".join(f"  ! {name}\n  {name}: {value}\n" for name, value in special.items()) for start, special in BY_PATH)
    opened = "".join(f"{path}\n  {OPEN_HEADER}: {ANY_SITE}\n" for path in OPEN_PATHS)
    return f"/*\n{lines}/{KEPT_FOLDER}/*\n  Cache-Control: {KEPT}\n{places}{opened}"


def redirects_file() -> str:
    """The file `_redirects`, as hosts of files read it."""
    return "".join(f"{start} {there} {MOVED}\n" for start, there in redirects())
