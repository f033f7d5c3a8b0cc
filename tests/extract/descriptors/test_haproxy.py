"""haproxy configuration."""

from facts_of import facts_of

from assessor.extract.descriptors.haproxy import DESCRIPTOR


def test_frontend_and_backend() -> None:
    text = """global
    maxconn 2000
defaults
    mode http
frontend www
    bind *:80
    bind :443 ssl crt /etc/cert.pem
    acl is_api path_beg /api
    use_backend api if is_api
    default_backend web
backend web
    balance roundrobin
    cookie SRV insert indirect nocache
    option httpchk GET /health
    server web1 10.0.0.11:80 check cookie web1
    server web2 10.0.0.12:80 check cookie web2
backend api
    server api1 api.internal:8080
listen mysql
    bind *:3306
    mode tcp
    server db1 db01:3306
"""
    assert facts_of(DESCRIPTOR, text, "lb/haproxy.cfg") == [
        "1 Trait server.haproxy",
        "2 Setting global.maxconn 2000 haproxy",
        "4 Setting defaults.mode http haproxy",
        "6 Port 80 tcp www",
        "7 Port 443 tcp www",
        "9 Trait proxy.route listener=80,443,path=/api,target=api",
        "10 Trait proxy.route listener=80,443,target=web",
        "12 Setting backend.web.balance roundrobin haproxy",
        "13 Trait session.sticky by=cookie,cookie=SRV,name=web",
        "14 Trait probe.liveness name=web,test=GET /health",
        "15 Connection 10.0.0.11:80 http 10.0.0.11 80",
        "15 Trait proxy.backend backend=10.0.0.11:80,name=web,server=web1",
        "16 Connection 10.0.0.12:80 http 10.0.0.12 80",
        "16 Trait proxy.backend backend=10.0.0.12:80,name=web,server=web2",
        "18 Connection api.internal:8080 http api.internal 8080",
        "18 Trait proxy.backend backend=api.internal:8080,name=api,server=api1",
        "20 Port 3306 tcp mysql",
        "21 Setting listen.mysql.mode tcp haproxy",
        "22 Connection db01:3306 tcp db01 3306",
        "22 Trait proxy.backend backend=db01:3306,listener=3306,name=mysql,server=db1",
    ]


def test_broken() -> None:
    text = """backend
    server
    bind
"""
    assert facts_of(DESCRIPTOR, text, "haproxy.cfg") == [
        "1 Trait server.haproxy",
    ]
