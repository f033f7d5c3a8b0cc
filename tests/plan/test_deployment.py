"""From a landscape to the bundle, by hand-made facts."""

import pytest
from msgspec.structs import replace

from assessor.domain.deployment import Deployment, SourcePlace
from assessor.domain.facts import Endpoint, Evidence, FileFacts, Process, Setting, TableUse
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import BackingService, Deployable, Landscape, Runtime
from assessor.plan.deployment import plan
from assessor.render.as_containers import bundle_files
from tests.builders import file, image, library, setting, trait

PHP = Runtime("php-apache", "PHP", "8.2", "php:8.2.29-apache", "observed", (Evidence("composer.json", 8),))
PYTHON = Runtime("python-wsgi", "Python", "3.11", "python:3.11.13-slim", "observed", (Evidence(".python-version", 1),))
WINDOWS = Runtime(
    "dotnet-framework",
    ".NET Framework",
    "4.8",
    "mcr.microsoft.com/dotnet/framework/aspnet:4.8-windowsservercore-ltsc2022",
    "observed",
    (),
    platform="windows",
)


def _service(identity: str, slot: str, placement: str = "bundle", line: int = 3) -> BackingService:
    return BackingService(identity, identity.title(), slot, placement, 0.9, ("library",), "found", (Evidence("config.php", line),))  # type: ignore[arg-type]


def _web(runtime: str, folder: str = "", command: str = "", port: int = 80, name: str = "shop") -> Deployable:
    page = f"{folder}/index.php" if folder else "htdocs/index.php"
    return Deployable(name, "web", folder, "site", runtime, command, port, "default", (Evidence(page, 1),))


def _planned(
    knowledge: Knowledge, facts: tuple[FileFacts, ...], landscape: Landscape, texts: dict[str, str] | None = None
) -> Deployment:
    return plan(
        "Acme Shop",
        facts,
        landscape,
        knowledge,
        read_text=lambda path: (texts or {}).get(path, ""),
        sources=(SourcePlace("", "../..", "assessment/bundle"),),
    )


def _environment(deployment: Deployment, name: str) -> dict[str, str]:
    return {variable.name: variable.value for one in deployment.containers if one.name == name for variable in one.environment}


SHOP = (
    file("composer.json", trait("php.extension", "composer.json", 9, name="pdo_mysql", scope="runtime")),
    file(
        "config.php",
        *(
            trait("config.environment", "config.php", line, name=name, default=default)
            for line, (name, default) in enumerate(
                [
                    ("DB_HOST", "10.0.0.31"),
                    ("DB_NAME", "shop"),
                    ("DB_USER", "shop"),
                    ("DB_PASS", ""),
                    ("ERP_HOST", "10.0.4.15"),
                    ("ERP_PASSWORD", "***"),
                    ("MAIL_FROM", "shop@acme.example"),
                    ("EXPORT_DIR", "/srv/shop/export"),
                ],
                start=3,
            )
        ),
    ),
    file("crontab", Process("export", "php /srv/shop/cron/export.php", "job", "*/10 * * * *", Evidence("crontab", 2))),
    file("conf/site.conf", setting("DocumentRoot", "/srv/shop/htdocs", "conf/site.conf", 2, format="httpd")),
    file("htdocs/index.php"),
    file("sql/schema.sql", TableUse("orders", "define", "", Evidence("sql/schema.sql", 1))),
)
TEXTS = {
    "conf/site.conf": "<VirtualHost *:80>\n    DocumentRoot /srv/shop/htdocs\n</VirtualHost>\n",
    "sql/schema.sql": "CREATE TABLE orders (id INT);\n",
    "conf/haproxy.cfg": "frontend shop\n    bind *:80\n    default_backend web\nbackend web\n    server a 10.0.0.21:80 check\n",
}


def test_php_shop_with_mysql(knowledge: Knowledge) -> None:
    deployment = _planned(knowledge, SHOP, Landscape((PHP,), (_web("php-apache"),), (_service("mysql", "database"),)), TEXTS)
    assert [f"{one.name} {one.role} {one.image}" for one in deployment.containers] == [
        "web web acme-shop/web:${APP_VERSION:-1}",
        "scheduler scheduler acme-shop/web:${APP_VERSION:-1}",
        "mysql database mysql:8.4",
    ]
    assert (
        _environment(deployment, "web")
        == _environment(deployment, "scheduler")
        == {
            "DB_HOST": "mysql",
            "DB_NAME": "${DB_NAME:-shop}",
            "DB_PASS": "${DB_PASS:?set it in .env}",
            "DB_USER": "${DB_USER:-shop}",
            "ERP_HOST": "${ERP_HOST:-10.0.4.15}",
            "ERP_PASSWORD": "${ERP_PASSWORD:?set it in .env}",
            "MAIL_FROM": "${MAIL_FROM:-shop@acme.example}",
        }
    )
    assert _environment(deployment, "mysql")["MYSQL_PASSWORD"] == "${DB_PASS:?set it in .env}"
    assert {one.name: one.value for one in deployment.variables if one.secret} == {
        "DB_PASS": "",
        "DATABASE_ROOT_PASSWORD": "",
        "ERP_PASSWORD": "",
    }
    assert [(one.name, one.variables) for one in deployment.outside] == [("erp", ("ERP_HOST", "ERP_PASSWORD"))]
    assert deployment.volumes == ("export", "mysql-data")
    assert [one.path for one in deployment.files] == [
        "apache/site.conf",
        "init/mysql/01-schema.sql",
        "scheduler/crontab",
        "scheduler/start.sh",
    ]
    (build,) = deployment.builds
    assert (build.base, build.context, build.back) == ("php:8.2-apache", "${APP_SOURCE:-../..}", "${BUNDLE_DIR:-assessment/bundle}")
    assert {
        ("home", "/srv/shop"),
        ("web", "htdocs"),
        ("extension", "pdo_mysql"),
        ("package", "cron"),
        ("writable", "/srv/shop/export"),
    } <= set(build.inputs)


def test_a_proxy_hides_what_it_stands_before(knowledge: Knowledge) -> None:
    facts = (*SHOP, file("conf/haproxy.cfg"))
    landscape = Landscape((PHP,), (_web("php-apache"),), (_service("haproxy", "proxy"), _service("mysql", "database")))
    deployment = _planned(knowledge, facts, landscape, TEXTS)
    first, web = deployment.containers[:2]
    assert (first.name, [(port.host, port.container) for port in first.ports]) == ("haproxy", [(8080, 80)])
    assert (web.ports, web.expose) == ((), (80,))
    assert "server web web:80 check" in next(one.content for one in deployment.files if one.path == "proxy/haproxy.cfg")


def test_django_with_worker_and_migrations(knowledge: Knowledge) -> None:
    facts = (
        file(
            "requirements.txt",
            library("pypi:django", path="requirements.txt"),
            library("pypi:celery", path="requirements.txt", line=2),
        ),
        file("manage.py"),
        file(
            "settings.py",
            trait("config.environment", "settings.py", 9, name="CELERY_BROKER_URL", default="redis://10.0.0.2:6379/1"),
        ),
    )
    worker = Deployable(
        "worker", "worker", "", "process", "python-wsgi", "celery -A clinic worker", 0, "", (Evidence("w.service", 5),)
    )
    web = _web("python-wsgi", command="gunicorn clinic.wsgi", port=8000)
    services = (_service("postgres", "database"), _service("redis", "cache"))
    deployment = _planned(knowledge, facts, Landscape((PYTHON,), (web, worker), services))
    by_name = {one.name: one for one in deployment.containers}
    assert list(by_name) == ["web", "worker", "migrate", "postgres", "redis"]
    assert {one.build for one in deployment.containers[:3]} == {"web"}
    assert by_name["migrate"].restart == "no"
    assert [f"{one.container} {one.condition}" for one in by_name["worker"].depends_on] == [
        "migrate service_completed_successfully",
        "postgres service_healthy",
        "redis service_healthy",
    ]
    assert _environment(deployment, "worker")["CELERY_BROKER_URL"] == "redis://redis:6379/1"
    assert any(todo.startswith("no variable that names PostgreSQL") for todo in deployment.todos)


def test_optional_services_are_comments_and_licensed_ones_outside(knowledge: Knowledge) -> None:
    services = (_service("memcached", "cache", "optional"), _service("oracle", "database", "outside"))
    deployment = _planned(knowledge, SHOP, Landscape((PHP,), (_web("php-apache"),), services), TEXTS)
    assert [(one.name, bool(one.commented)) for one in deployment.containers] == [
        ("web", False),
        ("scheduler", False),
        ("memcached", True),
    ]
    assert "Oracle" in [one.name for one in deployment.outside]
    assert "memcached" not in [one.container for container in deployment.containers for one in container.depends_on]


def test_windows_is_said_plainly(knowledge: Knowledge) -> None:
    facts = (file("Orders.Web/Orders.Web.csproj"),)
    landscape = Landscape((WINDOWS,), (_web("dotnet-framework", "Orders.Web"),), (_service("mssql", "database"),))
    deployment = _planned(knowledge, facts, landscape)
    assert deployment.notes == (
        ".NET Framework runs in Windows containers only: build and start this bundle on a Windows host of the image's version",
    )
    assert [(one.name, bool(one.commented)) for one in deployment.containers] == [("web", False), ("sqlserver", True)]
    assert "a Linux image" in deployment.outside[0].reason


def test_the_applications_own_dockerfile_is_used(knowledge: Knowledge) -> None:
    facts = (*SHOP, file("Dockerfile", image("php:8.1-apache", "base", "Dockerfile")))
    deployment = _planned(knowledge, facts, Landscape((PHP,), (_web("php-apache"),), ()), TEXTS)
    (build,) = deployment.builds
    assert (build.existing, build.dockerfile, build.context) == (True, "Dockerfile", "${APP_SOURCE:-../..}")
    assert deployment.existing == (Evidence("Dockerfile", 0),)


def test_ports_of_the_machine_do_not_collide(knowledge: Knowledge) -> None:
    landscape = Landscape((PHP,), (_web("php-apache", "a", name="a"), _web("php-apache", "b", name="b")), ())
    deployment = _planned(knowledge, (file("a/index.php"), file("b/index.php")), landscape)
    assert [(one.name, one.ports[0].host) for one in deployment.containers] == [("a", 8080), ("b", 8081)]


def test_a_library_has_no_bundle(knowledge: Knowledge) -> None:
    deployment = _planned(knowledge, (file("src/Logger.php"),), Landscape((), (), ()))
    assert deployment.impossible == "nothing was found that can be started"
    assert deployment.containers == ()


def test_several_folders_are_several_sources(knowledge: Knowledge) -> None:
    facts = (file("shop/index.php"), file("shop/lib/a.php"))
    places = (SourcePlace("office", "../office", "../out"), SourcePlace("shop", "../shop", "../out"))
    landscape = Landscape((PHP,), (_web("php-apache", "shop"),), ())
    deployment = plan("Shop", facts, landscape, knowledge, sources=places)
    (build,) = deployment.builds
    assert (build.context, build.back) == ("${APP_SOURCE_SHOP:-../shop}", "${BUNDLE_DIR_SHOP:-../out}")
    assert ("folder", "") in build.inputs


def test_scripts_that_are_never_read_prove_that_the_pages_are_built(knowledge: Knowledge) -> None:
    manifest = file(
        "package.json",
        library("npm:vite", "5", "development", "package.json"),
        trait("build.script", "package.json", 3, name="build"),
    )
    listed = file("public/mix-manifest.json")
    texts = {"public/mix-manifest.json": '{"/js/app.js": "/js/app.js?id=1"}'}
    landscape = Landscape((PHP,), (_web("php-apache"),), ())

    def stage(*paths: str) -> bool:
        made = plan(
            "Shop",
            (*SHOP, manifest, listed),
            landscape,
            knowledge,
            read_text=lambda path: texts.get(path, ""),
            paths=paths,
        )
        return any(name == "asset_script" for build in made.builds for name, _ in build.inputs)

    assert stage("public/js/other.js")
    assert not stage("public/js/app.js")


def test_a_worker_that_the_own_compose_file_forgets(knowledge: Knowledge) -> None:
    worker = Deployable(
        "worker", "worker", "", "process", "php-apache", "php artisan queue:work", 0, "", (Evidence("w.service", 5),)
    )
    facts = (*SHOP, file("docker-compose.yml"))
    texts = {"docker-compose.yml": "services: {web: {build: ., ports: ['80:80']}}"}
    deployment = _planned(knowledge, facts, Landscape((PHP,), (_web("php-apache"), worker), ()), texts)
    assert [one.name for one in deployment.containers] == ["web"]
    assert deployment.todos == (
        "docker-compose.yml starts no worker, and the source has one (w.service:5): php artisan queue:work",
    )


def test_the_usual_address_is_one_that_the_driver_understands(knowledge: Knowledge) -> None:
    landscape = Landscape((PYTHON,), (_web("python-wsgi", command="gunicorn wsgi:app"),), (_service("mysql", "database"),))
    plain = (file("requirements.txt", library("pypi:mysqlclient", path="requirements.txt")),)
    pure = (file("requirements.txt", library("pypi:PyMySQL", path="requirements.txt")),)
    assert _environment(_planned(knowledge, plain, landscape), "web")["DATABASE_URL"].startswith("mysql://")
    assert _environment(_planned(knowledge, pure, landscape), "web")["DATABASE_URL"].startswith("mysql+pymysql://")


def test_jdbc_is_told_by_spring_boots_variables_and_else_not(knowledge: Knowledge) -> None:
    java = Runtime("java", "Java", "17", "eclipse-temurin:17-jre", "observed", ())
    landscape = Landscape((java,), (_web("java", command="java -jar app.jar", port=8080),), (_service("postgres", "database"),))
    spring = (file("pom.xml", library("maven:org.springframework.boot:spring-boot-starter-web", path="pom.xml")),)
    deployment = _planned(knowledge, spring, landscape)
    assert _environment(deployment, "web") == {
        "SPRING_DATASOURCE_PASSWORD": "${DATABASE_PASSWORD:?set it in .env}",
        "SPRING_DATASOURCE_URL": "jdbc:postgresql://postgres:5432/${DATABASE_NAME:-app}",
        "SPRING_DATASOURCE_USERNAME": "${DATABASE_USER:-app}",
    }
    assert "SPRING_DATASOURCE_USERNAME are set because" in deployment.todos[-1]
    plain = _planned(knowledge, (file("pom.xml", library("maven:org.postgresql:postgresql", path="pom.xml")),), landscape)
    assert _environment(plain, "web") == {}
    assert plain.todos[-1].endswith("inside the bundle it is postgres:5432")


def test_variables_of_another_languages_code_are_not_told(knowledge: Knowledge) -> None:
    facts = (
        *SHOP,
        replace(
            file("build/watch.js", trait("config.environment", "build/watch.js", 2, name="WATCH_PORT", default="35729")),
            language="javascript",
        ),
    )
    told = _environment(_planned(knowledge, facts, Landscape((PHP,), (_web("php-apache"),), ())), "web")
    assert "WATCH_PORT" not in told and "DB_HOST" in told


def test_languages_of_runtimes_are_those_of_files(knowledge: Knowledge) -> None:
    known = {language.id for language in knowledge.languages}
    assert all(set(kind.container.languages) <= known for kind in knowledge.runtimes)


def test_debugging_is_switched_off_where_code_has_it_on(knowledge: Knowledge) -> None:
    on = (file("settings.py", trait("config.environment", "settings.py", 3, name="DEBUG", default="True")),)
    off = (file("settings.py", trait("config.environment", "settings.py", 3, name="DEBUG", default="0")),)
    landscape = Landscape((PYTHON,), (_web("python-wsgi", command="gunicorn wsgi:app"),), ())
    assert _environment(_planned(knowledge, on, landscape), "web") == {"DEBUG": "${DEBUG:-False}"}
    assert _environment(_planned(knowledge, off, landscape), "web") == {}


def test_pages_behind_nginx_get_no_password(knowledge: Knowledge) -> None:
    static = Runtime("static", "nginx", "1.28", "nginx:1.28.0-alpine", "observed", ())
    pages = Deployable("front", "frontend", "front", "spa", "static", "", 80, "default", (Evidence("front/package.json", 1),))
    landscape = Landscape((PHP, static), (_web("php-apache"), pages), (_service("mysql", "database"),))
    front = next(one for one in _planned(knowledge, SHOP, landscape).containers if one.name == "front")
    assert (front.environment, front.depends_on, front.todos) == ((), (), ())


def test_rails_is_given_the_secret_that_it_asks_for_itself(knowledge: Knowledge) -> None:
    ruby = Runtime("ruby", "Ruby", "3.4", "ruby:3.4-slim", "observed", ())
    facts = (file("Gemfile", library("gem:rails", path="Gemfile")),)
    deployment = _planned(knowledge, facts, Landscape((ruby,), (_web("ruby", command="bundle exec puma"),), ()))
    assert _environment(deployment, "web") == {"SECRET_KEY_BASE": "${SECRET_KEY_BASE:?set it in .env}"}
    assert [(one.name, one.secret, one.required) for one in deployment.variables] == [("SECRET_KEY_BASE", True, True)]


def test_meteor_is_built_by_its_own_tool_and_told_what_it_reads(knowledge: Knowledge) -> None:
    meteor = Runtime("meteor", "Meteor", "2.13.3", "node:14.21.3-slim", "observed", (Evidence(".meteor/release", 1),))
    facts = (
        file(".meteor/release", trait("runtime.version", ".meteor/release", name="meteor", version="2.13.3", release="2.13.3")),
        file("package.json", library("npm:meteor-node-stubs", path="package.json")),
        file("package-lock.json", role="generated"),
    )
    web = Deployable("board", "web", "", "meteor", "meteor", "node main.js", 3000, "default", (Evidence(".meteor/release", 1),))
    bundle = _planned(knowledge, facts, Landscape((meteor,), (web,), (_service("mongodb", "document-database"),)))
    assert (bundle.builds[0].template, bundle.builds[0].proven) == ("meteor", "")
    assert {("release", "2.13.3"), ("manifest", "package-lock.json")} <= set(bundle.builds[0].inputs)
    told = _environment(bundle, "web")
    assert told["ROOT_URL"] == "${ROOT_URL:-http://localhost:3000}"
    assert told["PORT"] == "3000"
    assert told["MONGO_URL"].startswith("mongodb://") and told["MONGO_URL"].endswith("?authSource=admin")
    recipe = bundle_files(bundle)["web.Dockerfile"].decode()
    order = (
        "FROM node:14.21 AS build",
        "?release=2.13.3",
        "meteor npm ci",
        "meteor build",
        "FROM node:14.21-slim",
        'CMD ["node", "main.js"]',
    )
    assert [recipe.index(line) for line in order] == sorted(recipe.index(line) for line in order)


DOTNET = Runtime("dotnet", ".NET", "8.0", "mcr.microsoft.com/dotnet/aspnet:8.0", "observed", (Evidence("Web/Web.csproj", 4),))


def test_environments_that_dotnet_code_has_for_containers(knowledge: Knowledge) -> None:
    web = Deployable(
        "web", "web", "Web", "dotnet-web", "dotnet", "dotnet Web.dll", 8080, "default", (Evidence("Web/Web.csproj", 1),)
    )
    settings = file("Web/appsettings.json", setting("Logging:Level", "Warning", "Web/appsettings.json", format="json"))
    landscape = Landscape((DOTNET,), (web,), ())
    for name, told in (("Docker", {"ASPNETCORE_ENVIRONMENT": "${ASPNETCORE_ENVIRONMENT:-Docker}"}), ("Testing", {})):
        code = file("Web/Program.cs", trait("environment.name", "Web/Program.cs", 9, name=name), language="csharp")
        bundle = _planned(knowledge, (settings, code), landscape)
        assert _environment(bundle, "web") == told
    shipped = file("Web/appsettings.Docker.json", setting("A", "1", "Web/appsettings.Docker.json", profile="docker", format="json"))
    assert _environment(_planned(knowledge, (settings, shipped), landscape), "web")["ASPNETCORE_ENVIRONMENT"].endswith("Docker}")


def test_keys_that_dotnet_code_reads(knowledge: Knowledge) -> None:
    """A connection string that no file states goes to the database, an address of a system outside is asked for."""
    web = Deployable(
        "web", "web", "Web", "dotnet-web", "dotnet", "dotnet Web.dll", 8080, "default", (Evidence("Web/Web.csproj", 1),)
    )
    code = file(
        "Web/Program.cs",
        trait("config.connection", "Web/Program.cs", 9, key="Orders"),
        trait("config.setting", "Web/Program.cs", 11, key="KEY_VAULT_ENDPOINT"),
        trait("config.setting", "Web/Program.cs", 12, key="UseInMemory"),
        language="csharp",
    )
    settings = file("Web/appsettings.json", setting("Logging:Level", "Warning", "Web/appsettings.json", format="json"))
    vault = BackingService(
        "key-vault", "Key Vault", "secrets", "outside", 0.9, ("library",), "found", (Evidence("Web/Web.csproj", 9),)
    )
    landscape = Landscape((DOTNET,), (web,), (_service("mssql", "database"), vault))
    bundle = _planned(knowledge, (settings, code), landscape)
    told = _environment(bundle, "web")
    assert told["ConnectionStrings__Orders"].startswith("Server=mssql,1433;") or told["ConnectionStrings__Orders"].startswith(
        "Server=sqlserver"
    )
    assert (told["KEY_VAULT_ENDPOINT"], "UseInMemory" in told) == ("${KEY_VAULT_ENDPOINT:-}", False)
    assert [one.variables for one in bundle.outside] == [("KEY_VAULT_ENDPOINT",)]


def test_addresses_of_the_own_parts(knowledge: Knowledge) -> None:
    def part(name: str) -> Deployable:
        place = (Evidence(f"{name}/{name}.csproj", 1),)
        return Deployable(name.lower(), "web", name, "dotnet-web", "dotnet", f"dotnet {name}.dll", 8080, "default", place)

    launch, stated = "Api/Properties/launchSettings.json", "Web/appsettings.json"
    facts = (
        file(launch, setting("profiles.Api.applicationUrl", "https://localhost:5099;http://localhost:5098", launch, format="json")),
        file(
            stated,
            setting("baseUrls.api", "https://localhost:5099/api/", stated, 3, format="json"),
            setting("baseUrls.other", "https://localhost:7000/", stated, 4, format="json"),
        ),
    )
    bundle = _planned(knowledge, facts, Landscape((DOTNET,), (part("Api"), part("Web")), ()))
    assert _environment(bundle, "web") == {"baseUrls__api": "http://localhost:${API_PORT:-8080}/api/"}


def test_what_the_application_refuses_to_start_without_is_asked_for(knowledge: Knowledge) -> None:
    def planned(message: str) -> dict[str, tuple[str, bool]]:
        facts = (
            file(
                "shop/settings.py",
                trait("config.environment", "shop/settings.py", 3, name="CLIENT_HOSTS"),
                trait("config.environment", "shop/settings.py", 4, name="ALLOWED_CLIENT_HOSTS"),
                trait("config.required", "shop/settings.py", 9, message=message),
            ),
        )
        landscape = Landscape((PYTHON,), (_web("python-wsgi", command="gunicorn wsgi:app"),), ())
        return {one.name: (one.value, one.required) for one in _planned(knowledge, facts, landscape).variables}

    assert planned("ALLOWED_CLIENT_HOSTS must be set when DEBUG=False.") == {
        "ALLOWED_CLIENT_HOSTS": ("localhost,127.0.0.1,web", True)
    }
    assert planned("CLIENT_HOSTS is missing") == {"CLIENT_HOSTS": ("", True)}
    assert planned("CLIENT_HOSTS is required when payments are on") == {}
    assert planned("CLIENT_HOSTS must be set with ALLOWED_CLIENT_HOSTS") == {}


def test_pages_pass_on_what_their_development_server_passed_on(knowledge: Knowledge) -> None:
    static = Runtime("static", "nginx", "1.28", "nginx:1.28.0-alpine", "observed", ())
    go = Runtime("go", "Go", "1.24", "gcr.io/distroless/static-debian12:nonroot", "observed", (Evidence("server/go.mod", 3),))
    pages = Deployable("front", "frontend", "web", "spa", "static", "", 80, "default", (Evidence("web/package.json", 1),))
    server = Deployable("server", "web", "server", "go", "go", "/app/server", 8888, "observed", (Evidence("server/main.go", 1),))
    facts = (file("web/vite.config.js"), file("web/package.json"), file("server/main.go"), file("server/go.mod"))
    vite = 'export default { server: { proxy: { "/api": { target: "http://localhost:8888" } } } }'
    landscape = Landscape((go, static), (pages, server), ())
    bundle = _planned(knowledge, facts, landscape, {"web/vite.config.js": vite})
    assert ("route", "/api server:8888") in next(one for one in bundle.builds if one.name == "front").inputs
    front = next(one for one in bundle.containers if one.name == "front")
    assert [(one.container, one.condition) for one in front.depends_on] == [("server", "service_started")]
    assert "location /api/ { proxy_pass http://server:8888;" in bundle_files(bundle)["front.Dockerfile"].decode()


def test_nothing_is_guessed_for_a_compiled_program(knowledge: Knowledge) -> None:
    go = Runtime("go", "Go", "1.24", "gcr.io/distroless/static-debian12:nonroot", "observed", (Evidence("go.mod", 3),))
    server = Deployable("shop", "web", "", "go", "go", "/app/shop", 8080, "default", (Evidence("main.go", 1),))
    facts = (file("go.mod", library("golang:github.com/lib/pq", path="go.mod")), file("main.go"))
    bundle = _planned(knowledge, facts, Landscape((go,), (server,), (_service("postgres", "database"),)))
    assert _environment(bundle, "web") == {}
    assert any("inside the bundle it is postgres:5432" in todo and "DATABASE_URL" not in todo for todo in bundle.todos)


@pytest.mark.parametrize("path, asked", [("/api/health", True), ("/api/orders", False)])
def test_an_image_without_programs_is_lent_one_where_there_is_a_page_to_ask(knowledge: Knowledge, path: str, asked: bool) -> None:
    go = Runtime("go", "Go", "1.24", "gcr.io/distroless/static-debian12:nonroot", "observed", (Evidence("go.mod", 3),))
    server = Deployable("shop", "web", "", "go", "go", "/app/shop", 8080, "default", (Evidence("main.go", 1),))
    facts = (file("go.mod"), file("main.go", Endpoint(path, "GET", "http", "", Evidence("main.go", 7)), language="go"))
    bundle = _planned(knowledge, facts, Landscape((go,), (server,), ()))
    text = bundle_files(bundle)["web.Dockerfile"].decode()
    test = ("CMD", "/usr/local/bin/wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/api/health")
    check = next(one for one in bundle.containers if one.name == "web").healthcheck
    assert (check.test if check else None) == (test if asked else None)
    assert ("COPY --from=busybox:1.37.0-musl /bin/wget /usr/local/bin/wget\n" in text) == asked


def test_secrets_that_an_example_says_to_generate_are_asked_for(knowledge: Knowledge) -> None:
    def example(name: str, line: int) -> Setting:
        return Setting(name, "***", "env", Evidence(".env.example", line, "env"), "example", True, True)

    facts = (
        file(
            ".env.example",
            example("ACCESS_SALT_TOKEN", 1),
            example("SLACK_TOKEN", 2),
            trait("secret.generated", ".env.example", 1, name="ACCESS_SALT_TOKEN"),
        ),
    )
    landscape = Landscape((PYTHON,), (_web("python-wsgi", command="gunicorn wsgi:app"),), ())
    told = {one.name: one.required for one in _planned(knowledge, facts, landscape).variables}
    assert told == {"ACCESS_SALT_TOKEN": True, "SLACK_TOKEN": False}


def test_a_server_of_spring_asks_its_neighbour_by_name(knowledge: Knowledge) -> None:
    java = Runtime("java", "Java", "17", "eclipse-temurin:17.0.16_8-jre", "observed", (Evidence("pom.xml", 4),))

    def part(name: str, port: int) -> Deployable:
        place = (Evidence(f"{name}/pom.xml", 1),)
        return Deployable(name, "web", name, "jar", "java", "java -jar app.jar", port, "observed", place, port_evidence=place)

    stated = "worker/src/main/resources/application.properties"
    boot = library("maven:org.springframework.boot:spring-boot-starter-web", path="worker/pom.xml")
    facts = (file("worker/pom.xml", boot), file(stated, setting("shop.admin.addresses", "http://127.0.0.1:8085/admin", stated)))
    bundle = _planned(knowledge, facts, Landscape((java,), (part("admin", 8085), part("worker", 8086)), ()))
    assert _environment(bundle, "worker")["SHOP_ADMIN_ADDRESSES"] == "http://admin:8085/admin"


def test_settings_that_a_library_maps_to_variables(knowledge: Knowledge) -> None:
    """SmallRye, Quarkus and Micronaut look for one for every setting; dashes are underscores there."""
    java = Runtime("java", "Java", "21", "eclipse-temurin:21.0.8_9-jre", "observed", (Evidence("pom.xml", 4),))
    web = Deployable("shop", "web", "", "jar", "java", "java -jar app.jar", 8080, "default", (Evidence("pom.xml", 1),))
    stated = "src/main/resources/application.properties"
    facts = (
        file("pom.xml", library("maven:io.smallrye.config:smallrye-config", path="pom.xml")),
        file(stated, setting("shop.datasource.url", "", stated, 3), setting("shop.datasource.pool.max-size", "30", stated, 4)),
    )
    bundle = _planned(knowledge, facts, Landscape((java,), (web,), (_service("postgres", "database"),)))
    assert _environment(bundle, "web") == {"SHOP_DATASOURCE_URL": "jdbc:postgresql://postgres:5432/${DATABASE_NAME:-app}"}
