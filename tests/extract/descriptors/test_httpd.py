"""Apache httpd configuration and .htaccess."""

from facts_of import facts_of

from assessor.extract.descriptors.httpd import DESCRIPTOR


def test_virtual_host() -> None:
    text = """Listen 8080
LoadModule proxy_module modules/mod_proxy.so
<VirtualHost *:8080>
  ServerName shop.acme.com
  DocumentRoot "/var/www/shop"
  ProxyPass /api http://app01:9000/api
  ProxyPass /static !
  <Proxy balancer://cluster>
    BalancerMember ajp://app02:8009 route=a
    ProxySet stickysession=JSESSIONID
  </Proxy>
  RewriteRule ^/old/(.*) http://legacy:81/$1 [P,L]
  php_value upload_max_filesize 64M
  ErrorLog /var/log/shop-error.log
  CustomLog "|/bin/rotate" combined
</VirtualHost>
"""
    assert facts_of(DESCRIPTOR, text, "conf/httpd-vhosts.conf") == [
        "1 Port 8080 tcp http",
        "1 Trait server.httpd",
        "2 Trait httpd.module name=proxy_module",
        "3 Port 8080 tcp http",
        "4 Setting ServerName shop.acme.com httpd",
        "5 Setting DocumentRoot /var/www/shop httpd",
        "6 Connection http://app01:9000/api http app01 9000",
        "6 Trait proxy.route listener=8080,path=/api,target=http://app01:9000/api",
        "9 Connection ajp://app02:8009 ajp app02 8009",
        "9 Trait proxy.backend backend=ajp://app02:8009,listener=8080,name=balancer://cluster",
        "10 Trait session.sticky by=stickysession",
        "12 Connection http://legacy:81/$1 http legacy 81",
        "12 Trait proxy.route listener=8080,path=^/old/(.*),target=http://legacy:81/$1",
        "13 Setting upload_max_filesize 64M httpd",
        "14 Trait logging.file path=/var/log/shop-error.log",
    ]


def test_htaccess() -> None:
    text = """<IfModule mod_rewrite.c>
RewriteEngine On
RewriteRule ^ index.php [L]
</IfModule>
SetEnv APP_ENV production
"""
    assert facts_of(DESCRIPTOR, text, "public/.htaccess") == [
        "1 Trait server.httpd by=htaccess",
        "5 Setting APP_ENV production httpd",
    ]


def test_not_apache() -> None:
    text = """[section]
key=value
"""
    assert facts_of(DESCRIPTOR, text, "conf.d/app.conf") == []
