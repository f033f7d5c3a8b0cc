"""nginx configuration."""

from facts_of import facts_of

from assessor.extract.descriptors.nginx import DESCRIPTOR


def test_upstream_and_locations() -> None:
    text = """# http
upstream app {
  ip_hash;
  server app01:8080 weight=5;
  server app02:8080;
}
server {
  listen 80;
  listen [::]:443 ssl;
  server_name shop.acme.com;
  root /var/www/public;
  client_max_body_size 20m;
  access_log /var/log/nginx/shop.log;
  location / { proxy_pass http://app; }
  location ~ \\.php$ {
    fastcgi_pass php:9000;
  }
  location /api { proxy_pass http://${API_HOST}:3000/; }
}
"""
    assert facts_of(DESCRIPTOR, text, "nginx/default.conf") == [
        "1 Trait server.nginx",
        "3 Trait session.sticky by=ip_hash",
        "4 Connection app01:8080 tcp app01 8080",
        "4 Trait proxy.backend backend=app01:8080,name=app",
        "5 Connection app02:8080 tcp app02 8080",
        "5 Trait proxy.backend backend=app02:8080,name=app",
        "8 Port 80 tcp http",
        "9 Port 443 tcp https",
        "10 Setting server_name shop.acme.com nginx",
        "11 Setting root /var/www/public nginx",
        "12 Setting client_max_body_size 20m nginx",
        "13 Trait logging.file path=/var/log/nginx/shop.log",
        "14 Trait proxy.route listener=80,443,path=/,target=http://app",
        "16 Connection php:9000 fastcgi php 9000",
        "16 Trait proxy.route listener=80,443,path=\\.php$,target=php:9000",
        "18 Trait proxy.route listener=80,443,path=/api,target=http://${API_HOST}:3000/",
    ]


def test_broken() -> None:
    text = """server { listen 80; }}}} location {
"""
    assert facts_of(DESCRIPTOR, text, "nginx.conf") == [
        "1 Port 80 tcp http",
        "1 Trait server.nginx",
    ]
