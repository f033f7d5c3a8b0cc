"""Found configurations of proxies and web servers, adapted to the bundle."""

from assessor.plan import haproxy, nginx
from assessor.plan.httpd import site

HAPROXY = """global
    log /dev/log local0
    user haproxy
    daemon
frontend shop
    bind 10.0.0.1:80
    bind *:443 ssl crt /etc/ssl/shop.pem
    default_backend web
backend web
    cookie SRV insert
    server web1 10.0.0.21:80 cookie w1 check
    server web2 10.0.0.22:80 cookie w2 check
listen db
    bind *:3306
    server db1 10.0.0.31:3306
    stats auth admin:h4pr0xy
"""


def test_haproxy() -> None:
    adapted = haproxy.adapted(HAPROXY, {3306: "mysql"}, "web", 8080)
    assert adapted is not None
    assert adapted.text.split("\n# bundle")[0].splitlines() == [
        "global",
        "    log stdout format raw local0",
        "frontend shop",
        "    bind *:80",
        "    default_backend web",
        "backend web",
        "    cookie SRV insert",
        "    server web web:8080 cookie w1 check resolvers docker init-addr last,libc,none",
        "listen db",
        "    bind *:3306",
        "    server mysql mysql:3306 resolvers docker init-addr last,libc,none",
        '    stats auth "admin:${PROXY_STATS_PASSWORD}"',
    ]
    assert adapted.ports == (80, 3306)
    assert adapted.secrets == ("PROXY_STATS_PASSWORD",)
    assert "h4pr0xy" not in adapted.text


def test_haproxy_without_a_frontend() -> None:
    assert haproxy.adapted("global\n    maxconn 10\n", {}, "web", 80) is None


NGINX = """
upstream app { server 127.0.0.1:8000; server 10.0.0.5:8000 backup; }
server { listen 80; return 301 https://$host$request_uri; }
server {
    listen 443 ssl;  # the outer one
    server_name clinic.example;
    ssl_certificate /etc/ssl/clinic.crt;
    access_log /var/log/nginx/clinic.log;
    location /static/ { alias /srv/clinic/static/; }
    location / { proxy_pass http://app; proxy_set_header Host $host; }
    location /ws { proxy_pass http://127.0.0.1:8001/ws; }
}
"""


def test_nginx() -> None:
    found = nginx.adapted(NGINX, "web", 8000)
    assert found is not None
    adapted, folders = found
    assert adapted.text.splitlines() == [
        "upstream app {",
        "    server web:8000;",
        "}",
        "server {",
        "    listen 80;",
        "    server_name clinic.example;",
        "    location /static/ {",
        "        alias /srv/clinic/static/;",
        "    }",
        "    location / {",
        "        proxy_pass http://app;",
        "        proxy_set_header Host $host;",
        "    }",
        "    location /ws {",
        "        proxy_pass http://web:8000/ws;",
        "    }",
        "}",
    ]
    assert folders == ("/srv/clinic/static",)


def test_nginx_that_cannot_be_kept() -> None:
    assert nginx.adapted("server { location ~ \\.php$ { fastcgi_pass unix:/run/php.sock; } }", "web", 80) is None
    assert nginx.adapted("server { location / {", "web", 80) is None
    assert nginx.adapted("{" * 100, "web", 80) is None


def test_apache_site() -> None:
    found = site(
        "<VirtualHost *:443>\n    SSLEngine on\n    DocumentRoot /srv/shop/htdocs\n    RewriteEngine On\n"
        "    <Location /admin>\n        Require ip 10.0.0.0/8\n    </Location>\n    ErrorLog /var/log/shop.log\n</VirtualHost>\n"
    )
    assert found is not None
    assert found.text.splitlines()[:3] == ["<VirtualHost *:80>", "    DocumentRoot /srv/shop/htdocs", "    RewriteEngine On"]
    assert "    ErrorLog /var/log/apache2/error.log" in found.text.splitlines()
    assert (found.root, found.modules) == ("/srv/shop/htdocs", ("rewrite",))
    assert found.notes == (
        "SSLEngine is left out",
        "access is limited by address: behind a proxy the address is the proxy's, see RemoteIPHeader",
    )
    assert site("DocumentRoot /srv/shop") is None
