"""Dockerfiles."""

from facts_of import facts_of

from assessor.extract.descriptors.dockerfile import DESCRIPTOR


def test_stages() -> None:
    text = """ARG VERSION=17
FROM maven:3.9 AS build
RUN apt-get update && apt-get install -y --no-install-recommends \\
    git \\
    # a comment
    curl=7.* && rm -rf /var/lib/apt
FROM eclipse-temurin:${VERSION}-jre
ENV DB_HOST=db DB_PORT=5432
ENV DB_PASSWORD hunter2
WORKDIR /app
EXPOSE 8080 8443/tcp
VOLUME ["/data", "/logs"]
USER 1000
HEALTHCHECK --interval=5s CMD curl -f http://localhost:8080/health
ENTRYPOINT ["java", "-Xmx512m"]
CMD ["-jar", "app.jar"]
"""
    assert facts_of(DESCRIPTOR, text, "web/Dockerfile") == [
        "2 Image maven:3.9 base build",
        "3 Trait os.package name=curl",
        "3 Trait os.package name=git",
        "7 Image eclipse-temurin:17-jre base",
        "7 Trait image.final reference=eclipse-temurin:17-jre",
        "8 Connection db:5432 db 5432",
        "8 Setting DB_HOST db dockerfile",
        "8 Setting DB_PORT 5432 dockerfile",
        "9 Setting DB_PASSWORD *** dockerfile secret!",
        "10 Trait image.workdir path=/app",
        "11 Port 8080 tcp",
        "11 Port 8443 tcp",
        "12 Trait volume.declared target=/data",
        "12 Trait volume.declared target=/logs",
        "13 Trait image.user name=1000",
        "14 Trait probe.liveness test=curl -f http://localhost:8080/health",
        "16 Process web java -Xmx512m -jar app.jar service",
        "16 Trait heap.fixed value=512m",
    ]


def test_php() -> None:
    text = """FROM php:8.1-apache
RUN docker-php-ext-install pdo_mysql gd
"""
    assert facts_of(DESCRIPTOR, text, "Dockerfile") == [
        "1 Image php:8.1-apache base",
        "1 Trait image.final reference=php:8.1-apache",
        "2 Trait php.extension name=gd,scope=image",
        "2 Trait php.extension name=pdo_mysql,scope=image",
    ]


def test_last_stage_from_an_earlier_one() -> None:
    text = """FROM node:18 AS base
FROM base
CMD npm start
"""
    assert facts_of(DESCRIPTOR, text, "Dockerfile") == [
        "1 Image node:18 base base",
        "3 Process npm start web",
    ]


def test_broken() -> None:
    text = """FROM
\\\\\\
CMD [
"""
    assert facts_of(DESCRIPTOR, text, "Dockerfile") == []
